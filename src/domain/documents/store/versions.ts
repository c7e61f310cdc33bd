import type { Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import { lockPlan } from "#domain/plan/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { DraftVersion, VersionOpenness } from "../version.ts";

const columns = [
  "id",
  "plan_id",
  "number",
  "name",
  "openness",
  "reason",
  "format",
  "hash",
  "frozen_at",
  "frozen_by",
  "purged_at",
  "purge_reason",
] as const;

function versionOf(row: Pick<Selectable<CityTables["draft_version"]>, (typeof columns)[number]>): DraftVersion {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    name: row.name,
    openness: row.openness as VersionOpenness, // the column's check allows no other
    reason: row.reason,
    format: row.format,
    hash: row.hash,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    purgedAt: row.purged_at,
    purgeReason: row.purge_reason,
  };
}

/** A plan's versions, the newest first, without their contents. */
export async function versionsOf(db: CityDb, planId: string): Promise<DraftVersion[]> {
  const rows = await db
    .selectFrom("draft_version")
    .where("plan_id", "=", planId)
    .select(columns)
    .orderBy("number", "desc")
    .execute();
  return rows.map(versionOf);
}

export async function versionById(db: CityDb, id: string): Promise<DraftVersion | undefined> {
  const row = await db.selectFrom("draft_version").where("id", "=", id).select(columns).executeTakeFirst();
  return row && versionOf(row);
}

/** The canonical text of a version; null after a purge, undefined for no such version. */
export async function versionText(db: CityDb, id: string): Promise<string | null | undefined> {
  const row = await db.selectFrom("draft_version").where("id", "=", id).select("content").executeTakeFirst();
  return row && row.content;
}

/** Ids of every version that is not purged, in the order of freezing: what a verification walks. */
export async function standingVersions(db: CityDb): Promise<DraftVersion[]> {
  const rows = await db
    .selectFrom("draft_version")
    .where("purged_at", "is", null)
    .select(columns)
    .orderBy("id")
    .execute();
  return rows.map(versionOf);
}

export async function purgedCount(db: CityDb): Promise<number> {
  const rows = await db.selectFrom("draft_version").where("purged_at", "is not", null).select("id").execute();
  return rows.length;
}

export type NewVersion = Omit<DraftVersion, "purgedAt" | "purgeReason"> & { readonly text: string };

/** Holds the plan's numbers for the transaction. @returns the next one */
export async function nextNumber(tx: Tx, planId: string): Promise<number> {
  await lockPlan(tx, planId);
  const row = await tx
    .selectFrom("draft_version")
    .where("plan_id", "=", planId)
    .select((eb) => eb.fn.max("number").as("last"))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx
    .insertInto("draft_version")
    .values({
      id: version.id,
      plan_id: version.planId,
      number: version.number,
      name: version.name,
      openness: version.openness,
      reason: version.reason,
      format: version.format,
      content: version.text,
      hash: version.hash,
      frozen_at: version.frozenAt,
      frozen_by: version.frozenBy,
    })
    .execute();
}

/** Takes the content of the versions with a hash away; the trigger lets nothing else of their rows change. */
export async function purgeContents(
  tx: Tx,
  { hash, at, reason }: { readonly hash: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable("draft_version")
    .set({ content: null, purged_at: at, purge_reason: reason })
    .where("hash", "=", hash)
    .where("content", "is not", null)
    .execute();
}
