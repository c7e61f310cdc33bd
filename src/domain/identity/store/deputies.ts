import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Deputy } from "../deputy.ts";

/** Those that have not ended before a day, by their beginning. */
export async function deputiesFrom(db: CityDb, day: string): Promise<Deputy[]> {
  const rows = await db
    .selectFrom("deputy")
    .where("until_on", ">=", day)
    .select(["id", "person_id", "deputy_id", "from_on", "until_on"])
    .orderBy("from_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    deputyId: row.deputy_id,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

export async function insertDeputy(
  tx: Tx,
  { id, personId, deputyId, fromOn, untilOn }: Deputy,
  named: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("deputy")
    .values({
      id,
      person_id: personId,
      deputy_id: deputyId,
      from_on: fromOn,
      until_on: untilOn,
      named_by: named.by,
      named_at: named.at,
    })
    .execute();
}

/** Ends a deputyship on a day, or takes it away when it had not begun by then. */
export async function endDeputy(tx: Tx, deputy: Deputy, untilOn: string): Promise<void> {
  if (deputy.fromOn > untilOn) await tx.deleteFrom("deputy").where("id", "=", deputy.id).execute();
  else await tx.updateTable("deputy").set({ until_on: untilOn }).where("id", "=", deputy.id).execute();
}

/** Lets a sign-in act under a deputyship; null lets the person act for themselves again. */
export async function actUnder(tx: Tx, token: string, deputyId: string | null): Promise<void> {
  await tx.updateTable("sign_in").set({ deputy_id: deputyId }).where("token", "=", token).execute();
}
