import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type {
  Contact,
  Declaration,
  DeclarationEntry,
  DeclarationState,
  DeclarerKind,
  YearlyAnswer,
} from "../declaration.ts";

export interface NewDeclaration extends DeclarationEntry {
  readonly id: string;
  readonly planId: string;
  readonly sentAt: Date;
  readonly sendingKey: string;
  readonly receiptHash: string;
}

/** The next number; whoever takes one holds the row until the transaction ends, so numbers have no gaps. */
export async function nextDeclarationNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .updateTable("declaration_number")
    .set({ last: sql<number>`last + 1` })
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

/** Makes others who would take a number wait until the transaction ends. */
export async function holdDeclarationNumbers(tx: Tx): Promise<void> {
  await tx.selectFrom("declaration_number").select("is_only").forUpdate().executeTakeFirstOrThrow();
}

export async function insertDeclaration(tx: Tx, declaration: NewDeclaration, number: number): Promise<void> {
  await tx
    .insertInto("declaration")
    .values({
      id: declaration.id,
      number,
      plan_id: declaration.planId,
      kind: declaration.kind,
      organisation: declaration.organisation.trim(),
      shows_name: declaration.showsName,
      promise: declaration.promise.trim(),
      until_on: declaration.untilOn || null,
      sent_at: declaration.sentAt,
      sending_key: declaration.sendingKey,
      receipt_hash: declaration.receiptHash,
    })
    .execute();
  const goals = declaration.goals.map((goal) => ({ declaration_id: declaration.id, goal }));
  if (goals.length > 0) await tx.insertInto("declaration_goal").values(goals).execute();
  const measures = declaration.nodeIds.map((node_id) => ({ declaration_id: declaration.id, node_id }));
  if (measures.length > 0) await tx.insertInto("declaration_measure").values(measures).execute();
}

export async function insertContact(tx: Tx, declarationId: string, contact: Contact): Promise<void> {
  const { name, phone, email } = contact;
  await tx
    .insertInto("declaration_contact")
    .values({ declaration_id: declarationId, name: name.trim(), phone: phone.trim(), email: email.trim() })
    .execute();
}

export async function contactOf(db: CityDb, declarationId: string): Promise<Contact | undefined> {
  return db
    .selectFrom("declaration_contact")
    .where("declaration_id", "=", declarationId)
    .select(["name", "phone", "email"])
    .executeTakeFirst();
}

/** @returns whether there was one */
export async function removeContact(tx: Tx, declarationId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("declaration_contact")
    .where("declaration_id", "=", declarationId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Which declarations are asked for. */
export interface DeclarationChoice {
  readonly id?: string;
  readonly planId?: string;
  readonly sendingKey?: string;
  readonly receiptHash?: string;
}

/** Declarations, the newest first. */
export async function declarationsIn(db: CityDb, which: DeclarationChoice = {}): Promise<Declaration[]> {
  let query = db.selectFrom("declaration").selectAll();
  if (which.id !== undefined) query = query.where("id", "=", which.id);
  if (which.planId !== undefined) query = query.where("plan_id", "=", which.planId);
  if (which.sendingKey !== undefined) query = query.where("sending_key", "=", which.sendingKey);
  if (which.receiptHash !== undefined) query = query.where("receipt_hash", "=", which.receiptHash);
  const rows = await query.orderBy("number", "desc").execute();
  const goals = await db.selectFrom("declaration_goal").selectAll().orderBy("goal").execute();
  const measures = await db.selectFrom("declaration_measure").selectAll().execute();
  const years = await db.selectFrom("declaration_year").selectAll().orderBy("fiscal_year").execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    planId: row.plan_id,
    kind: row.kind as DeclarerKind, // the column's check allows no other
    organisation: row.organisation,
    showsName: row.shows_name,
    promise: row.promise,
    goals: goals.filter((each) => each.declaration_id === row.id).map(({ goal }) => goal),
    nodeIds: measures.filter((each) => each.declaration_id === row.id).map(({ node_id }) => node_id),
    untilOn: row.until_on ?? "",
    sentAt: row.sent_at,
    state: row.state as DeclarationState, // as above
    shownName: row.shown_name,
    shownPromise: row.shown_promise,
    reason: row.reason,
    years: years
      .filter((each) => each.declaration_id === row.id)
      .map(({ fiscal_year: year, answer }) => ({ year, answer: answer as YearlyAnswer })), // as above
    version: row.version,
  }));
}

interface Checked extends Pick<Declaration, "id" | "version" | "shownName" | "shownPromise" | "reason"> {
  readonly state: DeclarationState;
  readonly by: string | null;
  readonly at: Date;
}

/** Notes what came of the check, if the declaration still is as the person saw it. @returns whether it was */
export async function saveChecked(tx: Tx, checked: Checked): Promise<boolean> {
  const saved = await tx
    .updateTable("declaration")
    .set({
      state: checked.state,
      shown_name: checked.shownName,
      shown_promise: checked.shownPromise,
      reason: checked.reason,
      checked_by: checked.by,
      checked_at: checked.at,
      version: checked.version + 1,
    })
    .where("id", "=", checked.id)
    .where("version", "=", checked.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** What a sender says of a year; said again in the same year it replaces what was said. */
export async function keepYear(
  tx: Tx,
  {
    id,
    year,
    answer,
    at,
  }: { readonly id: string; readonly year: number; readonly answer: YearlyAnswer; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto("declaration_year")
    .values({ declaration_id: id, fiscal_year: year, answer, told_at: at })
    .onConflict((conflict) => conflict.columns(["declaration_id", "fiscal_year"]).doUpdateSet({ answer, told_at: at }))
    .execute();
}
