import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";

/** Makes others who would take a number wait until the transaction ends. */
export async function holdNumbers(tx: Tx): Promise<void> {
  await tx.selectFrom("ledger_number").select("is_only").forUpdate().executeTakeFirstOrThrow();
}

/** The next public number of a voice or a topic. Whoever takes one holds the row until the transaction ends, so numbers have no gaps. */
export async function nextNumber(tx: Tx, of: "voice" | "topic"): Promise<number> {
  return takeNumbers(tx, of, 1);
}

/** Takes as many public numbers as wanted. @returns the first of them */
export async function takeNumbers(tx: Tx, of: "voice" | "topic", count: number): Promise<number> {
  const row = await tx
    .updateTable("ledger_number")
    .set({ [of]: sql<number>`${sql.ref(of)} + ${count}::integer` })
    .returning(of)
    .executeTakeFirstOrThrow();
  return row[of] - count + 1;
}
