import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ProposalState, RoleField } from "../proposal.ts";

/** A proposal, or one that joins another, without the words that the ledger keeps. */
export interface StoredProposal {
  readonly voiceId: string;
  readonly callId: string;
  readonly joinsId: string | null;
  readonly roleField: RoleField | null;
  readonly state: ProposalState;
  /** The words as they were let through; null before. */
  readonly copy: string | null;
  readonly reason: string;
  readonly lookedBy: string | null;
  readonly letBy: string | null;
  readonly version: number;
}

interface Row {
  readonly voice_id: string;
  readonly call_id: string;
  readonly joins_id: string | null;
  readonly role_field: string | null;
  readonly state: string;
  readonly copy: string | null;
  readonly reason: string;
  readonly looked_by: string | null;
  readonly let_by: string | null;
  readonly version: number;
}

function proposalOf(row: Row): StoredProposal {
  return {
    voiceId: row.voice_id,
    callId: row.call_id,
    joinsId: row.joins_id,
    roleField: row.role_field as RoleField | null, // the column's check allows no other
    state: row.state as ProposalState, // as above
    copy: row.copy,
    reason: row.reason,
    lookedBy: row.looked_by,
    letBy: row.let_by,
    version: row.version,
  };
}

export async function insertProposal(
  tx: Tx,
  proposal: Pick<StoredProposal, "voiceId" | "callId" | "joinsId" | "roleField">,
): Promise<void> {
  const { voiceId: voice_id, callId: call_id, joinsId: joins_id, roleField: role_field } = proposal;
  await tx.insertInto("proposal").values({ voice_id, call_id, joins_id, role_field, state: "waiting" }).execute();
}

/** The proposals of a call with all that join them, in the order of receipt. */
export async function proposalsOf(db: CityDb, callId: string): Promise<StoredProposal[]> {
  const rows = await db.selectFrom("proposal").where("call_id", "=", callId).selectAll().orderBy("voice_id").execute();
  return rows.map(proposalOf);
}

/** How many proposals of each call wait for a look, the first or the second. */
export async function waitingByCall(db: CityDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("proposal")
    .where("state", "in", ["waiting", "looked"])
    .select(({ fn }) => ["call_id as id", fn.countAll<number>().as("count")])
    .groupBy("call_id")
    .execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function proposalIn(db: CityDb, voiceId: string): Promise<StoredProposal | undefined> {
  const row = await db.selectFrom("proposal").where("voice_id", "=", voiceId).selectAll().executeTakeFirst();
  return row && proposalOf(row);
}

/** The same, and whoever else would change it waits until the transaction ends. */
export async function holdProposal(tx: Tx, voiceId: string): Promise<StoredProposal | undefined> {
  const row = await tx
    .selectFrom("proposal")
    .where("voice_id", "=", voiceId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row && proposalOf(row);
}

/** What an act makes of a proposal; what is left out stays. */
export interface Standing {
  readonly state: ProposalState;
  readonly copy?: string | null;
  readonly reason?: string;
  readonly looked?: { readonly by: string | null; readonly at: Date } | null;
  readonly let?: { readonly by: string | null; readonly at: Date } | null;
}

export async function saveStanding(
  tx: Tx,
  { voiceId, version }: Pick<StoredProposal, "voiceId" | "version">,
  { state, copy, reason, looked, let: letThrough }: Standing,
): Promise<void> {
  await tx
    .updateTable("proposal")
    .set({
      state,
      version: version + 1,
      ...(copy !== undefined && { copy }),
      ...(reason !== undefined && { reason }),
      ...(looked !== undefined && { looked_by: looked?.by ?? null, looked_at: looked?.at ?? null }),
      ...(letThrough !== undefined && { let_by: letThrough?.by ?? null, let_at: letThrough?.at ?? null }),
    })
    .where("voice_id", "=", voiceId)
    .execute();
}
