import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { WorkshopRound, WorkshopRoundWords, WorkshopTable, WorkshopWords } from "../workshop.ts";

/** The words of a workshop. @returns undefined where the consultation is of another kind */
export async function workshopIn(db: CityDb, id: string): Promise<WorkshopWords | undefined> {
  return db
    .selectFrom("workshop")
    .where("consultation_id", "=", id)
    .select(["purpose", "eligibility", "how_to_apply as howToApply", "next_steps as nextSteps"])
    .executeTakeFirst();
}

function wordsRow({ purpose, eligibility, howToApply, nextSteps }: WorkshopWords) {
  return { purpose, eligibility, how_to_apply: howToApply, next_steps: nextSteps };
}

export async function insertWorkshop(tx: Tx, id: string, words: WorkshopWords): Promise<void> {
  await tx
    .insertInto("workshop")
    .values({ consultation_id: id, ...wordsRow(words) })
    .execute();
}

export async function saveWorkshop(tx: Tx, id: string, words: WorkshopWords): Promise<void> {
  await tx.updateTable("workshop").set(wordsRow(words)).where("consultation_id", "=", id).execute();
}

/** The rounds of a workshop in the order of their days, numbered. */
export async function roundsIn(db: CityDb, consultationId: string): Promise<WorkshopRound[]> {
  const rows = await db
    .selectFrom("workshop_round")
    .where("consultation_id", "=", consultationId)
    .select(["id", "consultation_id as consultationId", "theme", "place", "directions", "held_on as heldOn"])
    .select(["begins", "ends", "summary", "version"])
    .orderBy("held_on")
    .orderBy("begins")
    .orderBy("id")
    .execute();
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

/** The workshop to which a round belongs. */
export async function workshopOfRound(db: CityDb, roundId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("workshop_round")
    .where("id", "=", roundId)
    .select("consultation_id")
    .executeTakeFirst();
  return row?.consultation_id;
}

/** Makes others who would change a round, its tables or its notes wait until the transaction ends. */
export async function holdRound(tx: Tx, id: string): Promise<void> {
  await tx
    .selectFrom("workshop_round")
    .where("id", "=", id)
    .select(sql<number>`1`.as("held"))
    .forUpdate()
    .execute();
}

function roundRow({ theme, place, directions, heldOn, begins, ends }: WorkshopRoundWords) {
  return { theme: theme.trim(), place: place.trim(), directions: directions.trim(), held_on: heldOn, begins, ends };
}

export async function insertRound(
  tx: Tx,
  { id, consultationId, ...words }: WorkshopRoundWords & Pick<WorkshopRound, "id" | "consultationId">,
): Promise<void> {
  await tx
    .insertInto("workshop_round")
    .values({ id, consultation_id: consultationId, ...roundRow(words) })
    .execute();
}

export async function saveRound(tx: Tx, { id, ...words }: WorkshopRoundWords & { readonly id: string }): Promise<void> {
  await tx.updateTable("workshop_round").set(roundRow(words)).where("id", "=", id).execute();
}

export async function saveRoundSummary(tx: Tx, id: string, summary: string): Promise<void> {
  await tx.updateTable("workshop_round").set({ summary }).where("id", "=", id).execute();
}

/** Counts a round's version up if it is still the one that the person saw. @returns whether it was */
export async function nextRoundVersion(tx: Tx, id: string, version: number): Promise<boolean> {
  const saved = await tx
    .updateTable("workshop_round")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Deletes a round with its tables, which have no notes. */
export async function deleteRound(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("workshop_table").where("round_id", "=", id).execute();
  await tx.deleteFrom("workshop_round").where("id", "=", id).execute();
}

/** The tables of some rounds, in their order. */
export async function tablesIn(db: CityDb, roundIds: readonly string[]): Promise<WorkshopTable[]> {
  if (roundIds.length === 0) return [];
  return db
    .selectFrom("workshop_table")
    .where("round_id", "in", roundIds)
    .select(["id", "round_id as roundId", "name", "people", "summary"])
    .orderBy("position")
    .orderBy("id")
    .execute();
}

interface TableRow extends Omit<WorkshopTable, "summary"> {
  readonly position: number;
}

export async function insertTable(tx: Tx, { id, roundId, position, name, people }: TableRow): Promise<void> {
  await tx.insertInto("workshop_table").values({ id, round_id: roundId, position, name, people }).execute();
}

export async function saveTable(
  tx: Tx,
  { id, position, name, people }: Pick<TableRow, "id" | "position" | "name" | "people">,
): Promise<void> {
  await tx.updateTable("workshop_table").set({ position, name, people }).where("id", "=", id).execute();
}

export async function saveTableSummary(tx: Tx, { id, summary }: Pick<WorkshopTable, "id" | "summary">): Promise<void> {
  await tx.updateTable("workshop_table").set({ summary }).where("id", "=", id).execute();
}

export async function deleteTable(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("workshop_table").where("id", "=", id).execute();
}
