import { record, type Ctx } from "#domain/audit/index.ts";
import { lineageBoard, planById, planNodes } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { carriedSections } from "../carrying.ts";
import { sectionRefusals } from "../labels.ts";
import { mayShapeManuscript } from "../permissions.ts";
import { outlineOf } from "../section.ts";
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
  const links = new Map(
    (await lineageBoard(ctx, plan)).links.flatMap(({ oldNodeId, newNodeId }) =>
      oldNodeId !== null && newNodeId !== null ? [[oldNodeId, newNodeId] as const] : [],
    ),
  );
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
    for (const term of await termsOf(tx, predecessorId)) await insertTerm(tx, planId, { ...term, id: newId() });
    await record(tx, ctx, "documents.manuscript.carried", { planId, sections: carried.length });
    return accept({ sections: carried.length });
  });
}
