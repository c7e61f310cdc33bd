import { mayReadManuscripts } from "#domain/documents/index.ts";
import type { StaffRoute } from "../route.ts";
import { sendComparison, showComparison } from "./comparison-page.tsx";

const path = "/staff/documents/:slug/compare";

/** Two versions of a plan's document beside each other (新旧対照表); before the routes of versions, whose numbers these look like. */
export const comparisonRoutes: readonly StaffRoute[] = [
  { method: "get", path, may: mayReadManuscripts, handle: showComparison },
  { method: "get", path: `${path}/:file`, may: mayReadManuscripts, handle: sendComparison },
];
