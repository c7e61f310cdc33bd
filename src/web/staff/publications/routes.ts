import { mayPublish, mayPurge, mayReadPublications, mayWithdraw } from "#domain/publication/index.ts";
import type { StaffRoute } from "#web/staff/route.ts";
import { publishCandidate, showCandidate } from "./candidate-page.tsx";
import { showList } from "./list-page.tsx";
import { prepareCandidate, showPreparation } from "./preparation-page.tsx";
import { showPublication } from "./publication-page.tsx";
import { askForPurge, purgePublication, showPurge, takeBackPurge } from "./purge-page.tsx";
import { showWithdrawal, withdrawPublication } from "./withdrawal-page.tsx";

/** Publishing: prepare, check, publish; withdraw, purge. The previews are in web/public-site.ts. */
export const publicationRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/publications", may: mayReadPublications, handle: showList },
  { method: "post", path: "/staff/publications", may: mayPublish, handle: publishCandidate },
  { method: "get", path: "/staff/publications/new", may: mayPublish, handle: showPreparation },
  { method: "post", path: "/staff/publications/candidates", may: mayPublish, handle: prepareCandidate },
  { method: "get", path: "/staff/publications/candidates/:candidate", may: mayReadPublications, handle: showCandidate },
  { method: "get", path: "/staff/publications/:publication", may: mayReadPublications, handle: showPublication },
  { method: "get", path: "/staff/publications/:publication/withdrawal", may: mayWithdraw, handle: showWithdrawal },
  {
    method: "post",
    path: "/staff/publications/:publication/withdrawal",
    may: mayWithdraw,
    handle: withdrawPublication,
  },
  { method: "get", path: "/staff/publications/:publication/purge", may: mayPurge, handle: showPurge },
  { method: "post", path: "/staff/publications/:publication/purge", may: mayPurge, handle: askForPurge },
  {
    method: "post",
    path: "/staff/publications/:publication/purge/confirmation",
    may: mayPurge,
    handle: purgePublication,
  },
  { method: "post", path: "/staff/publications/:publication/purge/taking-back", may: mayPurge, handle: takeBackPurge },
];
