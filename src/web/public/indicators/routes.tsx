import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import { nothingYetPage } from "#web/public/nothing-yet-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { choiceOf } from "./choice.ts";
import { findIndicator, findRemoval } from "./find-indicator.ts";
import { IndicatorPage } from "./indicator-page.tsx";
import { RemovedIndicatorPage } from "./removed-indicators.tsx";
import { IndicatorsPage } from "./indicators-page.tsx";

/** The indicators of the current plan, and each on a page of its own. */
export const indicatorRoutes: readonly PublicRoute[] = [
  { path: "/indicators", parameters: ["goal", "division", "open"], handle: showIndicators },
  { path: "/indicators/:code", parameters: ["plan", "edition"], handle: showIndicator },
];

async function showIndicators({ site, query }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  if (!edition) return nothingYetPage(site, { title: "進みぐあい（指標）", section: "indicators" });
  return page(<IndicatorsPage reading={{ site, edition }} choice={choiceOf(query)} />);
}

async function showIndicator({ site, params, query }: PublicVisit): Promise<Response> {
  const found = await findIndicator(site, { code: params["code"] ?? "", query });
  if (!found) return showRemoval({ site, params, query });
  const { edition, branch, indicator } = found;
  return page(<IndicatorPage reading={{ site, edition }} branch={branch} indicator={indicator} />);
}

/** What is no longer measured says why, where the indicator was. */
async function showRemoval({ site, params, query }: Pick<PublicVisit, "site" | "params" | "query">): Promise<Response> {
  const found = await findRemoval(site, { code: params["code"] ?? "", query });
  if (!found) return missingPage(site);
  const { edition, removed, branch } = found;
  return page(<RemovedIndicatorPage reading={{ site, edition }} removed={removed} branch={branch} />);
}
