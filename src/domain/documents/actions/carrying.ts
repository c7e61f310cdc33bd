import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { lineageBoard, planById, planNodes, type LineageBoard } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { carriedSections } from "../carrying.ts";
import { sectionRefusals } from "../labels.ts";
import { mayShapeManuscript } from "../permissions.ts";
import { outlineOf } from "../section.ts";
import { carryPictures } from "../store/pictures.ts";
import { insertSections, keepSectionRevision, lockSections, sectionsOf, updateBody } from "../store/sections.ts";
import { insertTerm, termsOf } from "../store/terms.ts";

/**
 * Lets the manuscript of the plan before follow into a plan that was made from it (原稿の引継ぎ): its free chapters with their texts, the new
 * tree where the old one stood, the glossary. The old manuscript stays as it is; every section begins as 執筆中.
 */
export async function carryManuscript(ctx: Ctx, planId: string): Promise<Result<{ readonly sections: number }>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  const plan = await planById(ctx, planId);
  if (plan.predecessorId === null) return accept({ sections: 0 });
  const { predecessorId } = plan;
  const links = firstFollowers((await lineageBoard(ctx, plan)).links);
  return ctx.transaction(async (tx) => {
    if ((await lockSections(tx, planId)).length > 0) return refuse(sectionRefusals.alreadyWritten);
    const inTx = { ...ctx, db: tx };
    const old = outlineOf(await sectionsOf(tx, predecessorId), await planNodes(inTx, predecessorId));
    const carried = carriedSections(old, { nodes: await planNodes(inTx, planId), links, newId });
    const at = ctx.clock.now();
    await insertSections(
      tx,
      carried.map((section) => ({ ...section, planId, dueOn: null })),
      at,
    );
    for (const { id, nodeId, body } of carried) {
      if (nodeId !== null) continue;
      await updateBody(tx, { id, body, at });
      await keepSectionRevision(tx, ctx, id, "created");
    }
    await carryTerms(tx, { from: predecessorId, to: planId });
    await carryPictures(tx, { from: predecessorId, to: planId });
    await record(tx, ctx, "documents.manuscript.carried", { planId, sections: carried.length });
    return accept({ sections: carried.length });
  });
}

/** From each old node to the first new one that goes on with it, where several do (分割). */
function firstFollowers(links: LineageBoard["links"]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { oldNodeId, newNodeId } of links) {
    if (oldNodeId !== null && newNodeId !== null && !first.has(oldNodeId)) first.set(oldNodeId, newNodeId);
  }
  return first;
}

/** Words that the new plan explains already stay as they are. */
async function carryTerms(tx: Tx, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const known = new Set((await termsOf(tx, to)).map(({ term }) => term));
  const missing = (await termsOf(tx, from)).filter(({ term }) => !known.has(term));
  for (const term of missing) await insertTerm(tx, to, { ...term, id: newId() });
}
