import type { ReactNode } from "react";
import { targetText, type IndicatorSnapshot } from "#domain/plan/published.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { TableFrame } from "../parts.tsx";

const heads = ["指標", "現状値", "目標値", "算出方法・出典"] as const;

/** The indicators of a measure as a plan prints them (成果指標): where it stood, what is aimed at by when, how it is measured. */
export function IndicatorTable({ indicators }: { readonly indicators: readonly IndicatorSnapshot[] }): ReactNode {
  return (
    <div className="mt-8">
      <h2 id="text-indicators" className="mb-3 text-[1.25rem]">
        成果指標
      </h2>
      <TableFrame label="成果指標の表">
        <table className="table stacked-table" role="table">
          <caption className="visually-hidden">成果指標</caption>
          <thead role="rowgroup">
            <tr role="row">
              {heads.map((head) => (
                <th key={head} scope="col" role="columnheader">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {indicators.map((indicator) => (
              <IndicatorRow key={indicator.id} indicator={indicator} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

/** On a telephone the cells stand below each other, each under its own head. */
function IndicatorRow({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const { name, unit, targets, decimals, description, source } = indicator;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name}
        {unit !== "" && `（${unit}）`}
      </th>
      <td role="cell" data-head={heads[1]}>
        {baselineText(indicator)}
      </td>
      <td role="cell" data-head={heads[2]}>
        {targets.map((target) => (
          <span key={target.year} className="block">
            <span className="whitespace-nowrap">{fiscalYearWithBoth(target.year)}</span>　{targetText(target, decimals)}
          </span>
        ))}
      </td>
      <td role="cell" data-head={heads[3]}>
        {description}
        {source !== "" && <span className="block">出典：{source}</span>}
      </td>
    </tr>
  );
}

function baselineText({ baseline, decimals }: IndicatorSnapshot): string {
  const words = baseline.value === null ? baseline.words || "−" : figure(baseline.value, decimals);
  return baseline.year === null ? words : `${fiscalYearWithBoth(baseline.year)}　${words}`;
}
