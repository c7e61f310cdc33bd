import type { Tx } from "#domain/audit/index.ts";
import type { VersionOpenness } from "#domain/documents/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { PolicyVersion } from "../policy-version.ts";
import type { Saving } from "./formulations.ts";

/** A version with the text that was frozen; null after a purge. */
export interface StoredVersion extends PolicyVersion {
  readonly planId: string;
  readonly text: string | null;
}

/** All versions of a plan's 策定方針, the newest first. */
export async function versionsOf(db: CityDb, planId: string): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom("policy_version")
    .where("plan_id", "=", planId)
    .selectAll()
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    planId,
    number: row.number,
    name: row.name,
    openness: row.openness as VersionOpenness, // the column's check allows no other
    datedOn: row.dated_on,
    decidedBy: row.decided_by,
    reason: row.reason,
    text: row.content,
    hash: row.hash,
    frozenAt: row.frozen_at,
    purgedAt: row.purged_at,
    purgeReason: row.purge_reason,
  }));
}

export async function insertVersion(
  tx: Tx,
  version: Omit<StoredVersion, "frozenAt" | "purgedAt" | "purgeReason">,
  { by, at }: Saving,
): Promise<void> {
  await tx
    .insertInto("policy_version")
    .values({
      id: version.id,
      plan_id: version.planId,
      number: version.number,
      name: version.name.trim(),
      openness: version.openness,
      dated_on: version.datedOn,
      decided_by: version.decidedBy.trim(),
      reason: version.reason.trim(),
      content: version.text,
      hash: version.hash,
      frozen_by: by,
      frozen_at: at,
    })
    .execute();
}

/** Every frozen text of the city with its hash, for those who recompute them; null where it was purged. */
export async function allVersionTexts(db: CityDb): Promise<{ name: string; text: string | null; hash: string }[]> {
  const rows = await db
    .selectFrom("policy_version")
    .select(["name", "number", "content", "hash"])
    .orderBy("frozen_at")
    .execute();
  return rows.map(({ name, number, content, hash }) => ({ name: `${name}（第${number}版）`, text: content, hash }));
}

/** Takes the content of the versions with a hash away; the trigger lets nothing else of their rows change. */
export async function purgeContents(
  tx: Tx,
  { hash, at, reason }: { readonly hash: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable("policy_version")
    .set({ content: null, purged_at: at, purge_reason: reason })
    .where("hash", "=", hash)
    .where("content", "is not", null)
    .execute();
}
