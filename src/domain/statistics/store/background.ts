import { z } from "zod";
import { grouped } from "#kernel/grouped.ts";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { BackgroundEntry, Register } from "../background.ts";

const fieldsSchema = z.record(z.string(), z.string());

/** The entries of a register in their order, without removed ones. */
export async function entriesIn(db: CityDb, register?: Register): Promise<BackgroundEntry[]> {
  let query = db.selectFrom("background_entry").selectAll().where("removed_at", "is", null);
  if (register) query = query.where("register", "=", register);
  const rows = await query.orderBy("register").orderBy("position").execute();
  const links = grouped(await db.selectFrom("background_link").selectAll().execute(), (link) => link.entry_id);
  return rows.map((row) => ({
    id: row.id,
    register: row.register as Register, // the column's check allows no other
    title: row.title,
    fields: fieldsSchema.parse(row.fields),
    nodeIds: (links.get(row.id) ?? []).map((link) => link.node_id),
    version: row.version,
  }));
}

interface Saving {
  readonly by: string | null;
  readonly at: Date;
}

export async function insertEntry(tx: Tx, entry: BackgroundEntry, { by, at }: Saving): Promise<void> {
  const { id, register, title, fields } = entry;
  const last = await tx
    .selectFrom("background_entry")
    .where("register", "=", register)
    .select(({ fn }) => fn.max("position").as("position"))
    .executeTakeFirst();
  await tx
    .insertInto("background_entry")
    .values({
      id,
      register,
      title,
      fields: JSON.stringify(fields),
      position: (last?.position ?? 0) + 1,
      saved_by: by,
      saved_at: at,
    })
    .execute();
  await saveLinks(tx, entry);
}

/** Saves if the entry still has the version that the person saw. @returns whether it had */
export async function saveEntry(tx: Tx, entry: BackgroundEntry, { by, at }: Saving): Promise<boolean> {
  const saved = await tx
    .updateTable("background_entry")
    .set({
      title: entry.title,
      fields: JSON.stringify(entry.fields),
      version: entry.version + 1,
      saved_by: by,
      saved_at: at,
    })
    .where("id", "=", entry.id)
    .where("version", "=", entry.version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return false;
  await saveLinks(tx, entry);
  return true;
}

async function saveLinks(tx: Tx, { id, nodeIds }: BackgroundEntry): Promise<void> {
  await tx.deleteFrom("background_link").where("entry_id", "=", id).execute();
  const rows = nodeIds.map((nodeId) => ({ entry_id: id, node_id: nodeId }));
  if (rows.length > 0) await tx.insertInto("background_link").values(rows).execute();
}

/** Removes an entry, or brings it back. */
export async function markEntry(tx: Tx, id: string, removedAt: Date | null): Promise<void> {
  await tx.updateTable("background_entry").set({ removed_at: removedAt }).where("id", "=", id).execute();
}
