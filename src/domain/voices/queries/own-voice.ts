import type { Ctx } from "#domain/audit/index.ts";
import { headFor, stateOf, storedPublications } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { ownState, type OwnPoint, type OwnVoice } from "../own-voice.ts";
import { readReceipt, receiptHash } from "../receipt.ts";
import { voicesSnapshotSchema, type VoicesSnapshot } from "../snapshot.ts";
import { occasionsIn } from "../store/occasions.ts";
import { attachmentsOf, pointsInVoice, voiceWhere, type PointInVoice } from "../store/reading.ts";

/**
 * The voice of a receipt as its sender typed it; undefined for every receipt that is not one of ours, whatever is wrong with it, so
 * that guessing teaches nothing. How often somebody may ask is the caller's rule.
 */
export async function voiceByReceipt(ctx: Pick<Ctx, "db">, typed: string): Promise<OwnVoice | undefined> {
  const receipt = readReceipt(typed) ?? "";
  const voice = await voiceWhere(ctx.db, { receipt_hash: receiptHash(receipt) }); // asked for in any case: the same time for all
  if (!voice) return undefined;
  const [occasion] = await occasionsIn(ctx.db, [voice.occasionId]);
  const published = await publishedResults(ctx, voice.occasionId);
  const { number, channel, way, text, place, wishesReply, wishesPublication } = voice;
  return {
    number,
    channel,
    way,
    text,
    place,
    wishesReply,
    wishesPublication,
    occasionTitle: occasion?.title ?? "",
    receivedOn: tokyoDay(voice.receivedAt),
    hiddenReason: voice.hidden?.reason ?? "",
    attachments: (await attachmentsOf(ctx.db, voice.id)).map(({ name, size }) => ({ name, size })),
    isPublished: published !== undefined,
    points: (await pointsInVoice(ctx.db, voice.id)).map((point) => ownPoint(point, published)),
  };
}

/** What stands published of an occasion; undefined while nothing does. */
async function publishedResults(ctx: Pick<Ctx, "db">, occasionId: string): Promise<VoicesSnapshot | undefined> {
  const source = storedPublications(ctx);
  const head = headFor(await source.heads(), "voices", occasionId);
  if (!head || stateOf(head) !== "current") return undefined;
  return voicesSnapshotSchema.safeParse(await source.payload(head.id)).data;
}

function ownPoint(point: PointInVoice, published: VoicesSnapshot | undefined): OwnPoint {
  const answer = published?.topics.find(({ number }) => number === point.topic?.number) ?? null;
  return {
    words: point.quote,
    answer,
    state: ownState(point, answer),
    exclusion: published ? point.exclusion : "",
  };
}
