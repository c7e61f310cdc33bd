import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type {
  Formulation,
  FormulationHead,
  KeptPart,
  PartTable,
  PolicyBody,
  PolicyLists,
  PolicyMethod,
  Resolution,
  Review,
} from "../formulation.ts";

export interface Saving {
  readonly by: string | null;
  readonly at: Date;
}

/** The plans that have a formulation. */
export async function plansInFormulation(db: CityDb): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("formulation").select("plan_id").execute();
  return new Set(rows.map(({ plan_id }) => plan_id));
}

export async function formulationOf(db: CityDb, planId: string): Promise<Formulation | undefined> {
  const row = await db.selectFrom("formulation").where("plan_id", "=", planId).selectAll().executeTakeFirst();
  if (!row) return undefined;
  return {
    planId,
    title: row.title,
    review: row.review as Review, // the column's check allows no other
    reviewReason: row.review_reason,
    resolution: row.resolution as Resolution, // as above
    ordinance: row.ordinance,
    version: row.version,
    ...(await listsOf(db, planId)),
  };
}

async function listsOf(db: CityDb, planId: string): Promise<PolicyLists> {
  const parts = await db
    .selectFrom("policy_part")
    .where("plan_id", "=", planId)
    .selectAll()
    .orderBy("position")
    .execute();
  const bodies = await db
    .selectFrom("policy_body")
    .where("plan_id", "=", planId)
    .selectAll()
    .orderBy("position")
    .execute();
  const methods = await db
    .selectFrom("policy_method")
    .where("plan_id", "=", planId)
    .selectAll()
    .orderBy("position")
    .execute();
  return {
    parts: parts.map(({ id, title, body, shows }) => ({ id, title, text: body, shows: shows as PartTable })), // as above
    bodies: bodies.map(({ name, role }) => ({ name, role })),
    methods: methods.map(({ name, timing, detail }) => ({ name, timing, detail })),
  };
}

function headRow({ title, review, reviewReason, resolution, ordinance }: FormulationHead, { by, at }: Saving) {
  return {
    title: title.trim(),
    review,
    review_reason: reviewReason.trim(),
    resolution,
    ordinance: ordinance.trim(),
    saved_by: by,
    saved_at: at,
  };
}

/** @returns whether the plan had none before */
export async function insertFormulation(
  tx: Tx,
  planId: string,
  head: FormulationHead,
  saving: Saving,
): Promise<boolean> {
  const inserted = await tx
    .insertInto("formulation")
    .values({ plan_id: planId, ...headRow(head, saving) })
    .onConflict((conflict) => conflict.column("plan_id").doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface Seen {
  readonly planId: string;
  readonly version: number;
}

export async function saveHead(
  tx: Tx,
  { planId, version }: Seen,
  head: FormulationHead,
  saving: Saving,
): Promise<boolean> {
  return took(tx, { planId, version }, headRow(head, saving));
}

/** Notes that a list was saved, if the formulation still has the version that the person saw. @returns whether it had */
export async function touch(tx: Tx, seen: Seen, { by, at }: Saving): Promise<boolean> {
  return took(tx, seen, { saved_by: by, saved_at: at });
}

async function took(tx: Tx, { planId, version }: Seen, row: Partial<ReturnType<typeof headRow>>): Promise<boolean> {
  const saved = await tx
    .updateTable("formulation")
    .set({ ...row, version: version + 1 })
    .where("plan_id", "=", planId)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Notes that something of the policy changed which is kept beside it: the stages, whose days it tells. */
export async function raise(tx: Tx, planId: string, { by, at }: Saving): Promise<void> {
  await tx
    .updateTable("formulation")
    .set((eb) => ({ saved_by: by, saved_at: at, version: eb("version", "+", 1) }))
    .where("plan_id", "=", planId)
    .execute();
}

/** Holds the formulation until the transaction ends, so that numbers and orders have no gaps. */
export async function holdFormulation(tx: Tx, planId: string): Promise<void> {
  await tx.selectFrom("formulation").where("plan_id", "=", planId).select("plan_id").forUpdate().executeTakeFirst();
}

export async function writeParts(tx: Tx, planId: string, parts: readonly KeptPart[]): Promise<void> {
  await tx.deleteFrom("policy_part").where("plan_id", "=", planId).execute();
  const rows = parts.map(({ id, title, text, shows }, index) => ({
    id,
    plan_id: planId,
    position: index + 1,
    title: title.trim(),
    body: text.trim(),
    shows,
  }));
  if (rows.length > 0) await tx.insertInto("policy_part").values(rows).execute();
}

export async function writeBodies(tx: Tx, planId: string, bodies: readonly PolicyBody[]): Promise<void> {
  await tx.deleteFrom("policy_body").where("plan_id", "=", planId).execute();
  const rows = bodies.map((body, index) => ({ plan_id: planId, position: index + 1, ...body }));
  if (rows.length > 0) await tx.insertInto("policy_body").values(rows).execute();
}

export async function writeMethods(tx: Tx, planId: string, methods: readonly PolicyMethod[]): Promise<void> {
  await tx.deleteFrom("policy_method").where("plan_id", "=", planId).execute();
  const rows = methods.map((method, index) => ({ plan_id: planId, position: index + 1, ...method }));
  if (rows.length > 0) await tx.insertInto("policy_method").values(rows).execute();
}
