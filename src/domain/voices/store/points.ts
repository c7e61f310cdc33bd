import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { folded } from "#kernel/folding.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Point } from "../point.ts";
import { uuids, type Saving } from "./rows.ts";

/** Keeps new points. */
export async function insertPoints(tx: Tx, points: readonly Point[], { by, at }: Saving): Promise<void> {
  if (points.length === 0) return;
  await tx
    .insertInto("point")
    .values(
      points.map((point) => ({
        id: point.id,
        voice_id: point.voiceId,
        ...wordsOf(point),
        topic_id: point.topicId,
        exclusion: point.exclusion,
        node_id: point.nodeId,
        version: point.version,
        saved_by: by,
        saved_at: at,
      })),
    )
    .execute();
}

function wordsOf(point: Point) {
  const { position, quote, prefix, suffix, gist } = point;
  return { position, quote, prefix, suffix, gist, folded: searchedWords(point) };
}

/** The words by which a point is found. */
export function searchedWords({ quote, gist }: Pick<Point, "quote" | "gist">): string {
  return folded(`${gist} ${quote}`);
}

/** The points of some voices in the order of their texts. */
export async function pointsOf(db: CityDb, voiceIds: readonly string[]): Promise<Point[]> {
  const rows = await db
    .selectFrom("point")
    .where("voice_id", "=", sql<string>`any(${uuids(voiceIds)})`)
    .select([
      "id",
      "voice_id as voiceId",
      "position",
      "quote",
      "prefix",
      "suffix",
      "gist",
      "topic_id as topicId",
      "exclusion",
      "node_id as nodeId",
      "version",
    ])
    .orderBy("voice_id")
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows;
}

/** A point held for a change, with what decides who may change it. */
export interface HeldPoint {
  readonly id: string;
  readonly version: number;
  readonly topicId: string | null;
  readonly voiceId: string;
  readonly occasionId: string;
  readonly planId: string;
  readonly divisionId: string | null;
  readonly settledAt: Date | null;
}

/** Points, and makes others who would change them wait until the transaction ends. */
export async function holdPoints(tx: Tx, ids: readonly string[]): Promise<HeldPoint[]> {
  return tx
    .selectFrom("point")
    .innerJoin("voice", "voice.id", "point.voice_id")
    .innerJoin("occasion", "occasion.id", "voice.occasion_id")
    .where("point.id", "=", sql<string>`any(${uuids(ids)})`)
    .select([
      "point.id",
      "point.version",
      "point.topic_id as topicId",
      "point.voice_id as voiceId",
      "voice.occasion_id as occasionId",
      "occasion.plan_id as planId",
      "occasion.division_id as divisionId",
      "occasion.settled_at as settledAt",
    ])
    .orderBy("point.id")
    .forUpdate("point")
    .execute();
}

/** Where points go: under a topic, out with a reason, or neither; what is not said stays. */
export interface PointMove {
  readonly topicId?: string | null;
  readonly exclusion?: string;
  readonly nodeId?: string | null;
}

/** Gives many points the same place. */
export async function movePoints(
  tx: Tx,
  ids: readonly string[],
  { move, saving }: { readonly move: PointMove; readonly saving: Saving },
): Promise<void> {
  await tx
    .updateTable("point")
    .set({
      ...(move.topicId !== undefined && { topic_id: move.topicId }),
      ...(move.exclusion !== undefined && { exclusion: move.exclusion }),
      ...(move.nodeId !== undefined && { node_id: move.nodeId }),
      ...touched(saving),
    })
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .execute();
}

/** Notes that points were changed beside their row (their tags). */
export async function touchPoints(tx: Tx, ids: readonly string[], saving: Saving): Promise<void> {
  await tx
    .updateTable("point")
    .set(touched(saving))
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .execute();
}

/** Gives a point other words. */
export async function rewritePoint(tx: Tx, point: Point, saving: Saving): Promise<void> {
  await tx
    .updateTable("point")
    .set({ ...wordsOf(point), node_id: point.nodeId, ...touched(saving) })
    .where("id", "=", point.id)
    .execute();
}

function touched({ by, at }: Saving) {
  return { version: sql<number>`version + 1`, saved_by: by, saved_at: at };
}

export async function deletePoints(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("point")
    .where("id", "=", sql<string>`any(${uuids(ids)})`)
    .execute();
}
