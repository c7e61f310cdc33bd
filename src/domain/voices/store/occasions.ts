import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Channel, Duty } from "../channel.ts";
import type { Occasion } from "../occasion.ts";

/** The city's occasions, the newest first. */
export async function occasionsIn(db: CityDb, ids?: readonly string[]): Promise<Occasion[]> {
  let query = db.selectFrom("occasion").selectAll();
  if (ids) query = query.where("id", "in", ids.length > 0 ? ids : [null]);
  const rows = await query.orderBy("opens_on", "desc").orderBy("id", "desc").execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel as Channel, // the column's check allows no other
    title: row.title,
    planId: row.plan_id,
    divisionId: row.division_id,
    duty: row.duty as Duty, // as above
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    voiceYears: row.voice_years,
    senderYears: row.sender_years,
    settledAt: row.settled_at,
    reopenedReason: row.reopened_reason,
    version: row.version,
  }));
}

interface Making {
  readonly by: string | null;
  readonly at: Date;
}

export async function insertOccasion(tx: Tx, occasion: Occasion, { by, at }: Making): Promise<void> {
  const { id, channel, planId, settledAt: _settled, reopenedReason: _reason, version: _version } = occasion;
  await tx
    .insertInto("occasion")
    .values({ id, channel, plan_id: planId, ...wordsOf(occasion), created_by: by, created_at: at })
    .execute();
}

/** Saves if the occasion still has the version that the person saw. @returns whether it had */
export async function saveOccasion(tx: Tx, occasion: Occasion): Promise<boolean> {
  const saved = await tx
    .updateTable("occasion")
    .set({ ...wordsOf(occasion), version: occasion.version + 1 })
    .where("id", "=", occasion.id)
    .where("version", "=", occasion.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

function wordsOf(occasion: Occasion) {
  return {
    title: occasion.title.trim(),
    division_id: occasion.divisionId,
    duty: occasion.duty,
    opens_on: occasion.opensOn,
    closes_on: occasion.closesOn,
    voice_years: occasion.voiceYears,
    sender_years: occasion.senderYears,
  };
}

/** Marks the results as settled if the occasion still has this version. @returns whether it had */
export async function markSettled(
  tx: Tx,
  { id, version }: Pick<Occasion, "id" | "version">,
  { by, at }: Making,
): Promise<boolean> {
  return saveSettling(tx, { id, version }, { settled_at: at, settled_by: by });
}

/** Marks settled results as open again, if the occasion still has this version. @returns whether it had */
export async function markReopened(
  tx: Tx,
  { id, version, reason }: Pick<Occasion, "id" | "version"> & { readonly reason: string },
): Promise<boolean> {
  return saveSettling(tx, { id, version }, { settled_at: null, settled_by: null, reopened_reason: reason });
}

interface Settling {
  readonly settled_at: Date | null;
  readonly settled_by: string | null;
  readonly reopened_reason?: string;
}

async function saveSettling(
  tx: Tx,
  { id, version }: Pick<Occasion, "id" | "version">,
  settling: Settling,
): Promise<boolean> {
  const saved = await tx
    .updateTable("occasion")
    .set({ ...settling, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
