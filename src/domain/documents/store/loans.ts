import { sql, type Selectable } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { CopyCause, Loan, LoanEnd, SectionCopy } from "../loan.ts";
import type { SectionTexts } from "../section.ts";
import { sectionTextsSchema } from "../section-texts.ts";

function loanOf(row: Selectable<CityTables["section_loan"]>): Loan {
  return {
    id: row.id,
    sectionId: row.section_id,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    baseVersion: row.base_version,
    texts: sectionTextsSchema.parse(row.texts ?? {}),
    saveNumber: row.save_number,
    savedFrom: row.saved_from,
    savedTurn: row.saved_turn,
    savedAt: row.saved_at,
    endedAt: row.ended_at,
    endedAs: row.ended_as as LoanEnd | null, // the column's check allows no other
    isErased: row.erasure_id !== null,
  };
}

/** The open loans of some sections. */
export async function openLoans(db: CityDb, sectionIds: readonly string[]): Promise<Loan[]> {
  const rows = await db
    .selectFrom("section_loan")
    .where("section_id", "=", sql<string>`any(${[...sectionIds]}::uuid[])`)
    .where("ended_at", "is", null)
    .selectAll()
    .execute();
  return rows.map(loanOf);
}

/** The open loans of a person in the manuscript of a plan, whether their sections stand in it or not. */
export async function openLoansOf(db: CityDb, planId: string, person: string): Promise<Loan[]> {
  const rows = await db
    .selectFrom("section_loan")
    .innerJoin("manuscript_section as section", "section.id", "section_loan.section_id")
    .where("section.plan_id", "=", planId)
    .where("section_loan.taken_by", "=", person)
    .where("section_loan.ended_at", "is", null)
    .selectAll("section_loan")
    .execute();
  return rows.map(loanOf);
}

export async function loanById(db: CityDb, id: string): Promise<Loan | undefined> {
  const row = await db.selectFrom("section_loan").where("id", "=", id).selectAll().executeTakeFirst();
  return row && loanOf(row);
}

/** Holds a loan for the rest of the transaction. */
export async function lockLoan(tx: Tx, id: string): Promise<Loan> {
  const query = tx.selectFrom("section_loan").where("id", "=", id).selectAll().forUpdate();
  return loanOf(await query.executeTakeFirstOrThrow());
}

export type NewLoan = Pick<Loan, "id" | "sectionId" | "takenBy" | "takenAt" | "baseVersion" | "texts">;

export async function insertLoan(tx: Tx, loan: NewLoan): Promise<void> {
  await tx
    .insertInto("section_loan")
    .values({
      id: loan.id,
      section_id: loan.sectionId,
      taken_by: loan.takenBy,
      taken_at: loan.takenAt,
      base_version: loan.baseVersion,
      texts: JSON.stringify(loan.texts),
      saved_at: loan.takenAt,
    })
    .execute();
}

/** The copy's next save. */
export interface CopySave {
  readonly id: string;
  readonly texts: SectionTexts;
  readonly window: string;
  readonly turn: number;
  readonly at: Date;
}

/** Writes it. @returns its number */
export async function saveCopyTexts(tx: Tx, { id, texts, window, turn, at }: CopySave): Promise<number> {
  const row = await tx
    .updateTable("section_loan")
    .set((eb) => ({
      texts: JSON.stringify(texts),
      save_number: eb("save_number", "+", 1),
      saved_from: window,
      saved_turn: turn,
      saved_at: at,
    }))
    .where("id", "=", id)
    .returning("save_number")
    .executeTakeFirstOrThrow();
  return row.save_number;
}

export async function endLoan(
  tx: Tx,
  { id, as, by, at }: { readonly id: string; readonly as: LoanEnd; readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx.updateTable("section_loan").set({ ended_at: at, ended_as: as, ended_by: by }).where("id", "=", id).execute();
}

/** Texts to be kept beside a section. */
export interface NewCopy {
  readonly id: string;
  readonly sectionId: string;
  readonly loanId: string;
  readonly cause: CopyCause;
  readonly texts: SectionTexts;
  readonly writtenBy: string;
  readonly keptAt: Date;
}

export async function insertCopy(tx: Tx, copy: NewCopy): Promise<void> {
  await tx
    .insertInto("section_copy")
    .values({
      id: copy.id,
      section_id: copy.sectionId,
      loan_id: copy.loanId,
      cause: copy.cause,
      texts: JSON.stringify(copy.texts),
      written_by: copy.writtenBy,
      kept_at: copy.keptAt,
    })
    .execute();
}

function copyOf(row: Selectable<CityTables["section_copy"]>): SectionCopy {
  return {
    id: row.id,
    sectionId: row.section_id,
    cause: row.cause as CopyCause, // the column's check allows no other
    texts: row.texts === null ? undefined : sectionTextsSchema.parse(row.texts),
    writtenBy: row.written_by,
    keptAt: row.kept_at,
  };
}

/** The copies of some sections that nobody settled yet, the oldest first. */
export async function unsettledCopies(db: CityDb, sectionIds: readonly string[]): Promise<SectionCopy[]> {
  const rows = await db
    .selectFrom("section_copy")
    .where("section_id", "=", sql<string>`any(${[...sectionIds]}::uuid[])`)
    .where("settled_at", "is", null)
    .selectAll()
    .orderBy("kept_at")
    .orderBy("id")
    .execute();
  return rows.map(copyOf);
}

/** What was kept of a loan so far, settled or not. */
export async function copiesOfLoan(db: CityDb, loanId: string): Promise<SectionCopy[]> {
  const rows = await db.selectFrom("section_copy").where("loan_id", "=", loanId).selectAll().execute();
  return rows.map(copyOf);
}

/** @returns whether it was still to be settled */
export async function settleCopyRow(
  tx: Tx,
  {
    id,
    sectionId,
    by,
    at,
  }: { readonly id: string; readonly sectionId: string; readonly by: string | null; readonly at: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable("section_copy")
    .set({ settled_at: at, settled_by: by })
    .where("id", "=", id)
    .where("section_id", "=", sectionId)
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
