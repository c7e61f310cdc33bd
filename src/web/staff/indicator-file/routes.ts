import { mayReadPlans, mayWorkOnPlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { showComparison, takeComparison } from "./comparison-page.tsx";
import { saveWorkbook, showUpload, takeUpload } from "./upload-page.tsx";

const indicators = "/staff/plans/:slug/indicators";

/** Stand before the routes of single indicators, whose id would take any word. */
export const indicatorFileRoutes: readonly StaffRoute[] = [
  { method: "get", path: `${indicators}/values.xlsx`, may: mayReadPlans, handle: saveWorkbook },
  { method: "get", path: `${indicators}/file`, may: mayWorkOnPlans, handle: (visit) => showUpload(visit) },
  { method: "post", path: `${indicators}/file`, may: mayWorkOnPlans, handle: takeUpload },
  { method: "get", path: `${indicators}/file/:file`, may: mayWorkOnPlans, handle: showComparison },
  { method: "post", path: `${indicators}/file/:file`, may: mayWorkOnPlans, handle: takeComparison },
];
