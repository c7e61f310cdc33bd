import type { ReactNode } from "react";
import type { CourseYear } from "#domain/statistics/published.ts";
import { fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { medianText, valueText } from "./words.ts";

interface CourseTableProps {
  readonly caption: string;
  readonly course: readonly CourseYear[];
  readonly decimals: number;
  readonly ownName: string;
  /** Beside whom: 「県内」. */
  readonly scopeName: string;
}

/** Every year of a municipality: its value, the median of those it is compared with, its rank. */
export function CourseTable({ caption, course, decimals, ownName, scopeName }: CourseTableProps): ReactNode {
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col" className="number">
            {ownName}
          </th>
          <th scope="col" className="number">
            {scopeName}の中央値
          </th>
          <th scope="col" className="number">
            順位
          </th>
          <th scope="col" className="number">
            値のある団体
          </th>
          <th scope="col" className="number">
            値のない団体
          </th>
        </tr>
      </thead>
      <tbody>
        {course.toReversed().map((each) => (
          <tr key={each.year}>
            <th scope="row" className="whitespace-nowrap">
              {fiscalYearWithBoth(each.year)}
            </th>
            <td className="number">{valueText(each.own, decimals)}</td>
            <td className="number">{medianText(each.median, decimals)}</td>
            <td className="number whitespace-nowrap">{each.place ? `${each.place.rank}位` : ""}</td>
            <td className="number">{each.numbers}</td>
            <td className="number">{each.members - each.numbers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
