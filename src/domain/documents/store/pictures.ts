import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";

export async function insertPicture(
  tx: Tx,
  { planId, fileId }: { readonly planId: string; readonly fileId: string },
): Promise<void> {
  await tx.insertInto("manuscript_picture").values({ file_id: fileId, plan_id: planId }).execute();
}

/** Lets the pictures of a plan's manuscript follow into the plan that is made from it. */
export async function carryPictures(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .insertInto("manuscript_picture")
    .columns(["plan_id", "file_id"])
    .expression((eb) =>
      eb
        .selectFrom("manuscript_picture")
        .where("plan_id", "=", from)
        .select((of) => [of.cast<string>(of.val(to), "uuid").as("plan_id"), "file_id"]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
