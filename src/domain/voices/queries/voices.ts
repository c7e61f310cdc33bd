import type { Ctx } from "#domain/audit/index.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { isId } from "#kernel/id.ts";
import type { Way } from "../channel.ts";
import { lacksOfVoice, type Lack } from "../completeness.ts";
import type { Occasion } from "../occasion.ts";
import { isLedgerNumber } from "../ledger-number.ts";
import { mayReadVoices } from "../permissions.ts";
import {
  ledgerCounts,
  ledgerWays,
  ledgerLines,
  type LedgerPage,
  type VoiceFilter,
  type VoiceLine,
} from "../store/ledger.ts";
import { occasionsIn } from "../store/occasions.ts";
import {
  attachmentsOf,
  editionsOf,
  pointsInVoice,
  voiceWhere,
  type Attachment,
  type Edition,
  type PointInVoice,
} from "../store/reading.ts";
import type { Voice } from "../voice.ts";
import type { VoiceState } from "../voice-state.ts";

/** One page of the ledger. */
export interface VoiceList {
  readonly voices: readonly VoiceLine[];
  /** The number after which the next page begins; null when this is the last. */
  readonly next: number | null;
}

/** The voices that the filter lets through, at most `limit` behind `after`. */
export async function listVoices(ctx: Ctx, filter: VoiceFilter, page: LedgerPage): Promise<VoiceList> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const found = await ledgerLines(ctx.db, filter, { ...page, limit: page.limit + 1 });
  const voices = found.slice(0, page.limit);
  return { voices, next: found.length > page.limit ? (voices.at(-1)?.number ?? null) : null };
}

export interface VoiceCounts {
  readonly total: number;
  readonly byState: ReadonlyMap<VoiceState, number>;
}

/** How many voices the filter lets through, in all and by state. */
export async function countVoices(ctx: Ctx, filter: VoiceFilter): Promise<VoiceCounts> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const byState = await ledgerCounts(ctx.db, filter);
  return { byState, total: [...byState.values()].reduce((sum, count) => sum + count, 0) };
}

/** How many voices the filter lets through, by the way in which they came. */
export async function countVoicesByWay(ctx: Ctx, filter: VoiceFilter): Promise<ReadonlyMap<Way, number>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return ledgerWays(ctx.db, filter);
}

/** Everything the ledger says of one voice, except who sent it. */
export interface VoicePage {
  readonly voice: Voice;
  readonly occasion: Occasion;
  readonly editions: readonly Edition[];
  readonly points: readonly PointInVoice[];
  readonly attachments: readonly Attachment[];
  readonly lacks: readonly Lack[];
}

/** @throws NotFound when no voice has this number */
export async function voicePage(ctx: Ctx, number: number): Promise<VoicePage> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const voice = isLedgerNumber(number) ? await voiceWhere(ctx.db, { number }) : undefined;
  if (!voice) throw new NotFound(`voice ${number}`);
  return pageOf(ctx, voice);
}

/** @throws NotFound when no voice has this id */
export async function voicePageById(ctx: Ctx, id: string): Promise<VoicePage> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const voice = isId(id) ? await voiceWhere(ctx.db, { id }) : undefined;
  if (!voice) throw new NotFound(`voice ${id}`);
  return pageOf(ctx, voice);
}

async function pageOf(ctx: Ctx, voice: Voice): Promise<VoicePage> {
  const [occasion] = await occasionsIn(ctx.db, [voice.occasionId]);
  if (!occasion) throw new NotFound(`occasion ${voice.occasionId}`);
  const points = await pointsInVoice(ctx.db, voice.id);
  return {
    voice,
    occasion,
    points,
    editions: await editionsOf(ctx.db, voice.id),
    attachments: await attachmentsOf(ctx.db, voice.id),
    lacks: lacksOfVoice(occasion.duty, voice.text, points),
  };
}
