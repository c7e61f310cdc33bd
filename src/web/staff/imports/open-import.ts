import { importCase, stageOf, type ImportCase, type ImportStage } from "#domain/plan/index.ts";
import { NotFound } from "#kernel/result.ts";
import type { Visit } from "#web/visit.ts";
import { elsewhereThan } from "../import-parts/step-frame.tsx";
import { stepsOf } from "./import-frame.tsx";

/** The import of the address, of the plan of the address. @throws NotFound */
export async function importOf(visit: Visit): Promise<ImportCase> {
  const theCase = await importCase(visit.ctx, visit.params["id"] ?? "");
  if (theCase.plan.slug !== visit.params["slug"]) throw new NotFound();
  return theCase;
}

/** Where to go instead, when the import is not at this step. */
export function elsewhere(theCase: ImportCase, step: ImportStage): Response | undefined {
  const { state } = theCase.planImport;
  const stage = state === "abandoned" ? "result" : stageOf(theCase.planImport, 0);
  return elsewhereThan(stepsOf(theCase), { state, stage, step });
}
