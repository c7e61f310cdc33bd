import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import type { Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { strategyEditions } from "./edition.ts";
import { StrategyPage, strategyTitle } from "./strategy-page.tsx";

/** The strategy that the city goes by, and each other one under its own address. */
export const strategyRoutes: readonly PublicRoute[] = [
  { path: "/strategy", handle: showPresent },
  { path: "/strategy/:strategy", handle: showStrategy },
];

async function showPresent({ site }: PublicVisit): Promise<Response> {
  const editions = await strategyEditions(site);
  const [edition] = editions;
  return edition ? page(<StrategyPage site={site} edition={edition} all={editions} />) : notYetPage(site);
}

async function showStrategy({ site, params }: PublicVisit): Promise<Response> {
  const editions = await strategyEditions(site);
  const edition = editions.find(({ head }) => head.reference === params.strategy);
  return edition ? page(<StrategyPage site={site} edition={edition} all={editions} />) : missingPage(site);
}

/** Before the first publication: what will be here. */
function notYetPage(site: Site): Response {
  return page(
    <PublicPage
      site={site}
      title={strategyTitle}
      section="strategy"
      description={`${site.name}の総合戦略。公表された総合戦略は、まだありません。`}
    >
      <div className="page section-first">
        <h1>{strategyTitle}</h1>
        <div className="nothing-yet">
          <p className="nothing-yet-title">公表された総合戦略は、まだありません。</p>
          <p>{site.name}が総合戦略を公表すると、目標、人口の見通し、交付金を使った事業が、ここで読めます。</p>
        </div>
      </div>
    </PublicPage>,
  );
}
