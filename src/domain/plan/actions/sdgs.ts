import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import type { Strength } from "../labels.ts";
import { mayLinkSdgs, mayManagePlans } from "../permissions.ts";
import { isGoal, sdgLinkFault, type SdgLink } from "../sdg-links.ts";
import { nodesById, type StoredNode } from "../store/nodes.ts";
import { lockPlan } from "../store/plans.ts";
import { keepRevisions } from "../store/revisions.ts";
import { replaceLinks, saveSdgGapNote, sdgLinksOf } from "../store/sdgs.ts";
import { countUp } from "../store/tree.ts";

/** How a measure serves a goal. Targets and reason that are left out stay as they are. */
export interface SdgLinking {
  readonly nodeId: string;
  readonly goal: number;
  /** Null takes the link away. */
  readonly strength: Strength | null;
  readonly targets?: readonly string[];
  readonly reason?: string;
}

/** Links a measure to a goal of the SDGs with ◎ or ○, or takes the link away. */
export async function setSdgLink(ctx: Ctx, input: SdgLinking): Promise<Result<{ strength: Strength | null }>> {
  const { nodeId, goal, strength } = input;
  return ctx.transaction(async (tx) => {
    const node = await linkable(ctx, tx, nodeId);
    const links = (await sdgLinksOf(tx, [nodeId])).get(nodeId) ?? [];
    const before = links.find((link) => link.goal === goal);
    const link = {
      goal,
      targets: input.targets ?? before?.targets ?? [],
      reason: (input.reason ?? before?.reason ?? "").trim(),
    };
    const fault = sdgLinkFault(link);
    if (fault) return refuse(fault);
    const others = links.filter((each) => each.goal !== goal);
    const isChanged = await relink(ctx, tx, { nodeId, links: strength ? [...others, { ...link, strength }] : others });
    if (isChanged)
      await record(tx, ctx, strength ? "plan.sdg.linked" : "plan.sdg.unlinked", {
        planId: node.planId,
        nodeId,
        goal,
        strength,
      });
    return accept({ strength });
  });
}

interface Linking {
  readonly nodeId: string;
  readonly links: readonly SdgLink[];
}

/** Replaces all links of a measure, as its page of the SDGs shows them. */
export async function setSdgLinks(ctx: Ctx, input: Linking): Promise<Result<{ links: number }>> {
  const links = input.links.map((link) => ({ ...link, reason: link.reason.trim() }));
  const fault = links.map(sdgLinkFault).find((each) => each !== undefined);
  return ctx.transaction(async (tx) => {
    const node = await linkable(ctx, tx, input.nodeId);
    if (fault) return refuse(fault);
    const goals = links.map((link) => String(link.goal));
    if (await relink(ctx, tx, { nodeId: node.id, links }))
      await record(tx, ctx, "plan.sdg.linked", { planId: node.planId, nodeId: node.id, goals });
    return accept({ links: links.length });
  });
}

/** The node, held by the transaction, for a person who may link it. */
async function linkable(ctx: Ctx, tx: Tx, nodeId: string): Promise<StoredNode> {
  const [node] = await nodesById(tx, [nodeId], true);
  if (!node) throw new NotFound();
  permit(mayLinkSdgs(ctx.actor, node), mayLinkSdgs.sentence);
  return node;
}

/** Writes the links and keeps a revision of the node. @returns whether anything changed */
async function relink(ctx: Ctx, tx: Tx, { nodeId, links }: Linking): Promise<boolean> {
  if (!(await replaceLinks(tx, nodeId, links))) return false;
  await countUp(tx, [nodeId], ctx.clock.now());
  await keepRevisions(tx, ctx, { ids: [nodeId], act: "linked" });
  return true;
}

/** Says why no measure serves a goal; an empty explanation takes the words away. */
export async function setSdgGapNote(
  ctx: Ctx,
  input: { planId: string; goal: number; explanation: string },
): Promise<Result<null>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  const explanation = input.explanation.trim();
  if (!isGoal(input.goal)) return refuse({ code: "unknownGoal", message: "SDGsのゴールは1から17までです。" });
  if (explanation.length > 1_000) return refuse({ code: "tooLong", message: "説明は1,000文字までにしてください。" });
  return ctx.transaction(async (tx) => {
    await lockPlan(tx, input.planId);
    await saveSdgGapNote(tx, input.planId, { goal: input.goal, explanation });
    await record(tx, ctx, "plan.sdg.explained", { planId: input.planId, goal: input.goal });
    return accept(null);
  });
}
