import { page } from "#web/answer.tsx";
import { currentEdition } from "#web/public/editions.ts";
import type { PublicRoute, PublicVisit } from "#web/public/route.ts";
import { DeclarationsPage } from "./declarations-page.tsx";
import { showDeclare, takeDeclare } from "./declare-form.tsx";
import { declarationEditions } from "./edition.ts";
import { showReceipt, takeReceipt } from "./receipt-page.tsx";

/** Declarations (宣言): who carries the plan out with the city, and the forms to declare and to follow. */
export const declarationRoutes: readonly PublicRoute[] = [
  { path: "/declarations", handle: showAll },
  { method: "get", path: "/declarations/new", form: true, handle: showDeclare },
  { method: "post", path: "/declarations/new", form: true, handle: takeDeclare },
  { method: "get", path: "/declarations/receipt", form: true, handle: showReceipt },
  { method: "post", path: "/declarations/receipt", form: true, handle: takeReceipt },
];

async function showAll({ site }: PublicVisit): Promise<Response> {
  const canDeclare = (await currentEdition(site)) !== undefined;
  return page(<DeclarationsPage site={site} editions={await declarationEditions(site)} canDeclare={canDeclare} />);
}
