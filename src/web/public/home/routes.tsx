import { page } from "#web/answer.tsx";
import { consultationEditions } from "#web/public/consultations/edition.ts";
import { currentEdition, planHeads, planNames } from "#web/public/editions.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { voicesEditions } from "#web/public/voices/edition.ts";
import { ledgerOf } from "#web/public/voices/ledger.ts";
import { EmptyHomePage } from "./empty-home-page.tsx";
import { HomePage } from "./home-page.tsx";

/** The entrance of the public site. */
export const homeRoutes: readonly PublicRoute[] = [{ path: "/", handle: showHome }];

async function showHome({ site }: PublicVisit): Promise<Response> {
  const edition = await currentEdition(site);
  if (!edition) return page(<EmptyHomePage site={site} consultations={await consultationEditions(site)} />);
  return page(
    <HomePage
      reading={{ site, edition }}
      heads={await planHeads(site)}
      planNames={await planNames(site)}
      consultations={await consultationEditions(site)}
      ledger={ledgerOf(await voicesEditions(site))}
    />,
  );
}
