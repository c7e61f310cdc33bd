import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { frameGoalsSchema, type NationalFrame } from "../frame.ts";

/** National frames, the one that began last first. */
export async function framesIn(db: CityDb): Promise<NationalFrame[]> {
  const rows = await db
    .selectFrom("strategy_frame")
    .selectAll()
    .orderBy("start_year", "desc")
    .orderBy("position", "desc")
    .execute();
  return rows.map(({ start_year: startYear, end_year: endYear, goals, ...row }) => ({
    ...row,
    startYear,
    endYear,
    goals: frameGoalsSchema.parse(goals),
  }));
}

function frameRow({ startYear, endYear, goals, code, name, source, note }: Omit<NationalFrame, "id" | "version">) {
  const words = { code, name, source, note };
  return { ...words, start_year: startYear, end_year: endYear, goals: JSON.stringify(goals) };
}

export async function insertFrame(tx: Tx, frame: NationalFrame): Promise<void> {
  const { id, position } = frame;
  await tx
    .insertInto("strategy_frame")
    .values({ id, position, ...frameRow(frame) })
    .execute();
}

/** Saves if the frame still has the version that the person saw. @returns whether it had */
export async function saveFrame(tx: Tx, frame: NationalFrame): Promise<boolean> {
  const saved = await tx
    .updateTable("strategy_frame")
    .set({ ...frameRow(frame), version: frame.version + 1 })
    .where("id", "=", frame.id)
    .where("version", "=", frame.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
