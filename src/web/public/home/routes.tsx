import { page } from "#web/answer.tsx";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { currentEdition, planHeads, planNames } from "#web/public/editions.ts";
import { formulationEditions } from "#web/public/formulation/edition.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { EmptyHomePage } from "./empty-home-page.tsx";
import { HomePage } from "./home-page.tsx";

/** The entrance of the public site. */
export const homeRoutes: readonly PublicRoute[] = [{ path: "/", handle: showHome }];

async function showHome({ site }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  const isInMaking = (await formulationEditions(site)).length > 0;
  const consultations = await consultationEditions(site);
  if (!edition) return page(<EmptyHomePage site={site} consultations={consultations} isInMaking={isInMaking} />);
  return page(
    <HomePage
      reading={{ site, edition }}
      heads={await planHeads(site)}
      planNames={await planNames(site)}
      consultations={consultations}
      isInMaking={isInMaking}
      ledger={ledgerOf(await voicesEditions(site))}
    />,
  );
}
