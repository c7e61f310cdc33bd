import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { NewNote, WorkshopNote } from "../note.ts";

/** The notes of some tables, in the order in which they were entered. */
export async function notesIn(db: CityDb, tableIds: readonly string[]): Promise<WorkshopNote[]> {
  if (tableIds.length === 0) return [];
  return db
    .selectFrom("workshop_note")
    .where("table_id", "in", tableIds)
    .select(["id", "table_id as tableId", "position", "content", "votes", "voice_id as voiceId", "version"])
    .orderBy("table_id")
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function insertNotes(
  tx: Tx,
  notes: readonly (NewNote & { readonly id: string; readonly position: number })[],
): Promise<void> {
  await tx
    .insertInto("workshop_note")
    .values(
      notes.map(({ id, tableId, position, content, votes }) => ({ id, table_id: tableId, position, content, votes })),
    )
    .execute();
}

export async function saveNote(
  tx: Tx,
  { id, content, votes, version }: Omit<WorkshopNote, "tableId" | "voiceId" | "position">,
) {
  await tx
    .updateTable("workshop_note")
    .set({ content, votes, version: version + 1 })
    .where("id", "=", id)
    .execute();
}

export async function deleteNote(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("workshop_note").where("id", "=", id).execute();
}

/** Ties a note to the voice that it is in the ledger, where its words are from now on. */
export async function tieNoteToVoice(tx: Tx, { id, voiceId }: { readonly id: string; readonly voiceId: string }) {
  await tx.updateTable("workshop_note").set({ voice_id: voiceId, content: "" }).where("id", "=", id).execute();
}
