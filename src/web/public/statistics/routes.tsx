import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import type { Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { besidesOf, prefectureOf, statisticsEdition } from "./edition.ts";
import { ItemPage } from "./item-page.tsx";
import { StatisticsPage, statisticsTitle } from "./statistics-page.tsx";

/** The statistics of the city and the page of each item. */
export const statisticsRoutes: readonly PublicRoute[] = [
  { path: "/statistics", handle: showStatistics },
  { path: "/statistics/:item", parameters: ["beside", "year"], handle: showItem },
];

async function showStatistics({ site }: PublicVisit): Promise<Response> {
  const edition = await statisticsEdition(site);
  return edition ? page(<StatisticsPage site={site} edition={edition} />) : notYetPage(site);
}

async function showItem({ site, params, query }: PublicVisit): Promise<Response> {
  const edition = await statisticsEdition(site);
  const item = edition?.snapshot.items.find(({ code }) => code === params.item);
  if (!edition || !item) return missingPage(site);
  const { snapshot } = edition;
  const beside = besidesOf(snapshot).find(({ name }) => name === query.get("beside")) ?? prefectureOf(snapshot);
  const year = Number(query.get("year"));
  return page(
    <ItemPage site={site} edition={edition} item={item} beside={beside} year={year > 0 ? year : undefined} />,
  );
}

/** Before the first publication: what will be here. */
function notYetPage(site: Site): Response {
  return page(
    <PublicPage
      site={site}
      title={statisticsTitle}
      section="statistics"
      description={`${site.name}の統計。公表された統計は、まだありません。`}
    >
      <div className="page section-first">
        <h1>{statisticsTitle}</h1>
        <div className="nothing-yet">
          <p className="nothing-yet-title">公表された統計は、まだありません。</p>
          <p>{site.name}が計画の根拠になる統計を公表すると、推移とほかの市町村との比較が、ここで見られます。</p>
        </div>
      </div>
    </PublicPage>,
  );
}
