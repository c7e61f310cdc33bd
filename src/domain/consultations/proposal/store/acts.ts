import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { ReportGround } from "../proposal.ts";

export type ProposalActKind = "looked" | "accepted" | "refused" | "hidden" | "shown" | "kept" | "takenOver";

/** What was done with a proposal, and why. */
export interface ProposalAct {
  readonly id: string;
  readonly act: ProposalActKind;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

export async function insertAct(tx: Tx, voiceId: string, { id, act, reason, by, at }: ProposalAct): Promise<void> {
  await tx
    .insertInto("proposal_act")
    .values({ id, voice_id: voiceId, act, reason, done_by: by, done_at: at })
    .execute();
}

/** The acts on a proposal, the earliest first. */
export async function actsOf(db: CityDb, voiceId: string): Promise<ProposalAct[]> {
  const rows = await db
    .selectFrom("proposal_act")
    .where("voice_id", "=", voiceId)
    .selectAll()
    .orderBy("done_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, act, reason, done_by: by, done_at: at }) => ({
    id,
    act: act as ProposalActKind, // the column's check allows no other
    reason,
    by,
    at,
  }));
}

/** 不適切な投稿の知らせ: what a citizen told of a proposal. */
export interface ProposalReport {
  readonly id: string;
  readonly voiceId: string;
  readonly ground: ReportGround;
  readonly words: string;
  readonly sentAt: Date;
}

export async function insertReport(
  tx: Tx,
  { id, voiceId, ground, words, sentAt, sendingKey }: ProposalReport & { readonly sendingKey: string },
): Promise<void> {
  await tx
    .insertInto("proposal_report")
    .values({ id, voice_id: voiceId, ground, words, sent_at: sentAt, sending_key: sendingKey })
    .onConflict((conflict) => conflict.column("sending_key").doNothing())
    .execute();
}

/** Reports of a call that nobody looked at yet, the earliest first. */
export async function openReports(db: CityDb, callId: string): Promise<ProposalReport[]> {
  const rows = await db
    .selectFrom("proposal_report as report")
    .innerJoin("proposal", "proposal.voice_id", "report.voice_id")
    .where("proposal.call_id", "=", callId)
    .where("report.closed_at", "is", null)
    .select(["report.id", "report.voice_id", "report.ground", "report.words", "report.sent_at"])
    .orderBy("report.sent_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    voiceId: row.voice_id,
    ground: row.ground as ReportGround, // the column's check allows no other
    words: row.words,
    sentAt: row.sent_at,
  }));
}

/** Notes that the open reports of a proposal were looked at. */
export async function closeReports(
  tx: Tx,
  voiceId: string,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable("proposal_report")
    .set({ closed_at: at, closed_by: by })
    .where("voice_id", "=", voiceId)
    .where("closed_at", "is", null)
    .execute();
}
