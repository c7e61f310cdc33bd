import type { ReactNode } from "react";
import { absenceLabels } from "#domain/plan/published.ts";
import { targetText, type DrawnIndicator } from "#export/indicator-readings.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel, fiscalYearWithBoth } from "#kernel/fiscal-year.ts";

/** Why there are gaps. */
export function GapNotes({ indicator }: { readonly indicator: DrawnIndicator }): ReactNode {
  const gaps = indicator.actuals.flatMap(({ year, absence }) =>
    absence ? [`${fiscalYearLabel(year)}は${absenceLabels[absence]}`] : [],
  );
  if (gaps.length === 0) return null;
  return <p className="chart-caption">「−」：{gaps.join("、")}</p>;
}

/** Every number of an indicator, year by year; a ratio also with what it was counted from. */
export function ValueTable({ indicator }: { readonly indicator: DrawnIndicator }): ReactNode {
  const { baseline, actuals, targets } = indicator;
  const years = [
    ...new Set(
      [...actuals, ...targets, ...(baseline.year === null ? [] : [{ year: baseline.year }])].map(({ year }) => year),
    ),
  ].sort((a, b) => a - b);
  return (
    <table className="table table-small">
      <caption className="visually-hidden">
        {indicator.name}の実績と目標（単位：{indicator.unit}）
      </caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col" className="number">
            実績
          </th>
          <th scope="col" className="number">
            目標
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <ValueRow key={year} indicator={indicator} year={year} />
        ))}
      </tbody>
    </table>
  );
}

function ValueRow({ indicator, year }: { readonly indicator: DrawnIndicator; readonly year: number }): ReactNode {
  const actual = indicator.actuals.find((each) => each.year === year);
  const target = indicator.targets.find((each) => each.year === year);
  const isBaseline = indicator.baseline.year === year;
  return (
    <tr>
      <th scope="row">
        {fiscalYearWithBoth(year)}
        {isBaseline && "・基準"}
      </th>
      <td className="number">
        {actualText(indicator, actual ?? (isBaseline ? { value: indicator.baseline.value, absence: null } : undefined))}
        {actual && actual.numerator !== null && actual.denominator !== null && (
          <small className="value-note whitespace-nowrap">{`${plainNumber(actual.numerator)} ÷ ${plainNumber(actual.denominator)}`}</small>
        )}
        {actual && actual.note !== "" && <small className="value-note">{actual.note}</small>}
      </td>
      <td className="number">{target ? targetText(indicator, target) : ""}</td>
    </tr>
  );
}

/** What a ratio was counted from, in its own digits. */
function plainNumber(value: number): string {
  return figure(value, String(value).split(".")[1]?.length ?? 0);
}

function actualText(
  indicator: DrawnIndicator,
  actual: Pick<DrawnIndicator["actuals"][number], "value" | "absence"> | undefined,
): string {
  if (!actual) return "";
  if (actual.value !== null) return figure(actual.value, indicator.decimals);
  return actual.absence ? `−（${absenceLabels[actual.absence]}）` : "−";
}
