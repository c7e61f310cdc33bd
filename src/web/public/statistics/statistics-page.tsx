import type { ReactNode } from "react";
import type { ItemSnapshot, StatisticsSnapshot } from "#domain/statistics/published.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { valueText } from "#web/ui/statistics/words.ts";
import { prefectureOf, type StatisticsEdition } from "./edition.ts";
import { ItemChart, itemCourse, LatestWords } from "./item-figure.tsx";

interface Props {
  readonly site: Site;
  readonly edition: StatisticsEdition;
}

export const statisticsTitle = "統計で見るまち";

/** The statistics that the city goes by: those that measures cite as pictures, then every item with its newest value. */
export function StatisticsPage({ site, edition }: Props): ReactNode {
  const { head, snapshot } = edition;
  return (
    <PublicPage
      site={site}
      title={statisticsTitle}
      section="statistics"
      publication={head}
      description={`${site.name}の統計${snapshot.items.length}項目の推移と、ほかの市町村との比較`}
    >
      <div className="page section-first hue-1">
        <h1>{statisticsTitle}</h1>
        <p className="lead">計画の根拠になっている統計です。推移と、県内の市町村の中での位置がわかります。</p>
        {head.openness === "discussion" && <p className="stamp mt-4">未確定</p>}
        <Pictures site={site} snapshot={snapshot} />
        {snapshot.dataSets.map((set) => (
          <section key={set.code} className="mt-12" aria-labelledby={`set-${set.code}`}>
            <h2 id={`set-${set.code}`} className="text-[1.5rem]">
              {set.name}
            </h2>
            <p className="mt-2">
              出典：{set.source}
              {set.licence !== "" && `（${set.licence}）`}
            </p>
            {set.note !== "" && <p className="mt-1">{set.note}</p>}
            <Items site={site} snapshot={snapshot} items={snapshot.items.filter((item) => item.dataSet === set.code)} />
          </section>
        ))}
        <p className="mt-8">
          <a href={hrefIn(site, "/opendata")}>すべての値を表（CSV）で受け取る</a>
        </p>
      </div>
    </PublicPage>
  );
}

const pictured = 6;

/** The items that measures cite, or the first ones while nobody cites any. */
function Pictures({ site, snapshot }: { readonly site: Site; readonly snapshot: StatisticsSnapshot }): ReactNode {
  const cited = snapshot.items.filter(({ code }) => snapshot.citations.some(({ item }) => item === code));
  const shown = (cited.length > 0 ? cited : snapshot.items).filter(({ years }) => years.length > 1).slice(0, pictured);
  const beside = prefectureOf(snapshot);
  if (shown.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="pictures">
      <h2 id="pictures" className="mb-4 text-[1.5rem]">
        {cited.length > 0 ? "施策の根拠になっている統計" : "おもな統計の推移"}
      </h2>
      <div className="indicator-grid">
        {shown.map((item) => {
          const course = itemCourse(snapshot, item, beside);
          return (
            <figure key={item.code} className="indicator" aria-labelledby={`name-${item.code}`}>
              <figcaption>
                <h3 id={`name-${item.code}`}>
                  <a href={hrefIn(site, `/statistics/${item.code}`)}>{item.name}</a>
                </h3>
                <LatestWords course={course} />
              </figcaption>
              <ItemChart course={course} id={`chart-${item.code}`} />
            </figure>
          );
        })}
      </div>
    </section>
  );
}

interface ItemsProps {
  readonly site: Site;
  readonly snapshot: StatisticsSnapshot;
  readonly items: readonly ItemSnapshot[];
}

function Items({ site, snapshot, items }: ItemsProps): ReactNode {
  const beside = prefectureOf(snapshot);
  return (
    <div className="table-frame mt-4" role="region" aria-label="項目の一覧" tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">項目の一覧</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">年度</th>
            <th scope="col" className="number">
              値
            </th>
            <th scope="col">単位</th>
            <th scope="col" className="number">
              県内の順位
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { latest } = itemCourse(snapshot, item, beside);
            return (
              <tr key={item.code}>
                <th scope="row" className="min-w-40">
                  <a href={hrefIn(site, `/statistics/${item.code}`)} className="inline-block py-1.5">
                    {item.name}
                  </a>
                </th>
                <td className="whitespace-nowrap">{latest ? fiscalYearLabel(latest.year) : ""}</td>
                <td className="number">{valueText(latest?.own, item.decimals)}</td>
                <td>{item.unit}</td>
                <td className="number whitespace-nowrap">
                  {latest?.place ? `${latest.place.of}団体中 ${latest.place.rank}位` : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
