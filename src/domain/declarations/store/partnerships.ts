import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Partnership, PartnershipForm, PartnershipWords, Proposer } from "../partnership.ts";

interface Saving {
  readonly by: string | null;
  readonly at: Date;
}

/** The partnerships of some measures, in the order in which they were noted. */
export async function partnershipsOf(db: CityDb, nodeIds: readonly string[]): Promise<Partnership[]> {
  const rows = await db
    .selectFrom("partnership")
    .where("node_id", "=", sql<string>`any(${[...nodeIds]}::uuid[])`)
    .where("removed_at", "is", null)
    .selectAll()
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nodeId: row.node_id,
    partner: row.partner,
    form: row.form as PartnershipForm, // the column's check allows no other
    detail: row.detail,
    sinceOn: row.since_on ?? "",
    untilOn: row.until_on ?? "",
    proposedBy: row.proposed_by as Proposer, // as above
    voiceNumber: row.voice_number,
    version: row.version,
  }));
}

function rowOf(words: PartnershipWords, { by, at }: Saving) {
  return {
    partner: words.partner.trim(),
    form: words.form,
    detail: words.detail.trim(),
    since_on: words.sinceOn || null,
    until_on: words.untilOn || null,
    proposed_by: words.proposedBy,
    voice_number: words.proposedBy === "voice" ? words.voiceNumber : null,
    saved_by: by,
    saved_at: at,
  };
}

export async function insertPartnership(
  tx: Tx,
  { id, nodeId, ...words }: Omit<Partnership, "version">,
  saving: Saving,
): Promise<void> {
  await tx
    .insertInto("partnership")
    .values({ id, node_id: nodeId, ...rowOf(words, saving) })
    .execute();
}

/** Saves if it still has the version that the person saw. @returns whether it had */
export async function savePartnership(
  tx: Tx,
  { id, version, ...words }: Omit<Partnership, "nodeId">,
  saving: Saving,
): Promise<boolean> {
  const saved = await tx
    .updateTable("partnership")
    .set({ ...rowOf(words, saving), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function removePartnershipRow(
  tx: Tx,
  { id, version, at }: { readonly id: string; readonly version: number; readonly at: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable("partnership")
    .set({ removed_at: at, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
