import type { Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { CityDb } from "#platform/database/index.ts";
import { transferLines, type TransferLine } from "../transfers/line.ts";
import { transferSteps, type TransferStep } from "../transfers/steps.ts";

/** A list of transfers from its reading to its day (人事異動). */
export interface Transfer {
  readonly id: string;
  readonly state: "draft" | "decided" | "cancelled";
  readonly effectiveOn: string;
  readonly fileName: string;
  readonly lines: readonly TransferLine[];
  readonly steps: readonly TransferStep[];
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly cancelledBy: string | null;
  readonly cancelledAt: Date | null;
}

function selectTransfers(db: CityDb) {
  return db.selectFrom("transfer").selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTransfers>["execute"]>>[number];

function transferOf(row: Row): Transfer {
  return {
    id: row.id,
    state: row.state as Transfer["state"], // a check of the table holds it
    effectiveOn: row.effective_on,
    fileName: row.file_name,
    lines: transferLines.parse(row.lines),
    steps: transferSteps.parse(row.steps),
    madeBy: row.made_by,
    madeAt: row.made_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    cancelledBy: row.cancelled_by,
    cancelledAt: row.cancelled_at,
  };
}

/** From the latest day. */
export async function allTransfers(db: CityDb): Promise<Transfer[]> {
  return (await selectTransfers(db).orderBy("effective_on", "desc").orderBy("made_at", "desc").execute()).map(
    transferOf,
  );
}

/** @param hold nobody else changes it until the transaction ends. @throws NotFound */
export async function transferById(db: CityDb, id: string, hold = false): Promise<Transfer> {
  if (!isId(id)) throw new NotFound();
  const row = await selectTransfers(db)
    .where("id", "=", id)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return transferOf(row);
}

export type NewTransfer = Pick<Transfer, "id" | "effectiveOn" | "fileName" | "lines" | "madeBy" | "madeAt">;

export async function insertTransfer(tx: Tx, { lines, ...transfer }: NewTransfer): Promise<void> {
  const { id, effectiveOn, fileName, madeBy, madeAt } = transfer;
  await tx
    .insertInto("transfer")
    .values({
      id,
      effective_on: effectiveOn,
      file_name: fileName,
      lines: JSON.stringify(lines),
      made_by: madeBy,
      made_at: madeAt,
    })
    .execute();
}

interface Decision {
  readonly id: string;
  readonly steps: readonly TransferStep[];
  readonly by: string | null;
  readonly at: Date;
}

/** The rows that were read are forgotten; what was done stays. */
export async function saveDecision(tx: Tx, { id, steps, by, at }: Decision): Promise<void> {
  await tx
    .updateTable("transfer")
    .set({ state: "decided", lines: "[]", steps: JSON.stringify(steps), decided_by: by, decided_at: at })
    .where("id", "=", id)
    .execute();
}

export async function saveCancellation(tx: Tx, { id, by, at }: Omit<Decision, "steps">): Promise<void> {
  await tx
    .updateTable("transfer")
    .set({ state: "cancelled", lines: "[]", cancelled_by: by, cancelled_at: at })
    .where("id", "=", id)
    .execute();
}

/** Everyone's number in the city's other systems (職員番号), by id. */
export async function employeeNumbers(db: CityDb): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("person")
    .where("employee_number", "is not", null)
    .select(["id", "employee_number as number"])
    .execute();
  return new Map(rows.map((row) => [row.id, row.number ?? ""]));
}

/** Gives a span back the end it had. */
export async function reopenSpan(
  tx: Tx,
  table: "post" | "role_grant",
  { id, untilOn }: { readonly id: string; readonly untilOn: string | null },
): Promise<void> {
  await tx.updateTable(table).set({ until_on: untilOn }).where("id", "=", id).execute();
}

export async function removeSpan(tx: Tx, table: "post" | "role_grant", id: string): Promise<void> {
  await tx.deleteFrom(table).where("id", "=", id).execute();
}
