import type { Ctx } from "#domain/audit/index.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { deskRefusals, exclusionFault } from "../desk-labels.ts";
import type { StepAct } from "../step.ts";
import { movePoints, touchPoints, type PointMove } from "../store/points.ts";
import { bearing, putTag, takeTag, tagsIn } from "../store/tags.ts";
import {
  keepStep,
  pointsToChange,
  recordPoints,
  savingOf,
  topicToFill,
  type Done,
  type SeenPoint,
} from "./desk-room.ts";

interface Points {
  readonly points: readonly SeenPoint[];
}

/** Puts points under a topic (まとめる), or takes them out of theirs where none is given. */
export async function assignPoints(
  ctx: Ctx,
  { points, topicId }: Points & { readonly topicId: string | null },
): Promise<Result<Done>> {
  const act = topicId === null ? "unassigned" : "assigned";
  return sort(ctx, points, { act, recorded: "voices.points.assigned", move: { topicId, exclusion: "" } });
}

/** Leaves points out (対象外) with a reason that the public can read. */
export async function excludePoints(
  ctx: Ctx,
  { points, exclusion }: Points & { readonly exclusion: string },
): Promise<Result<Done>> {
  const reason = exclusion.trim();
  const move = { topicId: null, exclusion: reason };
  const fault = exclusionFault(reason);
  return fault ? refuse(fault) : sort(ctx, points, { act: "excluded", recorded: "voices.points.excluded", move });
}

/** Takes back that points are left out: they wait for a topic again. */
export async function restorePoints(ctx: Ctx, { points }: Points): Promise<Result<Done>> {
  return sort(ctx, points, { act: "restored", recorded: "voices.points.restored", move: { exclusion: "" } });
}

/** Says to which measure (施策) points belong. */
export async function placePoints(
  ctx: Ctx,
  { points, nodeId }: Points & { readonly nodeId: string | null },
): Promise<Result<Done>> {
  return sort(ctx, points, { act: "placed", recorded: "voices.points.placed", move: { nodeId } });
}

interface Sorting {
  readonly act: StepAct;
  readonly recorded: string;
  readonly move: PointMove;
}

async function sort(ctx: Ctx, seen: readonly SeenPoint[], { act, recorded, move }: Sorting): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const held = await pointsToChange(tx, ctx, { seen, isStaying: move.topicId === undefined });
    if (!held.ok) return held;
    const { ids, planId } = held.value;
    const topic = move.topicId ? await topicToFill(tx, move.topicId, planId) : undefined;
    if (topic && !topic.ok) return topic;
    const stepId = await keepStep(tx, ctx, { planId, act, changing: { ids, change: "moved" } });
    await movePoints(tx, ids, { move, saving: savingOf(ctx) });
    await recordPoints(tx, ctx, recorded, { ids, planId, ...(topic && { topicId: topic.value.id }) });
    return accept({ stepId, points: ids.length });
  });
}

/** Puts a tag on points, or takes it off. Points that bear it already, or do not, are left alone. */
export async function tagPoints(
  ctx: Ctx,
  { points: seen, tagId, isOn }: Points & { readonly tagId: string; readonly isOn: boolean },
): Promise<Result<Done>> {
  return ctx.transaction(async (tx) => {
    const held = await pointsToChange(tx, ctx, { seen, isStaying: true });
    if (!held.ok) return held;
    const { planId } = held.value;
    if (!(await tagsIn(tx)).some(({ id }) => id === tagId)) return refuse(deskRefusals.tagGone);
    const bearers = new Set(await bearing(tx, tagId, held.value.ids));
    const ids = held.value.ids.filter((id) => bearers.has(id) !== isOn);
    if (ids.length === 0) return accept({ stepId: null, points: 0 });
    const act = isOn ? "tagged" : "untagged";
    const stepId = await keepStep(tx, ctx, { planId, act, changing: { ids, change: "moved" } });
    await (isOn ? putTag(tx, tagId, ids) : takeTag(tx, tagId, ids));
    await touchPoints(tx, ids, savingOf(ctx));
    await recordPoints(tx, ctx, isOn ? "voices.points.tagged" : "voices.points.untagged", { ids, planId });
    return accept({ stepId, points: ids.length });
  });
}
