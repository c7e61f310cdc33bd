import type { ReactNode } from "react";
import { effectLabels, policyLabels, verdictLabels, type GrantSnapshot } from "#domain/strategy/published.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { TableFrame } from "#web/ui/parts.tsx";
import { yenWords } from "./grant-report.ts";

/** Grant projects (交付金事業) with their position, money, KPI and what the yearly check said. */
export function GrantList({ grants }: { readonly grants: readonly GrantSnapshot[] }): ReactNode {
  return grants.map((grant) => (
    <section key={grant.id} className="mt-8" aria-labelledby={`grant-${grant.id}`}>
      <h3 id={`grant-${grant.id}`} className="text-[1.125rem]">
        {grant.name}
      </h3>
      <p className="mt-1">
        {grant.programme}　{periodLabel(grant)}
      </p>
      <p className="mt-1">
        位置づけ：{grant.goal === "" ? "−" : `基本目標${grant.goal}`}
        {grant.measure && `　施策${grant.measure.code} ${grant.measure.title}`}
      </p>
      {grant.summary !== "" && <p className="prose mt-2">{grant.summary}</p>}
      {grant.years.length > 0 && <Years grant={grant} />}
      {grant.kpis.length > 0 && <Kpis grant={grant} />}
    </section>
  ));
}

function Years({ grant }: { readonly grant: GrantSnapshot }): ReactNode {
  return (
    <div className="mt-3">
      <TableFrame label={`${grant.name}の事業費と検証`}>
        <table className="table">
          <caption className="visually-hidden">{grant.name}の事業費と効果検証</caption>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col" className="number">
                事業費
              </th>
              <th scope="col" className="number">
                交付金額
              </th>
              <th scope="col" className="number">
                実績額
              </th>
              <th scope="col">事業効果</th>
              <th scope="col">外部有識者の評価</th>
              <th scope="col">今後の方針</th>
            </tr>
          </thead>
          <tbody>
            {grant.years.map((each) => (
              <tr key={each.year}>
                <th scope="row">{fiscalYearLabel(each.year)}</th>
                <td className="number">{yenWords(each.costYen)}</td>
                <td className="number">{yenWords(each.grantYen)}</td>
                <td className="number">{yenWords(each.spentYen)}</td>
                <td>{each.effect ? effectLabels[each.effect] : "−"}</td>
                <td>
                  {each.verdict ? verdictLabels[each.verdict] : "−"}
                  {each.opinion !== "" && `：${each.opinion}`}
                </td>
                <td>
                  {each.policy ? policyLabels[each.policy] : "−"}
                  {each.policyReason !== "" && `：${each.policyReason}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

function Kpis({ grant }: { readonly grant: GrantSnapshot }): ReactNode {
  const years = [...new Set(grant.kpis.flatMap(({ steps }) => steps.map(({ year }) => year)))].toSorted(
    (a, b) => a - b,
  );
  return (
    <div className="mt-3">
      <TableFrame label={`${grant.name}のKPI`}>
        <table className="table">
          <caption className="text-left">KPI：目標値（増分）／実績値</caption>
          <thead>
            <tr>
              <th scope="col">指標</th>
              <th scope="col" className="number">
                事前値
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {fiscalYearLabel(year)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grant.kpis.map((kpi) => (
              <tr key={kpi.name}>
                <th scope="row">
                  {kpi.name}
                  {kpi.unit !== "" && `（${kpi.unit}）`}
                </th>
                <td className="number">{figure(kpi.base, kpi.decimals)}</td>
                {years.map((year) => (
                  <td key={year} className="number">
                    {stepWords(kpi, year)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** 「50（+5）／48」; 「−」 for what is not known. */
function stepWords({ steps, decimals }: GrantSnapshot["kpis"][number], year: number): string {
  const step = steps.find((each) => each.year === year);
  const words = (value: number | null | undefined) =>
    value === null || value === undefined ? "−" : figure(value, decimals);
  const increment =
    step?.increment === null || step?.increment === undefined
      ? ""
      : `（${step.increment < 0 ? "" : "+"}${words(step.increment)}）`;
  return `${words(step?.target)}${increment}／${words(step?.actual)}`;
}
