import { mayReadPlans, mayWorkOnPlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { confirmDrafts, showDrafts } from "./drafts-page.tsx";

const drafts = "/staff/plans/:slug/indicators/drafts";

/** Stand before the routes of single indicators, whose id would take any word. */
export const indicatorDraftRoutes: readonly StaffRoute[] = [
  { method: "get", path: drafts, may: mayReadPlans, handle: (visit) => showDrafts(visit) },
  { method: "post", path: drafts, may: mayWorkOnPlans, handle: confirmDrafts },
];
