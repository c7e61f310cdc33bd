import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";

export async function insertPicture(
  tx: Tx,
  { planId, fileId }: { readonly planId: string; readonly fileId: string },
): Promise<void> {
  await tx.insertInto("manuscript_picture").values({ file_id: fileId, plan_id: planId }).execute();
}

export async function isPictureOf(db: CityDb, planId: string, fileId: string): Promise<boolean> {
  const row = await db
    .selectFrom("manuscript_picture")
    .where("file_id", "=", fileId)
    .where("plan_id", "=", planId)
    .select("file_id")
    .executeTakeFirst();
  return row !== undefined;
}
