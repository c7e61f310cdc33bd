import type { ReactNode } from "react";
import { comparisonOf, placeOf, type ItemSnapshot } from "#domain/statistics/published.ts";
import { fiscalYearLabel, fiscalYearWithBoth } from "#kernel/fiscal-year.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PlaceStrip } from "#web/ui/charts/place-strip.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { ComparisonTable, comparisonLines } from "#web/ui/statistics/comparison-table.tsx";
import { CourseTable } from "#web/ui/statistics/course-table.tsx";
import { directionText, medianText, placeText, valueText } from "#web/ui/statistics/words.ts";
import { besidesOf, valuesBeside, type Beside, type StatisticsEdition } from "./edition.ts";
import { ItemChart, itemCourse, LatestWords, type ItemCourse } from "./item-figure.tsx";
import { statisticsTitle } from "./statistics-page.tsx";

interface Props {
  readonly site: Site;
  readonly edition: StatisticsEdition;
  readonly item: ItemSnapshot;
  readonly beside: Beside;
  readonly year: number | undefined;
}

/** One item: its course, the place of the city in a year, the table of all compared, the source. */
export function ItemPage(props: Props): ReactNode {
  const { site, edition, item, beside } = props;
  const { snapshot, head } = edition;
  const set = snapshot.dataSets.find(({ code }) => code === item.dataSet);
  const course = itemCourse(snapshot, item, beside);
  return (
    <PublicPage
      site={site}
      title={item.name}
      section="statistics"
      publication={head}
      crumbs={[{ href: hrefIn(site, "/statistics"), label: statisticsTitle }]}
      description={`${site.name}の${item.name}の推移と、ほかの市町村との比較`}
    >
      <div className="page section-first hue-1">
        <h1>{item.name}</h1>
        {item.description !== "" && <p className="lead">{item.description}</p>}
        <div className="mt-4">
          <LatestWords course={course} />
        </div>
        <Choices {...props} />
        <section className="mt-8" aria-labelledby="trend">
          <h2 id="trend" className="text-[1.5rem]">
            推移
          </h2>
          <ItemChart course={course} id="course" />
          <details className="fold mt-4">
            <summary>すべての年度の表</summary>
            <div className="table-frame mt-2" role="region" aria-label={`${item.name}の推移`} tabIndex={0}>
              <CourseTable
                caption={`${item.name}の推移（単位：${item.unit || "なし"}）`}
                course={course.years}
                decimals={item.decimals}
                ownName={course.ownName}
                scopeName={beside.name}
              />
            </div>
            <p className="chart-caption mt-2">
              折れ線の縦軸は0から始まっていません。「−」は、その年度に該当する数値がないことを表します。
            </p>
          </details>
        </section>
        <Place {...props} course={course} />
        {set && (
          <p className="mt-8">
            出典：{set.source}
            {set.licence !== "" && `（${set.licence}）`}
            {set.sourceAddress !== "" && `　${set.sourceAddress}`}
          </p>
        )}
      </div>
    </PublicPage>
  );
}

function hrefOf({ site, item }: Props, beside: Beside, year: number | undefined, isFirst: boolean): string {
  const parameters = new URLSearchParams();
  if (!isFirst) parameters.set("beside", beside.name);
  if (year !== undefined) parameters.set("year", String(year));
  const query = parameters.size > 0 ? `?${parameters}` : "";
  return hrefIn(site, `/statistics/${item.code}${query}`);
}

/** Beside whom; there is a choice only where the city named groups. */
function Choices(props: Props): ReactNode {
  const besides = besidesOf(props.edition.snapshot);
  if (besides.length < 2) return null;
  return (
    <nav aria-label="くらべる相手" className="no-print mt-4">
      <ul className="list-plain flex flex-wrap gap-x-6">
        {besides.map((each, index) => (
          <li key={each.name}>
            {each.name === props.beside.name ? (
              <b aria-current="true" className="inline-block py-2.5">
                {each.name}とくらべる
              </b>
            ) : (
              <a href={hrefOf(props, each, props.year, index === 0)} className="inline-block py-2.5">
                {each.name}とくらべる
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place(props: Props & { readonly course: ItemCourse }): ReactNode {
  const { edition, item, beside, course } = props;
  const asked = course.years.find(({ year }) => year === props.year);
  const at = asked ?? course.latest ?? course.years.at(-1);
  if (!at) return null;
  const { snapshot } = edition;
  const own = snapshot.municipality.code;
  const comparison = comparisonOf(
    valuesBeside(item, beside).filter(({ year }) => year === at.year),
    item.direction,
  );
  const place = placeOf(comparison, own);
  const names = new Map(snapshot.municipalities.map(({ code, prefecture, name }) => [code, { prefecture, name }]));
  const isOnePrefecture = beside.name === besidesOf(snapshot)[0]?.name;
  const nameOf = (code: string) => {
    const found = names.get(code);
    return found ? (isOnePrefecture ? found.name : `${found.prefecture} ${found.name}`.trim()) : code;
  };
  const caption = `${beside.name}の${item.name}（${fiscalYearWithBoth(at.year)}）`;
  return (
    <section className="mt-10" aria-labelledby="place">
      <h2 id="place" className="text-[1.5rem]">
        {beside.name}での位置（{fiscalYearLabel(at.year)}）
      </h2>
      <p className="mt-2">
        {course.ownName} <b>{valueText(at.own, item.decimals)}</b>
        {at.own?.value !== null && item.unit}
        {place && `　${placeText(place)}`}
        {comparison.median !== null && `　中央値 ${medianText(comparison.median, item.decimals)}${item.unit}`}
      </p>
      <p className="chart-caption">順位の数え方：{directionText(item.direction)}</p>
      {comparison.median !== null && (
        <PlaceStrip
          id="places"
          places={{
            title: item.name,
            unit: item.unit,
            decimals: item.decimals,
            values: comparison.ranked.map(({ value }) => value),
            own: at.own?.value ?? null,
            ownName: course.ownName,
            median: comparison.median,
          }}
        />
      )}
      <Years {...props} at={at.year} />
      <details className="fold mt-4">
        <summary>{beside.name}の市区町村の表</summary>
        <div className="table-frame mt-2" role="region" aria-label={caption} tabIndex={0}>
          <ComparisonTable
            caption={caption}
            lines={comparisonLines(comparison, { decimals: item.decimals, nameOf })}
            unit={item.unit}
            ownCode={own}
          />
        </div>
      </details>
    </section>
  );
}

/** The other years; each compares those who stood in that year. */
function Years(props: Props & { readonly course: ItemCourse; readonly at: number }): ReactNode {
  const { course, beside, at, edition } = props;
  if (course.years.length < 2) return null;
  const isFirst = beside.name === besidesOf(edition.snapshot)[0]?.name;
  return (
    <nav aria-label="年度" className="no-print mt-4">
      <ul className="list-plain flex flex-wrap gap-x-4">
        {course.years.toReversed().map(({ year }) => (
          <li key={year}>
            {year === at ? (
              <b aria-current="true" className="inline-block py-2.5">
                {fiscalYearLabel(year)}
              </b>
            ) : (
              <a href={`${hrefOf(props, beside, year, isFirst)}#place`} className="inline-block py-2.5">
                {fiscalYearLabel(year)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
