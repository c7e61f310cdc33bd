import { mayReadPlans, mayWorkOnPlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { showGrid } from "./grid-page.tsx";
import { saveGrid } from "./grid-save.ts";

const grid = "/staff/plans/:slug/indicators/grid";

/** Stand before the routes of single indicators, whose id would take any word. */
export const indicatorGridRoutes: readonly StaffRoute[] = [
  { method: "get", path: grid, may: mayReadPlans, handle: (visit) => showGrid(visit) },
  { method: "post", path: grid, may: mayWorkOnPlans, handle: saveGrid },
];
