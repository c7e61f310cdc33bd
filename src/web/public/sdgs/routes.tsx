import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import { declarationEditions } from "#web/public/declarations/edition.ts";
import { nothingYetPage } from "#web/public/nothing-yet-page.tsx";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { SdgsPage } from "./sdgs-page.tsx";

/** The current plan seen from the 17 goals of the SDGs. */
export const sdgRoutes: readonly PublicRoute[] = [{ path: "/sdgs", handle: showSdgs }];

async function showSdgs({ site }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  if (!edition) return nothingYetPage(site, { title: "SDGsと計画", section: "sdgs" });
  const declarations = (await declarationEditions(site)).flatMap(({ snapshot }) => snapshot.declarations);
  return page(<SdgsPage reading={{ site, edition }} declarations={declarations} />);
}
