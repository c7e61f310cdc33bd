import type { Ctx } from "#domain/audit/index.ts";
import { keepPath, pathByCode, saveFigures, type PathWords, type PopulationFigure } from "#domain/strategy/index.ts";
import { expectAccepted } from "./outcome.ts";

/** Writes a path of the population with its figures. @returns its id */
export async function seedPath(ctx: Ctx, words: PathWords, figures: readonly PopulationFigure[]): Promise<string> {
  expectAccepted(await keepPath(ctx, words), words.name);
  const { id, version } = await pathByCode(ctx, words.code);
  expectAccepted(await saveFigures(ctx, { id, version, figures }), words.name);
  return id;
}
