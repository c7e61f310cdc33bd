import type { Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { mayShapeTree } from "../permissions.ts";
import { levelsOf } from "../store/plans.ts";
import { savePlaces } from "../store/tree.ts";
import { sealOf } from "../renumbering-seal.ts";
import { renumbering } from "../tree.ts";
import { finish, holdTree, revise } from "./held-tree.ts";

/** Renumbers the whole tree by its levels' patterns, exactly as the preview of this seal (`codes`) showed. */
export async function renumber(
  ctx: Ctx,
  input: { planId: string; codes: string },
): Promise<Result<{ changed: number }>> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  return ctx.transaction(async (tx) => {
    const tree = await holdTree(tx, input.planId);
    const changes = renumbering(tree.nodes, await levelsOf(tx, input.planId));
    if (sealOf(changes) !== input.codes) return refuse(outdatedPreview);
    const codes = new Map(changes.map((change) => [change.id, change.to]));
    await savePlaces(
      tx,
      tree.nodes.filter((node) => codes.has(node.id)).map((node) => ({ ...node, code: codes.get(node.id) ?? "" })),
    );
    await revise(ctx, tree, { ids: [...codes.keys()], act: "renumbered" });
    await finish(ctx, tree, { act: "plan.renumbered", step: { kind: "renumbered", changes } });
    return accept({ changed: changes.length });
  });
}

const outdatedPreview = {
  code: "outdatedPreview",
  message: "確かめている間に、施策体系が変わりました。",
  remedy: "新しい一覧を確かめて、もう一度「番号を付け直す」を押してください。",
};
