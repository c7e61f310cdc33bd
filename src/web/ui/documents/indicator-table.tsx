import type { ReactNode } from "react";
import { targetText, type IndicatorSnapshot } from "#domain/plan/published.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { TableFrame } from "../parts.tsx";

/** The indicators of a measure as a plan prints them (成果指標): where it stood, and what is aimed at by when. */
export function IndicatorTable({ indicators }: { readonly indicators: readonly IndicatorSnapshot[] }): ReactNode {
  return (
    <section className="mt-8" aria-label="成果指標">
      <h2 className="mb-3 text-[1.25rem]">成果指標</h2>
      <TableFrame label="成果指標">
        <table className="table">
          <caption className="visually-hidden">成果指標</caption>
          <thead>
            <tr>
              <th scope="col">指標</th>
              <th scope="col">現状値</th>
              <th scope="col">目標値</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.name}
                  {indicator.unit !== "" && `（${indicator.unit}）`}
                </th>
                <td>{baselineText(indicator)}</td>
                <td>
                  {indicator.targets.map((target) => (
                    <span key={target.year} className="block">
                      {fiscalYearWithBoth(target.year)}　{targetText(target, indicator.decimals)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function baselineText({ baseline, decimals }: IndicatorSnapshot): string {
  const words = baseline.value === null ? baseline.words || "−" : figure(baseline.value, decimals);
  return baseline.year === null ? words : `${fiscalYearWithBoth(baseline.year)}　${words}`;
}
