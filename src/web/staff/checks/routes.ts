import { mayReadPlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { saveChecksFile, showChecks } from "./checks-page.tsx";
import { saveQualityFile, showQuality } from "./quality-page.tsx";

const plan = "/staff/plans/:slug";

export const checkRoutes: readonly StaffRoute[] = [
  { method: "get", path: `${plan}/checks`, may: mayReadPlans, handle: showChecks },
  { method: "get", path: `${plan}/checks.csv`, may: mayReadPlans, handle: saveChecksFile },
  { method: "get", path: `${plan}/quality`, may: mayReadPlans, handle: showQuality },
  { method: "get", path: `${plan}/quality.csv`, may: mayReadPlans, handle: saveQualityFile },
];
