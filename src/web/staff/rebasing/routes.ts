import { mayManagePlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { showBranches } from "./branches-page.tsx";
import { applyRebasing, showPreview, takeBackRebasing } from "./preview-page.tsx";
import { reshowStart, showStart } from "./start-page.tsx";

const rebasing = "/staff/plans/:slug/rebasing";

export const rebasingRoutes: readonly StaffRoute[] = [
  { method: "get", path: rebasing, may: mayManagePlans, handle: showStart },
  { method: "post", path: rebasing, may: mayManagePlans, handle: reshowStart },
  { method: "post", path: `${rebasing}/branches`, may: mayManagePlans, handle: showBranches },
  { method: "post", path: `${rebasing}/preview`, may: mayManagePlans, handle: showPreview },
  { method: "post", path: `${rebasing}/application`, may: mayManagePlans, handle: applyRebasing },
  { method: "post", path: `${rebasing}/undo`, may: mayManagePlans, handle: takeBackRebasing },
];
