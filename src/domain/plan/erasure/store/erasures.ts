import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Ctx, Tx } from "#domain/audit/index.ts";
import { eraseFile } from "#platform/files/file-erasure.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { Erasure } from "../erasure.ts";

const partsSchema = z.array(z.string());

function toErasure(row: Selectable<CityTables["erasure"]>): Erasure {
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind as Erasure["kind"], // the table's check constraint holds these words
    targetId: row.target_id,
    parts: partsSchema.parse(row.parts),
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    erasedBy: row.erased_by,
    erasedAt: row.erased_at,
  };
}

/** The erasures of a plan, asked for and done, the newest first. */
export async function erasuresOf(db: CityDb, planId: string): Promise<Erasure[]> {
  const rows = await db
    .selectFrom("erasure")
    .where("plan_id", "=", planId)
    .orderBy("asked_at", "desc")
    .selectAll()
    .execute();
  return rows.map((row) => toErasure(row));
}

/** An erasure, held by the transaction. */
export async function heldErasure(tx: Tx, id: string): Promise<Erasure | undefined> {
  const row = await tx.selectFrom("erasure").where("id", "=", id).selectAll().forUpdate().executeTakeFirst();
  return row && toErasure(row);
}

export async function isAsked(tx: Tx, targetId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("erasure")
    .where("target_id", "=", targetId)
    .where("erased_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertErasure(tx: Tx, erasure: Omit<Erasure, "erasedBy" | "erasedAt">): Promise<void> {
  await tx
    .insertInto("erasure")
    .values({
      id: erasure.id,
      plan_id: erasure.planId,
      kind: erasure.kind,
      target_id: erasure.targetId,
      parts: JSON.stringify(erasure.parts),
      reason: erasure.reason,
      asked_by: erasure.askedBy,
      asked_at: erasure.askedAt,
    })
    .execute();
}

export async function removeRequest(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("erasure").where("id", "=", id).where("erased_at", "is", null).execute();
}

export async function markErased(
  tx: Tx,
  id: string,
  act: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx.updateTable("erasure").set({ erased_by: act.by, erased_at: act.at }).where("id", "=", id).execute();
}

/** Empties revisions of a node, and forgets the names that undoing a renaming would have brought back. */
export async function emptyRevisions(tx: Tx, { id, targetId, parts }: Erasure): Promise<void> {
  await tx
    .updateTable("plan_node_revision")
    .set({ content: null, erasure_id: id })
    .where("node_id", "=", targetId)
    .where("number", "in", parts.map(Number))
    .execute();
  await tx
    .deleteFrom("plan_tree_step")
    .where(sql<boolean>`step->>'kind' = 'renamed' and step->>'id' = ${targetId}`)
    .execute();
}

/** Takes the bytes of an import's original, the rows read from it, and what the next import would have compared with. */
export async function emptyImport(tx: Tx, importId: string, at: Date): Promise<void> {
  const row = await tx
    .updateTable("plan_import")
    .set({ imported: null, refusal: null, answers: "{}", choices: JSON.stringify({ remove: [], keep: [] }) })
    .where("id", "=", importId)
    .returning("file_id")
    .executeTakeFirstOrThrow();
  await eraseFile(tx, row.file_id, at);
}

/** A kept value with one of its words emptied; null stays null. */
function without(column: "before" | "after", key: "note" | "words") {
  const isValue = sql<boolean>`jsonb_typeof(${sql.ref(column)}) = 'object'`;
  const emptied = sql`jsonb_set(${sql.ref(column)}, ${sql.lit(`{${key}}`)}, '""')`;
  return sql<string | null>`case when ${isValue} then ${emptied} else ${sql.ref(column)} end`;
}

/** Takes the words from changes of an indicator's values and from its removals; the numbers stay. A definition goes whole. */
export async function emptyValues(tx: Tx, { id, targetId, parts }: Erasure): Promise<void> {
  const of = (kind: string) =>
    parts.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  const definitions = of("definition").map(Number);
  if (definitions.length > 0)
    await tx
      .updateTable("indicator_revision")
      .set({ content: null, erasure_id: id })
      .where("indicator_id", "=", targetId)
      .where("number", "in", definitions)
      .execute();
  if (of("actual").length > 0)
    await tx
      .updateTable("actual_revision")
      .set({ before: without("before", "note"), after: without("after", "note"), reason: "", erasure_id: id })
      .where("id", "in", of("actual"))
      .execute();
  if (of("target").length > 0)
    await tx
      .updateTable("target_revision")
      .set({
        before: without("before", "words"),
        after: without("after", "words"),
        reason: "",
        decided_by: "",
        erasure_id: id,
      })
      .where("id", "in", of("target"))
      .execute();
  if (of("removal").length > 0)
    await tx
      .updateTable("indicator_removal")
      .set({ reason: "", decided_by: "", erasure_id: id })
      .where("id", "in", of("removal"))
      .execute();
}

const rewritten = {
  revisions: ["plan_node_revision", "plan_tree_step"],
  import: ["stored_file", "plan_import", "stored_sheet"],
  values: ["indicator_revision", "actual_revision", "target_revision", "indicator_removal"],
  section: [],
} as const;

/**
 * Rewrites the tables that held what was erased, so that no dead row keeps it on the disk. Waits at most three seconds for the
 * others; otherwise PostgreSQL's own vacuum does it later.
 * @returns whether the tables were rewritten now
 */
export async function rewriteErased(ctx: Ctx, kind: Erasure["kind"], tablesAbove: readonly string[]): Promise<boolean> {
  const { schema } = ctx.municipality;
  return ctx.db.connection().execute(async (connection) => {
    try {
      await sql`set lock_timeout = '3s'`.execute(connection);
      for (const table of [...rewritten[kind], ...tablesAbove])
        await sql`vacuum full ${sql.id(schema, table)}`.execute(connection);
      return true;
    } catch {
      return false;
    } finally {
      await sql`reset lock_timeout`.execute(connection);
    }
  });
}
