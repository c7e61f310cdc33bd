import { importCase, stageOf, type ImportCase, type ImportStage } from "#domain/plan/index.ts";
import { NotFound } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { importPath } from "./addresses.ts";

/** The import of the address, of the plan of the address. @throws NotFound */
export async function importOf(visit: Visit): Promise<ImportCase> {
  const theCase = await importCase(visit.ctx, visit.params["id"] ?? "");
  if (theCase.plan.slug !== visit.params["slug"]) throw new NotFound();
  return theCase;
}

const order: readonly ImportStage[] = ["sheet", "columns", "questions", "preview", "progress", "result"];

/** Where to go instead, when the import is not yet, or no longer, at this step. Earlier steps may be opened again while it is open. */
export function elsewhere(theCase: ImportCase, step: ImportStage): Response | undefined {
  const { planImport, plan } = theCase;
  const stage = planImport.state === "abandoned" ? "result" : stageOf(planImport, 0);
  const isClosed = planImport.state !== "open";
  const isAhead = order.indexOf(step) > order.indexOf(stage);
  return (isClosed && stage !== step) || isAhead ? onwards(importPath(plan.slug, planImport.id, stage)) : undefined;
}
