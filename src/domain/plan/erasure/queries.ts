import type { Ctx } from "#domain/audit/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Erasure, ErasureKind, KeptAbove, KeptPart } from "./erasure.ts";
import { mayErase } from "./permissions.ts";
import { erasuresOf } from "./store/erasures.ts";
import { keptBy, namesOf } from "./store/kept-parts.ts";

/** An erasure with what it is about, as that is called today. */
export interface NamedErasure extends Erasure {
  readonly targetName: string;
}

/** The erasures of a plan, asked for and done, the newest first. */
export async function planErasures(ctx: Ctx, planId: string, above: KeptAbove): Promise<NamedErasure[]> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const erasures = await erasuresOf(ctx.db, planId);
  const names = erasures.length > 0 ? await namesOf(ctx, planId, above) : new Map<string, string>();
  return erasures.map((erasure) => ({ ...erasure, targetName: names.get(erasure.targetId) ?? "" }));
}

/** How the node, the import, the indicator or the section is called today. */
export async function erasureTargetName(
  ctx: Ctx,
  { planId, targetId, above }: { readonly planId: string; readonly targetId: string; readonly above: KeptAbove },
): Promise<string> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  return (await namesOf(ctx, planId, above)).get(targetId) ?? "";
}

interface Target {
  readonly kind: ErasureKind;
  readonly targetId: string;
  readonly above: KeptAbove;
}

/** What a node, an import, an indicator or a section of the plan keeps of its past. @throws NotFound */
export async function keptParts(
  ctx: Ctx,
  { planId, ...target }: Target & { readonly planId: string },
): Promise<readonly KeptPart[]> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const kept = await keptBy(ctx, target);
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
