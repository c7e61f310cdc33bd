import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Erasure, ErasureKind, KeptPart } from "./erasure.ts";
import { mayErase } from "./permissions.ts";
import { erasuresOf } from "./store/erasures.ts";
import { keptBy } from "./store/kept-parts.ts";

/** The erasures of a plan, asked for and done, the newest first. */
export async function planErasures(ctx: Ctx, planId: string): Promise<Erasure[]> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  return erasuresOf(ctx.db, planId);
}

/** What a node, an import or an indicator of the plan keeps of its past. @throws NotFound */
export async function keptParts(
  ctx: Ctx,
  { planId, kind, targetId }: { readonly planId: string; readonly kind: ErasureKind; readonly targetId: string },
): Promise<readonly KeptPart[]> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const kept = isId(targetId) ? await keptBy(ctx.db, kind, targetId) : undefined;
  if (kept?.planId !== planId) throw new NotFound();
  return kept.parts;
}

/** Why each part of a target was erased (消去の理由), by its key: for the pages on which the contents stood. */
export async function erasureReasons(
  ctx: Ctx,
  { planId, targetId }: { readonly planId: string; readonly targetId: string },
): Promise<ReadonlyMap<string, string>> {
  const done = (await erasuresOf(ctx.db, planId)).filter(
    (each) => each.targetId === targetId && each.erasedAt !== null,
  );
  return new Map(done.flatMap(({ parts, reason }) => parts.map((key) => [key, reason] as const)));
}
