import { mayManageTemplates } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { downloadSample, handInTemplate, showTemplates } from "./list-page.tsx";
import { beginUse, downloadTemplate, endUse, showTemplate } from "./template-page.tsx";

const base = "/staff/word-templates";
const may = mayManageTemplates;

/** The city's Word templates (ひな形): hand in, look at, use, stop using. */
export const wordTemplateRoutes: readonly StaffRoute[] = [
  { method: "get", path: base, may, handle: (visit) => showTemplates(visit) },
  { method: "post", path: base, may, handle: handInTemplate },
  { method: "get", path: `${base}/sample`, may, handle: downloadSample },
  { method: "get", path: `${base}/:id`, may, handle: (visit) => showTemplate(visit) },
  { method: "get", path: `${base}/:id/file`, may, handle: downloadTemplate },
  { method: "post", path: `${base}/:id/use`, may, handle: beginUse },
  { method: "post", path: `${base}/:id/withdrawal`, may, handle: endUse },
];
