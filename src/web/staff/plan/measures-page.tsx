import type { ReactNode } from "react";
import { csvText } from "#export/csv.ts";
import { listMeasures, missingLabels, planBySlug, type PlanWithLevels, type TreeLine } from "#domain/plan/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { SelectField, type Option } from "#web/ui/forms.tsx";
import { Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, planCrumbs } from "./addresses.ts";
import { divisionOptions, labelOf } from "./division-options.ts";
import {
  chosenMeasures,
  measureAddress,
  measureChoice,
  type MeasureChoice,
  type MeasureOrder,
} from "./measure-list.ts";

const noDivision: Option = { value: "none", label: "主管課が決まっていない施策" };

interface MeasureList {
  readonly plan: PlanWithLevels;
  readonly choice: MeasureChoice;
  readonly divisions: readonly Option[];
  readonly measures: readonly TreeLine[];
}

async function readList({ ctx, params, query }: Visit): Promise<MeasureList> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const divisions = await divisionOptions(ctx);
  const choice = measureChoice(query);
  const order = divisions.map((division) => division.value);
  return { plan, choice, divisions, measures: chosenMeasures(await listMeasures(ctx, plan), choice, order) };
}

/** Every measure (施策) of a plan with who is in charge, what its page lacks and when it was saved last. */
export async function showMeasures(visit: Visit): Promise<Response> {
  const list = await readList(visit);
  const { plan, choice, measures } = list;
  const address = addressOf.measures(plan);
  return page(
    <StaffPage visit={visit} title="施策の一覧" crumbs={planCrumbs(plan)} wide>
      <form action={address} className="mb-6 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
        <SelectField
          name="division"
          label="主管課"
          blank="すべて"
          options={[noDivision, ...list.divisions]}
          value={choice.division}
        />
        {choice.order !== "number" && <input type="hidden" name="order" value={choice.order} />}
        <button className="button">絞り込む</button>
        <a href={measureAddress(`${address}.csv`, choice)} className="button button-secondary">
          CSVで保存する
        </a>
      </form>
      {measures.length === 0 ? (
        <Empty title="当てはまる施策はありません。">
          <p>主管課を「すべて」にするか、施策体系に施策を加えます。</p>
        </Empty>
      ) : (
        <MeasureTable list={list} />
      )}
    </StaffPage>,
  );
}

const columns: readonly { readonly order: MeasureOrder; readonly label: string; readonly isDown?: true }[] = [
  { order: "number", label: "施策" },
  { order: "division", label: "主管課" },
  { order: "missing", label: "未記入の欄", isDown: true },
  { order: "updated", label: "更新日", isDown: true },
];

function MeasureTable({ list }: { readonly list: MeasureList }): ReactNode {
  const { plan, choice, divisions, measures } = list;
  return (
    <TableFrame label="施策の一覧">
      <table className="table">
        <caption>{measures.length}件。見出しを押すと、並べ替わります。</caption>
        <thead>
          <tr>
            {columns.map(({ order, label, isDown }) => (
              <th
                key={order}
                scope="col"
                aria-sort={choice.order === order ? (isDown ? "descending" : "ascending") : undefined}
              >
                <a href={measureAddress(addressOf.measures(plan), { ...choice, order })}>{label}</a>
                {choice.order === order && <span aria-hidden="true">{isDown ? " ▼" : " ▲"}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="min-w-48">
                <a href={addressOf.node(plan, line.id)}>{`${line.code} ${line.title}`.trim()}</a>
              </th>
              <td>{divisionWords(divisions, line)}</td>
              <td>{missingWords(line)}</td>
              <td className="whitespace-nowrap">{warekiDate(tokyoDay(line.updatedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function divisionWords(divisions: readonly Option[], { divisionId }: TreeLine): string {
  return divisionId === null ? "−" : labelOf(divisions, divisionId) || "廃止された課";
}

function missingWords({ missing }: TreeLine): string {
  if (missing.length === 0) return "なし";
  return `${missing.length}（${missing.map((each) => missingLabels[each]).join("、")}）`;
}

export async function saveMeasuresFile(visit: Visit): Promise<Response> {
  const { plan, divisions, measures } = await readList(visit);
  const head = ["番号", "施策", "主管課", "未記入の欄の数", "未記入の欄", "指標の数", "更新日"];
  const lines = measures.map((line) => [
    line.code,
    line.title,
    line.divisionId === null ? "" : divisionWords(divisions, line),
    line.missing.length,
    line.missing.map((each) => missingLabels[each]).join("、"),
    line.indicatorCount,
    tokyoDay(line.updatedAt),
  ]);
  return download(csvText([head, ...lines]), `${plan.name}_施策の一覧.csv`, "text/csv; charset=utf-8");
}
