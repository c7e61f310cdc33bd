import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { PersonalRequest, RequestKind, RequestOutcome } from "../personal-request.ts";

/** The requests of one voice, or all that are not decided yet; the oldest first. */
export async function requestsIn(
  db: CityDb,
  of: { readonly voiceId: string } | { readonly id: string } | "undecided",
): Promise<(PersonalRequest & { readonly voiceNumber: number })[]> {
  let query = db.selectFrom("personal_request").innerJoin("voice", "voice.id", "personal_request.voice_id");
  if (of === "undecided") query = query.where("personal_request.outcome", "is", null);
  else if ("id" in of) query = query.where("personal_request.id", "=", of.id);
  else query = query.where("personal_request.voice_id", "=", of.voiceId);
  const rows = await query
    .selectAll("personal_request")
    .select("voice.number")
    .orderBy("received_on")
    .orderBy("personal_request.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    voiceId: row.voice_id,
    voiceNumber: row.number,
    kind: row.kind as RequestKind, // the column's check allows no other
    receivedOn: row.received_on,
    outcome: row.outcome as RequestOutcome | null, // as above
    reason: row.reason,
    decidedOn: row.decided_on,
  }));
}

export async function insertRequest(
  tx: Tx,
  request: Pick<PersonalRequest, "id" | "voiceId" | "kind" | "receivedOn">,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const { id, voiceId, kind, receivedOn } = request;
  await tx
    .insertInto("personal_request")
    .values({ id, voice_id: voiceId, kind, received_on: receivedOn, entered_by: by, entered_at: at })
    .execute();
}

export async function saveOutcome(
  tx: Tx,
  { id, outcome, reason, decidedOn }: Pick<PersonalRequest, "id" | "outcome" | "reason" | "decidedOn">,
): Promise<void> {
  await tx
    .updateTable("personal_request")
    .set({ outcome, reason, decided_on: decidedOn })
    .where("id", "=", id)
    .execute();
}
