import { sql, type Selectable } from "kysely";
import type { Ctx, Tx } from "#domain/audit/index.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import type { Candidate } from "./candidate.ts";
import { purgedLabel } from "./labels.ts";
import type { Openness, PublicationHead } from "./source.ts";
import { successors } from "./publication-state.ts";

type Row = Omit<Selectable<CityTables["publication"]>, "payload">;

const headColumns = [
  "id",
  "subject",
  "reference",
  "label",
  "openness",
  "format",
  "hash",
  "division_name",
  "division_contact",
  "note",
  "published_at",
  "published_by",
  "supersedes_id",
  "withdrawn_at",
  "withdrawn_by",
  "withdrawal_reason",
  "purged_at",
  "purged_by",
  "purge_reason",
  "purge_requested_at",
  "purge_requested_by",
] as const satisfies readonly (keyof Row)[];

/** A publication as staff see it: with who did what. */
export interface PublicationRecord extends PublicationHead {
  readonly publishedBy: string | null;
  readonly withdrawnBy: string | null;
  readonly purgeRequest: { readonly at: Date; readonly by: string | null; readonly reason: string } | null;
  readonly purgedBy: string | null;
}

/** Every publication with who did what, the newest first. */
export async function publicationRecords(db: CityDb | Tx): Promise<PublicationRecord[]> {
  const rows = await db
    .selectFrom("publication")
    .select(headColumns)
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const placed = rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    reference: row.reference,
    openness: opennessOf(row),
  }));
  const next = successors(placed);
  return rows.map((row) => recordOf(row, next.get(row.id) ?? null));
}

function opennessOf(row: Pick<Row, "openness">): Openness {
  return row.openness === "decided" ? "decided" : "discussion";
}

function recordOf(row: Row, supersededById: string | null): PublicationRecord {
  return {
    id: row.id,
    subject: row.subject,
    reference: row.reference,
    label: row.purged_at ? purgedLabel : row.label,
    openness: opennessOf(row),
    format: row.format,
    hash: row.hash,
    divisionName: row.division_name,
    divisionContact: row.division_contact,
    note: row.note,
    publishedAt: row.published_at,
    supersededById,
    withdrawal: row.withdrawn_at && { at: row.withdrawn_at, reason: row.withdrawal_reason ?? "" },
    purge: row.purged_at && { at: row.purged_at, reason: row.purge_reason ?? "" },
    publishedBy: row.published_by,
    withdrawnBy: row.withdrawn_by,
    purgeRequest: row.purge_requested_at && {
      at: row.purge_requested_at,
      by: row.purge_requested_by,
      reason: row.purge_reason ?? "",
    },
    purgedBy: row.purged_by,
  };
}

/** A word that changes with every publication, withdrawal, request for a purge and purge: each changes one of the counts. */
export async function publicationState(db: CityDb): Promise<string> {
  const counts = await db
    .selectFrom("publication")
    .select(({ fn }) => [
      fn.countAll<number>().as("all"),
      fn.count<number>("withdrawn_at").as("withdrawn"),
      fn.count<number>("purged_at").as("purged"),
      fn.count<number>("purge_requested_at").as("asked"),
    ])
    .executeTakeFirstOrThrow();
  return `${counts.all}-${counts.withdrawn}-${counts.purged}-${counts.asked}`;
}

/** Whether anything was ever published of a reference, whatever became of it. */
export async function isReferencePublished(
  db: CityDb | Tx,
  { subject, reference }: Pick<Candidate, "subject" | "reference">,
): Promise<boolean> {
  const row = await db
    .selectFrom("publication")
    .where("subject", "=", subject)
    .where("reference", "=", reference)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The canonical text of a publication that is neither withdrawn nor purged. */
export async function publicText(db: CityDb, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("publication")
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .select("payload")
    .executeTakeFirst();
  return row?.payload ?? undefined;
}

/** The canonical text whatever became of the publication, for staff; undefined after a purge. */
export async function storedText(db: CityDb, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("publication").where("id", "=", id).select("payload").executeTakeFirst();
  return row?.payload ?? undefined;
}

/** Two people who publish the same reference at once do it one after the other. */
export async function lockReference(
  tx: Tx,
  { subject, reference }: Pick<Candidate, "subject" | "reference">,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${subject} ${reference}`}, 0))`.execute(tx);
}

export interface PublicationInsert extends Candidate {
  readonly supersedesId: string | null;
}

export async function insertPublication(tx: Tx, ctx: Ctx, publication: PublicationInsert): Promise<void> {
  const by = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const values = {
    ...columnsOf(publication),
    supersedes_id: publication.supersedesId,
    published_at: ctx.clock.now(),
    published_by: by,
  };
  await tx.insertInto("publication").values(values).execute();
}

function columnsOf(candidate: Candidate) {
  return {
    id: candidate.id,
    subject: candidate.subject,
    reference: candidate.reference,
    label: candidate.label,
    openness: candidate.openness,
    format: candidate.format,
    payload: candidate.text,
    hash: candidate.hash,
    division_name: candidate.divisionName,
    division_contact: candidate.divisionContact,
    note: candidate.note,
  };
}

export async function markWithdrawn(
  tx: Tx,
  id: string,
  act: { at: Date; by: string | null; reason: string },
): Promise<void> {
  const values = { withdrawn_at: act.at, withdrawn_by: act.by, withdrawal_reason: act.reason };
  await tx.updateTable("publication").set(values).where("id", "=", id).execute();
}

/** Withdraws every publication with this hash and notes that its removal was asked for. */
export async function markPurgeRequested(
  tx: Tx,
  hash: string,
  act: { at: Date; by: string | null; reason: string },
): Promise<void> {
  const withdrawal = { withdrawn_at: act.at, withdrawn_by: act.by, withdrawal_reason: act.reason };
  const own = tx.updateTable("publication").where("hash", "=", hash).where("purged_at", "is", null);
  await own.set(withdrawal).where("withdrawn_at", "is", null).execute();
  await own.set({ purge_requested_at: act.at, purge_requested_by: act.by, purge_reason: act.reason }).execute();
}

/** Forgets that the removal of the publications with this hash was asked for; they stay withdrawn. */
export async function clearPurgeRequest(tx: Tx, hash: string): Promise<void> {
  await tx
    .updateTable("publication")
    .set({ purge_requested_at: null, purge_requested_by: null, purge_reason: null })
    .where("hash", "=", hash)
    .where("purged_at", "is", null)
    .execute();
}

/** Empties the publications with this hash and every text about them; what stays is hash, reason, actor and date. */
export async function markPurged(
  tx: Tx,
  hash: string,
  act: { at: Date; by: string | null; reason: string },
): Promise<string[]> {
  const rows = await tx
    .updateTable("publication")
    .set((is) => ({
      payload: null,
      label: "",
      note: "",
      division_contact: "",
      purged_at: act.at,
      purged_by: act.by,
      purge_reason: act.reason,
      withdrawn_at: is.fn.coalesce("withdrawn_at", sql<Date>`${act.at}::timestamptz`),
      withdrawal_reason: "",
    }))
    .where("hash", "=", hash)
    .where("purged_at", "is", null)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Rewrites the two tables so that no dead row keeps a purged text on the disk. Waits at most three seconds for the others: a
 * backup under way may hold the table, then PostgreSQL's own vacuum does it later.
 * @returns whether the tables were rewritten now
 */
export async function rewriteTables(ctx: Ctx): Promise<boolean> {
  const { schema } = ctx.municipality;
  return ctx.db.connection().execute(async (connection) => {
    try {
      await sql`set lock_timeout = '3s'`.execute(connection);
      await sql`vacuum full ${sql.id(schema, "publication")}`.execute(connection);
      await sql`vacuum full ${sql.id(schema, "publication_candidate")}`.execute(connection);
      return true;
    } catch {
      return false;
    } finally {
      await sql`reset lock_timeout`.execute(connection);
    }
  });
}

export async function candidateById(db: CityDb | Tx, id: string): Promise<Candidate | undefined> {
  const row = await db.selectFrom("publication_candidate").where("id", "=", id).selectAll().executeTakeFirst();
  return (
    row && {
      id: row.id,
      subject: row.subject,
      reference: row.reference,
      label: row.label,
      openness: opennessOf(row),
      format: row.format,
      text: row.payload,
      hash: row.hash,
      divisionName: row.division_name,
      divisionContact: row.division_contact,
      note: row.note,
    }
  );
}

export async function insertCandidate(tx: Tx, ctx: Ctx, candidate: Candidate): Promise<void> {
  const by = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await tx
    .insertInto("publication_candidate")
    .values({ ...columnsOf(candidate), prepared_at: ctx.clock.now(), prepared_by: by })
    .execute();
}

/** Every candidate with this payload, whatever it was prepared for. */
export async function removeCandidatesOf(tx: Tx, hash: string): Promise<void> {
  await tx.deleteFrom("publication_candidate").where("hash", "=", hash).execute();
}

/** The candidates of a reference that this person prepared, or all of them. */
export async function removeCandidates(
  tx: Tx,
  { subject, reference }: Pick<Candidate, "subject" | "reference">,
  preparedBy?: string | null,
): Promise<void> {
  let query = tx.deleteFrom("publication_candidate").where("subject", "=", subject).where("reference", "=", reference);
  if (preparedBy !== undefined) query = query.where("prepared_by", "is not distinct from", preparedBy);
  await query.execute();
}
