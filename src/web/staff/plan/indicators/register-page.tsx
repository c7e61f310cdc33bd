import type { ReactNode } from "react";
import { csvText } from "#export/csv.ts";
import {
  attainmentText,
  cadenceLabels,
  directionLabels,
  indicatorFaultLabels,
  indicatorKindLabels,
  indicatorRegister,
  metText,
  planBySlug,
  type PlanWithLevels,
  type RegisterLine,
} from "#domain/plan/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { fiscalYearLabel, fiscalYearOf } from "#kernel/fiscal-year.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, type Option } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { fileAddress } from "../../indicator-file/addresses.ts";
import { draftsAddress } from "../../indicator-drafts/addresses.ts";
import { gridAddress } from "../../indicator-grid/addresses.ts";
import { addressOf, nodeName, planCrumbs } from "../addresses.ts";
import { divisionOptions, labelOf } from "../division-options.ts";
import { methodLabels } from "../indicator-words.ts";
import {
  chosenLines,
  latestActual,
  registerAddress,
  registerChoice,
  registerLacks,
  type RegisterChoice,
  type RegisterOrder,
} from "./register-list.ts";
import { actualText, targetText } from "./value-words.ts";

interface Register {
  readonly plan: PlanWithLevels;
  readonly choice: RegisterChoice;
  readonly divisions: readonly Option[];
  readonly all: readonly RegisterLine[];
  readonly lines: readonly RegisterLine[];
}

async function readRegister({ ctx, params, query }: Visit): Promise<Register> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const divisions = await divisionOptions(ctx);
  const choice = registerChoice(query, fiscalYearOf(ctx.clock.today()));
  const all = await indicatorRegister(ctx, plan);
  const order = divisions.map(({ value }) => value);
  return { plan, choice, divisions, all, lines: chosenLines(all, choice, order) };
}

/** The register of indicators (指標台帳) of a plan: who answers, how each stands, what it lacks. */
export async function showRegister(visit: Visit): Promise<Response> {
  const register = await readRegister(visit);
  const { plan, choice, lines } = register;
  const address = addressOf.indicators(plan);
  return page(
    <StaffPage visit={visit} title="指標の一覧" crumbs={planCrumbs(plan)} wide>
      <p className="actions mb-6">
        <a href={gridAddress(plan)} className="button">
          表で入力する
        </a>
        <a href={fileAddress.upload(plan)} className="button button-secondary">
          Excelで入力する
        </a>
        <a href={draftsAddress(plan)} className="button button-secondary">
          まとめて確定する
        </a>
        <a href={registerAddress(`${address}.csv`, choice)} className="button button-secondary">
          CSVで保存する
        </a>
        <a href={addressOf.targetSets(plan)} className="button button-secondary">
          目標の組
        </a>
      </p>
      <Filters register={register} />
      {lines.length === 0 ? (
        <Empty title="当てはまる指標はありません。">
          <p>条件を「すべて」にするか、施策のページで指標を加えます。</p>
        </Empty>
      ) : (
        <RegisterTable register={register} />
      )}
    </StaffPage>,
  );
}

function Filters({ register }: { readonly register: Register }): ReactNode {
  const { plan, choice, divisions, all } = register;
  const measures = new Map(all.map(({ measure }) => [measure.id, { value: measure.id, label: nodeName(measure) }]));
  const years = yearsOf(register).map((year) => ({ value: String(year), label: fiscalYearLabel(year) }));
  return (
    <form action={addressOf.indicators(plan)} className="mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
      <SelectField name="division" label="担当課" blank="すべて" options={divisions} value={choice.division} />
      <SelectField name="measure" label="施策" blank="すべて" options={[...measures.values()]} value={choice.measure} />
      <SelectField
        name="lack"
        label="状態"
        blank="すべて"
        options={Object.entries(registerLacks).map(([value, label]) => ({ value, label }))}
        value={choice.lack}
      />
      <SelectField name="year" label="実績値がない年度" options={years} value={choice.year} />
      {choice.order !== "number" && <input type="hidden" name="order" value={choice.order} />}
      <button className="button">絞り込む</button>
    </form>
  );
}

function yearsOf({ plan, choice, all }: Register): number[] {
  const measured = all.flatMap(({ indicator }) => indicator.actuals.map(({ year }) => year));
  const first = Math.min(plan.startYear, choice.year, ...measured);
  return Array.from({ length: plan.endYear - first + 1 }, (_, index) => first + index);
}

const columns: readonly { readonly order: RegisterOrder; readonly label: string; readonly isDown?: true }[] = [
  { order: "number", label: "番号" },
  { order: "name", label: "指標" },
  { order: "measure", label: "施策" },
  { order: "division", label: "担当課" },
  { order: "latest", label: "最新の実績値" },
  { order: "target", label: "目標値" },
  { order: "attainment", label: "達成度" },
  { order: "gaps", label: "足りないところ", isDown: true },
  { order: "updated", label: "更新日", isDown: true },
];

function RegisterTable({ register }: { readonly register: Register }): ReactNode {
  const { plan, choice, lines } = register;
  return (
    <TableFrame label="指標の一覧">
      <table className="table">
        <caption>{lines.length}件。見出しを押すと、並べ替わります。</caption>
        <thead>
          <tr>
            {columns.map(({ order, label, isDown }) => (
              <th
                key={label}
                scope="col"
                aria-sort={choice.order === order ? (isDown ? "descending" : "ascending") : undefined}
              >
                <a href={registerAddress(addressOf.indicators(plan), { ...choice, order })}>{label}</a>
                {choice.order === order && <span aria-hidden="true">{isDown ? " ▼" : " ▲"}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RegisterRow key={line.indicator.id} register={register} line={line} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function RegisterRow({ register, line }: { readonly register: Register; readonly line: RegisterLine }): ReactNode {
  const { plan, divisions } = register;
  const { indicator, measure, divisionId, gaps } = line;
  return (
    <tr>
      <td className="whitespace-nowrap">{indicator.code}</td>
      <th scope="row" className="min-w-48">
        <a href={addressOf.indicator(plan, indicator.id)}>{indicator.name}</a>
      </th>
      <td className="min-w-36">
        <a href={addressOf.node(plan, measure.id)}>{nodeName(measure)}</a>
      </td>
      <td className="min-w-28">{divisionWords(divisions, divisionId)}</td>
      <Value words={latestWords(line)} />
      <Value words={lastTargetWords(line)} />
      <Value words={attainmentWords(line)} />
      <td className="min-w-40">
        {gaps.length === 0 ? "なし" : gaps.map((gap) => indicatorFaultLabels[gap]).join("、")}
      </td>
      <td className="whitespace-nowrap">{warekiDate(tokyoDay(indicator.updatedAt))}</td>
    </tr>
  );
}

function divisionWords(divisions: readonly Option[], id: string | null): string {
  return id === null ? "−" : labelOf(divisions, id) || "廃止された課";
}

/** A value with what is said of it, 「60.7％（令和7年度）」, on two lines, so that the table stays narrow. */
function Value({ words }: { readonly words: string }): ReactNode {
  const [value, note] = words.split(/(?=（[^（]*）$)/u);
  return (
    <td className="min-w-24">
      {value}
      {note !== undefined && <span className="block whitespace-nowrap text-solid-gray-700">{note.slice(1, -1)}</span>}
    </td>
  );
}

function latestWords({ indicator }: RegisterLine): string {
  const latest = latestActual(indicator);
  return latest ? `${actualText(indicator, latest)}（${fiscalYearLabel(latest.year)}）` : "−";
}

function lastTargetWords({ indicator }: RegisterLine): string {
  const last = indicator.targets.at(-1);
  return last ? `${targetText(indicator, last)}（${fiscalYearLabel(last.year)}）` : "−";
}

function attainmentWords({ latest }: RegisterLine): string {
  if (!latest) return "−";
  const [rate, met] = [attainmentText(latest.attainment), metText(latest.attainment)];
  return rate === met ? met : `${rate}（${met}）`;
}

/** The register as a file, the chosen lines in the chosen order. */
export async function saveRegisterFile(visit: Visit): Promise<Response> {
  const { plan, divisions, lines } = await readRegister(visit);
  const cells = fileColumns(divisions);
  const rows = lines.map((line) => cells.map(([, cell]) => cell(line)));
  const text = csvText([cells.map(([title]) => title), ...rows]);
  return download(text, `${plan.name}_指標の一覧.csv`, "text/csv; charset=utf-8");
}

type FileColumn = readonly [title: string, cell: (line: RegisterLine) => string | number | null];

function fileColumns(divisions: readonly Option[]): readonly FileColumn[] {
  return [
    ["番号", ({ indicator }) => indicator.code],
    ["指標", ({ indicator }) => indicator.name],
    ["施策の番号", ({ measure }) => measure.code],
    ["施策", ({ measure }) => measure.title],
    ["担当課", ({ divisionId }) => (divisionId === null ? "" : divisionWords(divisions, divisionId))],
    ["種類", ({ indicator }) => indicatorKindLabels[indicator.kind]],
    ["単位", ({ indicator }) => indicator.unit],
    ["望ましい方向", ({ indicator }) => directionLabels[indicator.direction]],
    ["計算方法", ({ indicator }) => (indicator.method === null ? "" : (methodLabels[indicator.method] ?? ""))],
    ["意味", ({ indicator }) => indicator.meaning],
    ["算式・算出方法", ({ indicator }) => indicator.description],
    ["出典", ({ indicator }) => indicator.source],
    ["取得頻度", ({ indicator }) => cadenceLabels[indicator.cadence]],
    ["更新月", ({ indicator }) => indicator.updateMonth],
    ["基準年度", ({ indicator }) => indicator.baseline.year],
    ["基準値", ({ indicator }) => indicator.baseline.value ?? indicator.baseline.words],
    ["最新の実績値", latestWords],
    ["目標値", lastTargetWords],
    ["目標値とした理由", ({ indicator }) => indicator.targetReason],
    ["比較できる参考値", ({ indicator }) => indicator.comparison],
    ["達成度の年度", ({ latest }) => latest?.year ?? null],
    ["達成度", ({ latest }) => (latest ? attainmentText(latest.attainment) : "")],
    ["達成", ({ latest }) => (latest ? metText(latest.attainment) : "")],
    ["足りないところ", ({ gaps }) => gaps.map((gap) => indicatorFaultLabels[gap]).join("、")],
    ["更新日", ({ indicator }) => tokyoDay(indicator.updatedAt)],
  ];
}
