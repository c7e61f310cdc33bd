import { page } from "#web/answer.tsx";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { currentEdition, planNames } from "#web/public/editions.ts";
import { formulationEditions } from "#web/public/formulation/edition.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { EmptyHomePage } from "./empty-home-page.tsx";
import { publishedHeads } from "./published-heads.ts";
import { HomePage } from "./home-page.tsx";

/** The entrance of the public site. */
export const homeRoutes: readonly PublicRoute[] = [{ path: "/", handle: showHome }];

async function showHome({ site }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  const formulations = await formulationEditions(site);
  const consultations = await consultationEditions(site);
  if (!edition) return page(<EmptyHomePage site={site} consultations={consultations} formulations={formulations} />);
  return page(
    <HomePage
      reading={{ site, edition }}
      heads={publishedHeads(await site.publications.heads())}
      planNames={await planNames(site)}
      consultations={consultations}
      formulations={formulations}
      ledger={ledgerOf(await voicesEditions(site))}
    />,
  );
}
