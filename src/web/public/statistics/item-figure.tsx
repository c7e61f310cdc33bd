import type { ReactNode } from "react";
import { courseOf, type CourseYear, type ItemSnapshot, type StatisticsSnapshot } from "#domain/statistics/published.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { CourseChart, type Course } from "#web/ui/charts/course-chart.tsx";
import { placeText, valueText } from "#web/ui/statistics/words.ts";
import { valuesBeside, type Beside } from "./edition.ts";

/** An item with its course beside others. */
export interface ItemCourse {
  readonly item: ItemSnapshot;
  readonly ownName: string;
  readonly beside: Beside | undefined;
  readonly years: readonly CourseYear[];
  /** The newest year in which the city has a value or a sign. */
  readonly latest: CourseYear | undefined;
}

export function itemCourse({ municipality }: StatisticsSnapshot, item: ItemSnapshot, beside?: Beside): ItemCourse {
  const { code } = municipality;
  const years = courseOf(valuesBeside(item, beside ?? { name: "", codes: [code] }), {
    code,
    direction: item.direction,
  });
  return { item, ownName: shortName(municipality.name), beside, years, latest: years.findLast(({ own }) => own) };
}

/** 「千曲市（公開資料より・非公式）」 is 千曲市 where a name stands in a picture. */
function shortName(name: string): string {
  return name.replace(/（.*$/u, "");
}

export function drawnCourse({ item, ownName, beside, years }: ItemCourse): Course {
  return {
    title: item.name,
    unit: item.unit,
    decimals: item.decimals,
    ownName,
    own: years.flatMap(({ year, own }) => (own ? [{ year, value: own.value }] : [])),
    otherName: beside ? `${beside.name}の中央値` : "",
    other: beside
      ? years.flatMap(({ year, median, members }) => (members > 1 && median !== null ? [{ year, value: median }] : []))
      : [],
  };
}

/** The newest year with its value, and the rank among those compared. */
export function LatestWords({ course: { item, latest, beside, ownName } }: { readonly course: ItemCourse }): ReactNode {
  if (!latest) return <p>{ownName}の値はありません。</p>;
  return (
    <p>
      {fiscalYearLabel(latest.year)}　<b>{valueText(latest.own, item.decimals)}</b>
      {latest.own?.value !== null && item.unit}
      {beside && latest.place && (
        <>
          {`　${beside.name}`}
          {placeText(latest.place)}
        </>
      )}
    </p>
  );
}

/** The picture of an item's course. */
export function ItemChart({ course, id }: { readonly course: ItemCourse; readonly id: string }): ReactNode {
  return <CourseChart course={drawnCourse(course)} id={id} />;
}
