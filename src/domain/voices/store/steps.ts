import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { ledgerStepSchema, type LedgerStep, type Restored, type StepAct, type TopicBefore } from "../step.ts";
import { uuids, type Saving } from "./rows.ts";

/** A step as it is kept, newest first where several are read. */
export interface KeptStep {
  readonly id: string;
  readonly act: StepAct;
  readonly step: LedgerStep;
  readonly doneAt: Date;
}

export async function insertStep(
  tx: Tx,
  input: {
    readonly id: string;
    readonly planId: string;
    readonly act: StepAct;
    readonly step: LedgerStep;
    readonly doneBy: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, planId, act, step, doneBy, at } = input;
  await tx
    .insertInto("ledger_step")
    .values({ id, plan_id: planId, act, step: JSON.stringify(step), done_by: doneBy, done_at: at })
    .execute();
}

/** How a step will change the points that it keeps. */
export type PointChange = "moved" | "rewritten" | "removed";

/** Keeps points as they stand, before a step changes them. */
export async function keepPointsBefore(
  tx: Tx,
  { stepId, ids, change }: { readonly stepId: string; readonly ids: readonly string[]; readonly change: PointChange },
): Promise<void> {
  const kept = ["point_id", "voice_id", "position", "topic_id", "exclusion", "node_id", "version"] as const;
  const words = ["quote", "prefix", "suffix", "gist", "folded"] as const;
  await tx
    .insertInto("point_before")
    .columns(["step_id", "tags", "version_after", ...kept, ...(change === "moved" ? [] : words)])
    .expression((eb) =>
      eb
        .selectFrom("point")
        .where("id", "=", sql<string>`any(${uuids(ids)})`)
        .select([
          sql<string>`${stepId}::uuid`.as("step_id"),
          (of) =>
            sql<string[]>`array(${of
              .selectFrom("point_tag")
              .whereRef("point_tag.point_id", "=", "point.id")
              .select("tag_id")
              .orderBy("tag_id")})`.as("tags"),
          (change === "removed" ? sql<number | null>`null::integer` : sql<number | null>`version + 1`).as(
            "version_after",
          ),
          "id as point_id",
          "voice_id",
          "position",
          "topic_id",
          "exclusion",
          "node_id",
          "version",
          ...(change === "moved" ? [] : words),
        ]),
    )
    .execute();
}

/** The steps of a person that are not taken back yet, the newest first. */
export async function lastSteps(
  db: CityDb,
  { planId, doneBy, limit }: { readonly planId: string; readonly doneBy: string; readonly limit: number },
): Promise<KeptStep[]> {
  const rows = await db
    .selectFrom("ledger_step")
    .where("plan_id", "=", planId)
    .where("done_by", "=", doneBy)
    .where("undone_at", "is", null)
    .select(["id", "act", "step", "done_at"])
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act as StepAct, // written by insertStep alone
    step: ledgerStepSchema.parse(row.step),
    doneAt: row.done_at,
  }));
}

/** Topics of steps that were taken back after a step: what stands again as it stood. */
export async function restoredTopics(tx: Tx, planId: string, afterStepId: string): Promise<Map<string, Restored[]>> {
  const rows = await tx
    .selectFrom("ledger_step")
    .where("plan_id", "=", planId)
    .where("id", ">", afterStepId)
    .where("undone_at", "is not", null)
    .select("step")
    .execute();
  const topics = rows.flatMap((row) => ledgerStepSchema.parse(row.step).topics);
  return byKey(
    topics.flatMap(({ id, version, versionRestored }) =>
      versionRestored === undefined ? [] : [[id, { from: versionRestored, to: version }] as const],
    ),
  );
}

/** Points of steps that were taken back. */
export async function restoredPoints(tx: Tx, pointIds: readonly string[]): Promise<Map<string, Restored[]>> {
  const rows = await tx
    .selectFrom("point_before")
    .where("point_id", "=", sql<string>`any(${uuids(pointIds)})`)
    .where("version_restored", "is not", null)
    .select(["point_id", "version", sql<number>`version_restored`.as("restored")])
    .execute();
  return byKey(rows.map((row) => [row.point_id, { from: row.restored, to: row.version }] as const));
}

function byKey<T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [key, value] of entries) map.set(key, [...(map.get(key) ?? []), value]);
  return map;
}

/** A point before a step, beside what has become of it. */
export interface PointBefore {
  readonly pointId: string;
  readonly voiceId: string;
  readonly voiceNumber: number;
  readonly topicId: string | null;
  /** The point's words, where the step removed it. */
  readonly quote: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly versionAfter: number | null;
  /** Null when there is no such point now. */
  readonly present: { readonly version: number; readonly topicId: string | null } | null;
}

/** What a step changed, beside the points as they stand, which nobody else may change until the transaction ends. */
export async function pointsBefore(tx: Tx, stepId: string): Promise<PointBefore[]> {
  const rows = await tx
    .selectFrom("point_before")
    .innerJoin("voice", "voice.id", "point_before.voice_id")
    .where("step_id", "=", stepId)
    .select([
      "point_id as pointId",
      "voice_id as voiceId",
      "number as voiceNumber",
      "topic_id as topicId",
      "quote",
      "prefix",
      "suffix",
      "version_after as versionAfter",
    ])
    .orderBy("point_id")
    .execute();
  const present = await tx
    .selectFrom("point")
    .where("id", "=", sql<string>`any(${uuids(rows.map((row) => row.pointId))})`)
    .select(["id", "version", "topic_id as topicId"])
    .orderBy("id")
    .forUpdate()
    .execute();
  const byId = new Map(present.map(({ id, ...row }) => [id, row]));
  return rows.map((row) => ({ ...row, present: byId.get(row.pointId) ?? null }));
}

/** Puts the points of a step back as they stood, with a new version, and notes which. */
export async function restorePointsOf(tx: Tx, stepId: string, saving: Saving): Promise<void> {
  await revivePoints(tx, stepId, saving);
  await tx
    .updateTable("point")
    .from("point_before")
    .whereRef("point.id", "=", "point_before.point_id")
    .where("step_id", "=", stepId)
    .where("version_after", "is not", null)
    .set((eb) => ({
      position: eb.ref("point_before.position"),
      quote: eb.fn.coalesce("point_before.quote", "point.quote"),
      prefix: eb.fn.coalesce("point_before.prefix", "point.prefix"),
      suffix: eb.fn.coalesce("point_before.suffix", "point.suffix"),
      gist: eb.fn.coalesce("point_before.gist", "point.gist"),
      folded: eb.fn.coalesce("point_before.folded", "point.folded"),
      topic_id: eb.ref("point_before.topic_id"),
      exclusion: eb.ref("point_before.exclusion"),
      node_id: eb.ref("point_before.node_id"),
      version: sql<number>`${eb.ref("point.version")} + 1`,
      saved_by: saving.by,
      saved_at: saving.at,
    }))
    .execute();
  await restoreTagsOf(tx, stepId);
  await tx
    .updateTable("point_before")
    .from("point")
    .whereRef("point.id", "=", "point_before.point_id")
    .where("step_id", "=", stepId)
    .set((eb) => ({ version_restored: eb.ref("point.version") }))
    .execute();
}

/** Points that a step removed come back with the version after the one they had. */
async function revivePoints(tx: Tx, stepId: string, { by, at }: Saving): Promise<void> {
  const kept = ["voice_id", "position", "topic_id", "exclusion", "node_id"] as const;
  await tx
    .insertInto("point")
    .columns(["id", ...kept, "quote", "prefix", "suffix", "gist", "folded", "version", "saved_by", "saved_at"])
    .expression((eb) =>
      eb
        .selectFrom("point_before")
        .where("step_id", "=", stepId)
        .where("version_after", "is", null)
        .select([
          "point_id as id",
          ...kept,
          sql<string>`quote`.as("quote"),
          sql<string>`prefix`.as("prefix"),
          sql<string>`suffix`.as("suffix"),
          sql<string>`gist`.as("gist"),
          sql<string>`folded`.as("folded"),
          sql<number>`version + 1`.as("version"),
          sql<string | null>`${by}::uuid`.as("saved_by"),
          sql<Date>`${at}::timestamptz`.as("saved_at"),
        ]),
    )
    .execute();
}

async function restoreTagsOf(tx: Tx, stepId: string): Promise<void> {
  const ids = tx.selectFrom("point_before").where("step_id", "=", stepId).select("point_id");
  await tx.deleteFrom("point_tag").where("point_id", "in", ids).execute();
  await tx
    .insertInto("point_tag")
    .columns(["point_id", "tag_id"])
    .expression((eb) =>
      eb
        .selectFrom("point_before")
        .innerJoin("tag", (join) => join.on(sql<boolean>`${sql.ref("tag.id")} = any(${sql.ref("point_before.tags")})`))
        .where("step_id", "=", stepId)
        .select(["point_before.point_id", "tag.id as tag_id"]),
    )
    .execute();
}

export async function markStepUndone(
  tx: Tx,
  { id, step, topics, at }: KeptStep & { readonly topics: readonly TopicBefore[]; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("ledger_step")
    .set({ step: JSON.stringify({ ...step, topics }), undone_at: at })
    .where("id", "=", id)
    .execute();
}
