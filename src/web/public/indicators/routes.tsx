import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import { nothingYetPage } from "#web/public/nothing-yet-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { IndicatorsPage } from "./indicators-page.tsx";

/** The indicators of the current plan. */
export const indicatorRoutes: readonly PublicRoute[] = [{ path: "/indicators", handle: showIndicators }];

async function showIndicators({ site, query }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  if (!edition) return nothingYetPage(site, { title: "進みぐあい（指標）", section: "indicators" });
  const goal = Number(query.get("goal") ?? "");
  const choice = { goal: Number.isInteger(goal) && goal > 0 ? goal : null, division: query.get("division") || null };
  return page(<IndicatorsPage reading={{ site, edition }} choice={choice} />);
}
