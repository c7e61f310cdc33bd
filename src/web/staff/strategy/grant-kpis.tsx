import type { ReactNode } from "react";
import {
  accumulated,
  incrementsOf,
  levelsOf,
  projectById,
  saveGrantKpis,
  type GrantKpi,
  type GrantProject,
} from "#domain/strategy/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { yearsOf } from "#kernel/period.ts";
import type { Refusal, Result } from "#kernel/result.ts";
import { Form, type Option } from "#web/ui/forms.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { numberIn } from "./entered.ts";
import { Cell } from "./table-cell.tsx";

interface FormProps {
  readonly visit: Visit;
  readonly project: GrantProject;
  /** The indicators of the plans that have a strategy. */
  readonly indicators: readonly Option[];
  readonly refusal: Refusal | undefined;
}

const places = 5;

const emptyKpi: Omit<GrantKpi, "id"> = {
  indicatorId: null,
  name: "",
  unit: "",
  decimals: 0,
  base: 0,
  due: "",
  steps: [],
};

/** Up to five KPI (the state's form has ①〜⑤), entered as increments or as absolute values; the other follows. */
export function KpisForm({ visit: { form }, project, indicators, refusal }: FormProps): ReactNode {
  const kpis = Array.from({ length: places }, (_, index) => project.kpis[index] ?? { ...emptyKpi, id: "" });
  return (
    <section className="mt-12" aria-labelledby="kpis">
      <h2 id="kpis" className="text-[1.25rem]">
        KPI
      </h2>
      <p className="prose mt-2">
        事前値と年度ごとの増分を入れると、目標値（事前値に増分を足した値）が決まります。目標値のほうを入れて、増分を計算させることもできます。計画の指標と同じものは、下で選ぶと、目標値の食い違いを点検できます。
      </p>
      <Form action={`${addressOf.grant(project.id)}/kpis`} refusal={refusal} className="mt-4">
        <input type="hidden" name="version" value={project.version} />
        <fieldset className="field">
          <legend className="field-label">入れる値</legend>
          {[
            { value: "increments", label: "増分を入れる（目標値を計算する）" },
            { value: "levels", label: "目標値を入れる（増分を計算する）" },
          ].map(({ value, label }) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="mode"
                value={value}
                defaultChecked={(text(form, "mode") || "increments") === value}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {kpis.map((kpi, index) => (
          <KpiFields
            key={index}
            project={project}
            kpi={kpi}
            number={index + 1}
            form={refusal ? form : undefined}
            indicators={indicators}
          />
        ))}
        <p className="actions mt-4">
          <button className="button">KPIを保存する</button>
        </p>
      </Form>
    </section>
  );
}

interface KpiFieldsProps {
  readonly project: GrantProject;
  readonly kpi: GrantKpi;
  readonly number: number;
  /** What was entered when it was refused. */
  readonly form: FormData | undefined;
  readonly indicators: readonly Option[];
}

function KpiFields({ project, kpi, number, form, indicators }: KpiFieldsProps): ReactNode {
  const isThere = kpi.name !== "";
  const shown = (name: string, value: string | number | null | undefined) =>
    form ? text(form, `${name}-${number}`) : String(value ?? "");
  const levels = levelsOf(kpi, kpi.steps);
  const total = isThere ? accumulated(kpi.steps, kpi.decimals) : null;
  const field = (name: string, label: string, value: string | number | null | undefined) => (
    <label className="grid gap-1">
      <span>{label}</span>
      <input className="input" name={`${name}-${number}`} defaultValue={shown(name, value)} />
    </label>
  );
  return (
    <details className="card mt-4" open={isThere || number === 1}>
      <summary className="font-bold">
        KPI{number}
        {isThere && `：${kpi.name}`}
        {total !== null && `（増分の累計 ${figure(total, kpi.decimals)}${kpi.unit}）`}
      </summary>
      <input type="hidden" name={`id-${number}`} value={kpi.id} />
      <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {field("name", "指標の名前", kpi.name)}
        {field("unit", "単位", kpi.unit)}
        {field("decimals", "小数の桁数", kpi.decimals)}
        {field("base", "事前値", isThere ? kpi.base : "")}
        {field("due", "目標年月", kpi.due)}
        <label className="grid gap-1">
          <span>計画の指標（同じもののとき）</span>
          <select className="input" name={`indicator-${number}`} defaultValue={shown("indicator", kpi.indicatorId)}>
            <option value="">（選ばない）</option>
            {indicators.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="mt-3">
        <TableFrame label={`KPI${number}の年度ごとの値`}>
          <table className="table">
            <caption className="visually-hidden">KPI{number}の年度ごとの値</caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col">増分</th>
                <th scope="col">目標値</th>
                <th scope="col">実績値</th>
              </tr>
            </thead>
            <tbody>
              {yearsOf(project).map((year) => {
                const step = kpi.steps.find((each) => each.year === year);
                const level = levels.find((each) => each.year === year)?.value;
                const cells = { increment: step?.increment, level, actual: step?.actual };
                const headings = { increment: "増分", level: "目標値", actual: "実績値" } as const;
                return (
                  <tr key={year}>
                    <th scope="row">{fiscalYearLabel(year)}</th>
                    {(["increment", "level", "actual"] as const).map((name) => (
                      <td key={name}>
                        <Cell
                          name={`${name}-${number}-${year}`}
                          label={`KPI${number}の${fiscalYearLabel(year)}の${headings[name]}`}
                          value={form ? text(form, `${name}-${number}-${year}`) : String(cells[name] ?? "")}
                          refusal={undefined}
                        />
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      </div>
    </details>
  );
}

function kpiIn(
  form: FormData,
  project: GrantProject,
  number: number,
): (Omit<GrantKpi, "id"> & { id: string | null }) | undefined {
  const name = text(form, `name-${number}`);
  if (name === "") return undefined;
  const kpi = {
    base: numberIn(form, `base-${number}`) ?? Number.NaN,
    decimals: numberIn(form, `decimals-${number}`) ?? 0,
  };
  const years = yearsOf(project);
  const actualIn = (year: number) => numberIn(form, `actual-${number}-${year}`);
  const increments =
    text(form, "mode") === "levels"
      ? incrementsOf(
          kpi,
          years.map((year) => ({ year, value: numberIn(form, `level-${number}-${year}`) })),
        )
      : years.map((year) => ({ year, increment: numberIn(form, `increment-${number}-${year}`) }));
  return {
    ...kpi,
    id: text(form, `id-${number}`) || null,
    indicatorId: text(form, `indicator-${number}`) || null,
    name,
    unit: text(form, `unit-${number}`),
    due: text(form, `due-${number}`),
    steps: increments.map(({ year, increment }) => ({ year, increment, actual: actualIn(year) })),
  };
}

/** Saves the KPI as they were sent. */
export async function saveKpisOf({ ctx, form, params }: Visit): Promise<Result<null>> {
  const project = await projectById(ctx, params["id"] ?? "");
  const entered = Array.from({ length: places }, (_, index) => kpiIn(form, project, index + 1));
  const kpis = entered.filter((kpi) => kpi !== undefined);
  return saveGrantKpis(ctx, { id: project.id, version: Number(text(form, "version")), kpis });
}
