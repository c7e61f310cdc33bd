import type { Tx } from "#domain/audit/index.ts";
import { NotFound } from "#kernel/result.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Division, DivisionPeriod } from "../division.ts";

/** All divisions with their history: some hundred rows in a large city. */
export async function allDivisions(db: CityDb): Promise<Division[]> {
  const rows = await db.selectFrom("division").selectAll().orderBy("id").execute();
  const periods = await db.selectFrom("division_period").selectAll().orderBy("from_on").execute();
  const byDivision = new Map<string, DivisionPeriod[]>();
  for (const row of periods)
    byDivision.set(row.division_id, [...(byDivision.get(row.division_id) ?? []), periodOf(row)]);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    abolishedOn: row.abolished_on,
    periods: byDivision.get(row.id) ?? [],
  }));
}

interface PeriodRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly position: number;
  readonly from_on: string;
  readonly until_on: string | null;
}

function periodOf(row: PeriodRow): DivisionPeriod {
  const { id, name, phone, email, position } = row;
  return { id, parentId: row.parent_id, name, phone, email, position, fromOn: row.from_on, untilOn: row.until_on };
}

/** All divisions while nobody else changes one: the rules look at the whole chart. */
export async function lockDivisions(tx: Tx): Promise<Division[]> {
  await tx.selectFrom("division").select("id").orderBy("id").forUpdate().execute();
  return allDivisions(tx);
}

export async function insertDivision(tx: Tx, id: string, period: DivisionPeriod): Promise<void> {
  await tx.insertInto("division").values({ id }).execute();
  await insertPeriods(tx, id, [period]);
}

/** Replaces the history of a division of the version that the person saw. */
export async function saveHistory(tx: Tx, division: Division, periods: readonly DivisionPeriod[]): Promise<void> {
  const { id, version, abolishedOn } = division;
  const saved = await tx
    .updateTable("division")
    .set({ abolished_on: abolishedOn, version: version + 1 })
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  if (!saved) throw new NotFound();
  await tx.deleteFrom("division_period").where("division_id", "=", id).execute();
  await insertPeriods(tx, id, periods);
}

async function insertPeriods(tx: Tx, divisionId: string, periods: readonly DivisionPeriod[]): Promise<void> {
  const rows = periods.map(({ id, parentId, name, phone, email, position, fromOn, untilOn }) => ({
    id,
    division_id: divisionId,
    parent_id: parentId,
    name,
    phone,
    email,
    position,
    from_on: fromOn,
    until_on: untilOn,
  }));
  await tx.insertInto("division_period").values(rows).execute();
}

/** How many people have a post in the division on a day or later. */
export async function peopleFrom(tx: Tx, divisionId: string, day: string): Promise<number> {
  const row = await tx
    .selectFrom("post")
    .where("division_id", "=", divisionId)
    .where((on) => on.or([on("until_on", "is", null), on("until_on", ">=", day)]))
    .select((on) => on.fn.count<number>("person_id").distinct().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}
