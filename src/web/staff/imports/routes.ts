import { importFile, mayImportPlans, planBySlug, stageOf } from "#domain/plan/index.ts";
import { importTemplate } from "#export/import-template.ts";
import { download, onwards } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { importPath } from "./addresses.ts";
import { saveColumns, showColumns } from "./columns-step.tsx";
import { showImports, upload } from "./imports-page.tsx";
import { importOf } from "./open-import.ts";
import { abandon, errorsCsv, reopen, showProgress, showResult } from "./outcome-steps.tsx";
import { requestImport, showPreview } from "./preview-step.tsx";
import { saveAnswers, showQuestions } from "./question-step.tsx";
import { saveSheet, showSheet } from "./sheet-step.tsx";

const base = "/staff/plans/:slug/imports";
const may = mayImportPlans;

/** Importing a plan from an office's sheet, step by step. */
export const importRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/plans/:slug/import-template", may, handle: template },
  { method: "get", path: base, may, handle: showImports },
  { method: "post", path: base, may, handle: upload },
  { method: "get", path: `${base}/:id`, may, handle: goOn },
  { method: "get", path: `${base}/:id/file`, may, handle: original },
  { method: "get", path: `${base}/:id/errors.csv`, may, handle: errorsCsv },
  { method: "get", path: `${base}/:id/sheet`, may, handle: showSheet },
  { method: "post", path: `${base}/:id/sheet`, may, handle: saveSheet },
  { method: "get", path: `${base}/:id/columns`, may, handle: showColumns },
  { method: "post", path: `${base}/:id/columns`, may, handle: saveColumns },
  { method: "get", path: `${base}/:id/questions`, may, handle: showQuestions },
  { method: "post", path: `${base}/:id/questions`, may, handle: saveAnswers },
  { method: "get", path: `${base}/:id/preview`, may, handle: showPreview },
  { method: "post", path: `${base}/:id/application`, may, handle: requestImport },
  { method: "get", path: `${base}/:id/progress`, may, handle: showProgress },
  { method: "get", path: `${base}/:id/result`, may, handle: showResult },
  { method: "post", path: `${base}/:id/reopening`, may, handle: reopen },
  { method: "post", path: `${base}/:id/abandonment`, may, handle: abandon },
];

/** On to the first step that is not done. */
async function goOn(visit: Visit): Promise<Response> {
  const { plan, planImport } = await importOf(visit);
  return onwards(importPath(plan.slug, planImport.id, stageOf(planImport, 0)));
}

async function original(visit: Visit): Promise<Response> {
  const { planImport } = await importOf(visit);
  const { bytes, name, mediaType } = await importFile(visit.ctx, planImport.id);
  return download(bytes, name, mediaType);
}

async function template(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  const bytes = await importTemplate(plan);
  return download(
    bytes,
    `${plan.name}_取込みのひな形.xlsx`,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  );
}
