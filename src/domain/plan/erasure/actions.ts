import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { otherPurgers } from "#domain/publication/index.ts";
import { isId, newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { confirmationRefusal, partsRefusal, type Erasure, type ErasureKind, type KeptAbove } from "./erasure.ts";
import { erasureRefusals } from "./labels.ts";
import { mayErase } from "./permissions.ts";
import {
  emptyImport,
  emptyRevisions,
  emptyValues,
  heldErasure,
  insertErasure,
  isAsked,
  markErased,
  removeRequest,
  rewriteErased,
} from "./store/erasures.ts";
import { keptBy } from "./store/kept-parts.ts";

/** What shall be erased, and why. */
export interface ErasureInput {
  readonly kind: ErasureKind;
  readonly targetId: string;
  readonly parts: readonly string[];
  readonly reason: string;
}

/** Asks for an erasure (内容の消去の求め): nothing goes before a second person confirms. */
export async function requestErasure(
  ctx: Ctx,
  { above, ...input }: ErasureInput & { readonly above: KeptAbove },
): Promise<Result<{ readonly id: string }>> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(erasureRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const kept = await keptBy({ ...ctx, db: tx }, { ...input, above });
    if (!kept) throw new NotFound();
    const refusal = partsRefusal(kept.parts, input.parts);
    if (refusal) return refuse(refusal);
    const obstacle = await above.obstacle(tx, input);
    if (obstacle) return refuse(obstacle);
    if (await isAsked(tx, input.targetId)) return refuse(erasureRefusals.alreadyAsked);
    const at = ctx.clock.now();
    const asked = { id: newId(), planId: kept.planId, askedBy: personId(ctx.actor), askedAt: at };
    const erasure = { ...input, ...asked, parts: [...new Set(input.parts)], reason };
    await insertErasure(tx, erasure);
    await record(tx, ctx, "plan.erasure.requested", referenceOf(erasure));
    return accept({ id: erasure.id });
  });
}

/** Takes a request back before anybody confirmed it: everything stays. */
export async function takeBackErasure(ctx: Ctx, input: { readonly id: string }): Promise<Result<Erasure>> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  return ctx.transaction(async (tx) => {
    const erasure = await held(tx, input.id);
    if (erasure.erasedAt) return refuse(erasureRefusals.alreadyErased);
    await removeRequest(tx, erasure.id);
    await record(tx, ctx, "plan.erasure.takenBack", referenceOf(erasure));
    return accept(erasure);
  });
}

/**
 * Confirms an erasure and does it (eraseRevision): the contents go for good; who, when and why stay. Who asked may confirm only
 * where nobody else could. Backups and the database's own log (WAL) still hold them.
 */
export async function confirmErasure(
  ctx: Ctx,
  input: { readonly id: string; readonly above: KeptAbove },
): Promise<Result<{ readonly isRewritten: boolean }>> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const others = await otherPurgers(ctx);
  const by = personId(ctx.actor);
  const done = await ctx.transaction(async (tx): Promise<Result<Erasure>> => {
    const erasure = await held(tx, input.id);
    const refusal = confirmationRefusal(erasure, by, others);
    const obstacle = refusal ?? (await input.above.obstacle(tx, erasure));
    if (obstacle) return refuse(obstacle);
    const at = ctx.clock.now();
    await input.above.empty(ctx, tx, erasure);
    if (erasure.kind === "revisions") await emptyRevisions(tx, erasure);
    if (erasure.kind === "values") await emptyValues(tx, erasure);
    if (erasure.kind === "import") await emptyImport(tx, erasure.targetId, at);
    await markErased(tx, erasure.id, { by, at });
    await record(tx, ctx, "plan.erasure.done", referenceOf(erasure));
    return accept(erasure);
  });
  return done.ok ? accept({ isRewritten: await rewriteErased(ctx, done.value.kind, input.above.tables) }) : done;
}

async function held(tx: Tx, id: string): Promise<Erasure> {
  const erasure = isId(id) ? await heldErasure(tx, id) : undefined;
  if (!erasure) throw new NotFound();
  return erasure;
}

function referenceOf({ id, planId, kind, targetId }: Pick<Erasure, "id" | "planId" | "kind" | "targetId">) {
  const target = { revisions: "nodeId", import: "importId", values: "indicatorId", section: "sectionId" } as const;
  return { planId, erasureId: id, [target[kind]]: targetId };
}
