import type { Ctx } from "#domain/audit/index.ts";
import type { NodeLine } from "../checks.ts";
import { sdgGaps, type SdgGaps } from "../sdg-gaps.ts";
import type { SdgGapNote, SdgLink } from "../sdg-links.ts";
import { linesOf } from "../store/lines.ts";
import { sdgGapNotesOf, sdgLinksOf } from "../store/sdgs.ts";
import { inOrder } from "../tree.ts";
import type { PlanWithLevels } from "./plans.ts";

/** A measure as a row of the matrix. */
export interface MatrixRow extends NodeLine {
  readonly sdgs: readonly SdgLink[];
}

/** Measures × 17 goals, with what the links leave open. */
export interface SdgMatrix {
  /** In reading order. */
  readonly rows: readonly MatrixRow[];
  readonly gaps: SdgGaps<MatrixRow>;
  readonly notes: readonly SdgGapNote[];
}

export async function sdgMatrix(ctx: Ctx, plan: PlanWithLevels): Promise<SdgMatrix> {
  const withPage = new Set(plan.levels.filter((level) => level.hasPage).map((level) => level.depth));
  const measures = inOrder(await linesOf(ctx.db, plan.id)).filter((line) => withPage.has(line.depth));
  const links = await sdgLinksOf(
    ctx.db,
    measures.map((line) => line.id),
  );
  const rows = measures.map((line) => ({ ...line, sdgs: links.get(line.id) ?? [] }));
  const notes = await sdgGapNotesOf(ctx.db, plan.id);
  return { rows, notes, gaps: sdgGaps({ levels: plan.levels, nodes: rows, sdgGapNotes: notes }) };
}
