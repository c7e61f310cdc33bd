import type { ReactNode } from "react";
import { targetSetKindLabels, type IndicatorSnapshot } from "#domain/plan/published.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { targetText } from "./readings.ts";

/** What the strategy, a grant or the SDGs aim at over the same values, beside the plan's own targets (目標の組). */
export function OtherTargets({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const { targetSets } = indicator;
  if (targetSets.length === 0) return null;
  return (
    <>
      <h3 className="mt-8" id="other-targets">
        総合戦略や交付金などの目標
      </h3>
      <p className="section-note">
        同じ実績値に対して、ほかの計画や交付金が決めた目標です。上の図と表には入っていません。
      </p>
      <table className="table table-small">
        <caption className="visually-hidden">
          {indicator.name}の、総合戦略や交付金などの目標（単位：{indicator.unit}）
        </caption>
        <thead>
          <tr>
            <th scope="col">どの目標か</th>
            <th scope="col">年度</th>
            <th scope="col" className="number">
              目標
            </th>
          </tr>
        </thead>
        <tbody>
          {targetSets.flatMap(({ id, kind, name, targets }) =>
            targets.map((target) => (
              <tr key={`${id}-${target.year}`}>
                <th scope="row">
                  {targetSetKindLabels[kind]}（{name}）
                </th>
                <td>{fiscalYearWithBoth(target.year)}</td>
                <td className="number">{targetText(indicator, target)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  );
}
