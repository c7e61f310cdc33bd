import type { CityDb } from "#platform/database/index.ts";

/** Takes the bytes of a kept file away for good, and what was read of it; its name, size and hash stay. */
export async function eraseFile(db: CityDb, id: string, at: Date): Promise<void> {
  await db.deleteFrom("stored_sheet").where("file_id", "=", id).execute();
  await db.updateTable("stored_file").set({ content: null, erased_at: at }).where("id", "=", id).execute();
}
