import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import { nothingYetPage } from "#web/public/nothing-yet-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { choiceOf } from "./choice.ts";
import { IndicatorsPage } from "./indicators-page.tsx";

/** The indicators of the current plan. */
export const indicatorRoutes: readonly PublicRoute[] = [
  { path: "/indicators", parameters: ["goal", "division", "open"], handle: showIndicators },
];

async function showIndicators({ site, query }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  if (!edition) return nothingYetPage(site, { title: "進みぐあい（指標）", section: "indicators" });
  return page(<IndicatorsPage reading={{ site, edition }} choice={choiceOf(query)} />);
}
