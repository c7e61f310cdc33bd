import { sha256 } from "#kernel/canonical-json.ts";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { folded } from "#kernel/folding.ts";
import { isAnonymous, likenessOf, type VoiceEntry } from "../voice.ts";
import type { Way } from "../channel.ts";

/** A voice on its way into the ledger. */
export interface NewVoice extends VoiceEntry {
  readonly id: string;
  readonly number: number;
  readonly occasionId: string;
  readonly way: Way;
  readonly receivedAt: Date;
  readonly enteredBy: string | null;
  readonly batch: { readonly id: string; readonly row: number } | null;
  readonly receiptHash: string;
  readonly sendingKey: string;
}

/** Keeps voices with their words, apart from who sent them. */
export async function insertVoices(tx: Tx, voices: readonly NewVoice[]): Promise<void> {
  if (voices.length === 0) return;
  await tx.insertInto("voice").values(voices.map(voiceRow)).execute();
  await insertTexts(
    tx,
    voices.map(({ id, text, place, receivedAt }) => ({
      voiceId: id,
      edition: 1,
      text,
      place,
      reason: "",
      at: receivedAt,
    })),
  );
  const senders = voices.filter(({ sender }) => !isAnonymous(sender));
  if (senders.length > 0)
    await tx
      .insertInto("voice_sender")
      .values(senders.map(({ id, sender }) => ({ voice_id: id, ...sender })))
      .execute();
}

function voiceRow(voice: NewVoice) {
  return {
    id: voice.id,
    number: voice.number,
    occasion_id: voice.occasionId,
    way: voice.way,
    received_at: voice.receivedAt,
    entered_by: voice.enteredBy,
    batch_id: voice.batch?.id ?? null,
    batch_row: voice.batch?.row ?? null,
    node_id: voice.nodeId,
    joins_topic_id: voice.joinsTopicId,
    district_id: voice.districtId,
    age_band: voice.ageBand,
    sender_kind: voice.senderKind,
    wishes_reply: voice.wishesReply,
    wishes_publication: voice.wishesPublication,
    receipt_hash: voice.receiptHash,
    sending_key: voice.sendingKey,
    likeness: likenessOf(voice.text),
  };
}

/** An edition of a voice's words: the first as it came, later ones by 訂正. */
export interface NewText {
  readonly voiceId: string;
  readonly edition: number;
  readonly text: string;
  readonly place: string;
  readonly reason: string;
  readonly at: Date;
}

export async function insertTexts(tx: Tx, texts: readonly NewText[]): Promise<void> {
  await tx
    .insertInto("voice_text")
    .values(
      texts.map(({ voiceId, edition, text, place, reason, at }) => ({
        voice_id: voiceId,
        edition,
        content: text,
        place,
        folded: folded(text),
        content_hash: sha256(text),
        reason,
        entered_at: at,
      })),
    )
    .execute();
}

/** The voice that came in under this key before; undefined when none did. */
export async function voiceSentUnder(
  tx: Tx,
  sendingKey: string,
): Promise<{ readonly id: string; readonly number: number } | undefined> {
  return tx.selectFrom("voice").where("sending_key", "=", sendingKey).select(["id", "number"]).executeTakeFirst();
}

/** The public numbers of some voices, by id. */
export async function voiceNumbersOf(db: CityDb, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("voice").where("id", "in", ids).select(["id", "number"]).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
