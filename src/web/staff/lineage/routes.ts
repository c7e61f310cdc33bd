import { mayReadPlans, mayTraceLineage } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { saveLinks, showLineage, takeBackLineage } from "./board-page.tsx";
import { endContinuation, saveContinuation, showContinuations } from "./indicators-page.tsx";
import { removeLink, saveLink, showLink } from "./link-page.tsx";
import { acceptSuggestions, showSuggestions } from "./suggestions-page.tsx";
import { saveLineageFile, saveLineageWorkbook } from "./table-file.ts";
import { applyTable, previewTable, showTable } from "./table-page.tsx";

const plan = "/staff/plans/:slug";
const lineage = `${plan}/lineage`;
const link = `${lineage}/links/:link`;

export const lineageRoutes: readonly StaffRoute[] = [
  { method: "get", path: lineage, may: mayReadPlans, handle: showLineage },
  { method: "post", path: lineage, may: mayTraceLineage, handle: saveLinks },
  { method: "get", path: `${plan}/lineage.csv`, may: mayReadPlans, handle: saveLineageFile },
  { method: "get", path: `${plan}/lineage.xlsx`, may: mayReadPlans, handle: saveLineageWorkbook },
  { method: "get", path: `${lineage}/suggestions`, may: mayTraceLineage, handle: (visit) => showSuggestions(visit) },
  { method: "post", path: `${lineage}/suggestions`, may: mayTraceLineage, handle: acceptSuggestions },
  { method: "post", path: `${lineage}/undo`, may: mayTraceLineage, handle: takeBackLineage },
  { method: "get", path: link, may: mayTraceLineage, handle: showLink },
  { method: "post", path: link, may: mayTraceLineage, handle: saveLink },
  { method: "post", path: `${link}/removal`, may: mayTraceLineage, handle: removeLink },
  { method: "get", path: `${lineage}/table`, may: mayTraceLineage, handle: showTable },
  { method: "post", path: `${lineage}/table`, may: mayTraceLineage, handle: previewTable },
  { method: "post", path: `${lineage}/table/application`, may: mayTraceLineage, handle: applyTable },
  { method: "get", path: `${lineage}/indicators`, may: mayReadPlans, handle: showContinuations },
  { method: "post", path: `${lineage}/indicators`, may: mayTraceLineage, handle: saveContinuation },
  { method: "post", path: `${lineage}/indicators/separation`, may: mayTraceLineage, handle: endContinuation },
];
