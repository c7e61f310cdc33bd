import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { decidedTopicRefusal, deskRefusals } from "../desk-labels.ts";
import { occasionRefusals } from "../refusals.ts";
import { maySortPoints, type InCharge } from "../permissions.ts";
import type { LedgerStep, StepAct } from "../step.ts";
import { holdPoints, type HeldPoint } from "../store/points.ts";
import type { Saving } from "../store/rows.ts";
import { insertStep, keepPointsBefore, type PointChange } from "../store/steps.ts";
import { holdTopics, type HeldTopic } from "../store/topics.ts";

/** A point as the person saw it; without a version, as it stands. */
export interface SeenPoint {
  readonly id: string;
  readonly version?: number | undefined;
}

/** What an act did, and by which step it can be taken back (the system's acts cannot). */
export interface Done {
  readonly stepId: string | null;
  readonly points: number;
}

/** @throws Forbidden unless the person may sort what came in on all of these occasions */
export function permitSorting(ctx: Ctx, inCharge: readonly InCharge[]): void {
  const allowed = inCharge.every((each) => maySortPoints(ctx.actor, each));
  permit(allowed, maySortPoints.sentence);
}

export function savingOf(ctx: Ctx): Saving {
  return { by: personId(ctx.actor), at: ctx.clock.now() };
}

export interface HeldPoints {
  readonly ids: readonly string[];
  readonly planId: string;
  readonly points: readonly HeldPoint[];
}

/** Points of one plan, held, as the person saw them. A decided topic lets none of them go unless `isStaying`. */
export async function pointsToChange(
  tx: Tx,
  ctx: Ctx,
  { seen, isStaying = false }: { readonly seen: readonly SeenPoint[]; readonly isStaying?: boolean },
): Promise<Result<HeldPoints>> {
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const points = await holdPoints(tx, [...versions.keys()]);
  permitSorting(ctx, points);
  const refusal = pointsRefusal(points, versions) ?? (isStaying ? undefined : await leavingRefusal(tx, points));
  const [first] = points;
  if (refusal || !first) return refuse(refusal ?? deskRefusals.noPoints);
  return accept({ ids: points.map(({ id }) => id), planId: first.planId, points });
}

function pointsRefusal(
  points: readonly HeldPoint[],
  versions: ReadonlyMap<string, number | undefined>,
): Refusal | undefined {
  if (versions.size === 0) return deskRefusals.noPoints;
  if (points.length < versions.size) return deskRefusals.pointsGone;
  if (points.some(({ id, version }) => (versions.get(id) ?? version) !== version)) return deskRefusals.stalePoints;
  if (points.some(({ settledAt }) => settledAt !== null)) return occasionRefusals.settled;
  return new Set(points.map(({ planId }) => planId)).size > 1 ? deskRefusals.otherPlan : undefined;
}

/** Points may come to a decided topic, but none may leave it. */
export async function leavingRefusal(
  tx: Tx,
  points: readonly { readonly topicId: string | null }[],
): Promise<Refusal | undefined> {
  const topics = await holdTopics(tx, [...new Set(points.flatMap(({ topicId }) => topicId ?? []))]);
  const decided = topics.filter(({ state }) => state === "decided");
  return decided.length > 0 ? decidedTopicRefusal(decided.map(({ number }) => number)) : undefined;
}

/** A topic of the plan to which points may go. */
export async function topicToFill(tx: Tx, id: string, planId: string): Promise<Result<HeldTopic>> {
  const [topic] = await holdTopics(tx, [id]);
  if (!topic) throw new NotFound(`topic ${id}`);
  if (topic.isRemoved) return refuse(deskRefusals.topicGone);
  return topic.planId === planId ? accept(topic) : refuse(deskRefusals.otherPlan);
}

/** Keeps what an act is about to do, so that its person can take it back. @returns the step's id; null where the system acts */
export async function keepStep(
  tx: Tx,
  ctx: Ctx,
  input: {
    readonly planId: string;
    readonly act: StepAct;
    readonly made?: Partial<Omit<LedgerStep, "points">>;
    readonly changing?: { readonly ids: readonly string[]; readonly change: PointChange };
  },
): Promise<string | null> {
  const doneBy = personId(ctx.actor);
  if (doneBy === null) return null;
  const { planId, act, made, changing } = input;
  const id = newId();
  const points = changing?.ids.length ?? 0;
  const step = { addedPointIds: [], addedTopicIds: [], topics: [], ...made, points };
  await insertStep(tx, { id, planId, act, step, doneBy, at: ctx.clock.now() });
  if (changing && points > 0) await keepPointsBefore(tx, { stepId: id, ...changing });
  return id;
}

const mostIds = 50; // an event names no more; the step has them all

/** Records an act on points: ids alone. */
export async function recordPoints(
  tx: Tx,
  ctx: Ctx,
  act: string,
  { ids, ...more }: { readonly ids: readonly string[]; readonly planId: string; readonly topicId?: string },
): Promise<void> {
  await record(tx, ctx, act, { ...more, pointIds: ids.slice(0, mostIds), points: ids.length });
}
