import { personId, type Ctx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { addDays } from "#kernel/day.ts";
import { startOfTokyoDay } from "#kernel/clock.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { District } from "../district.ts";
import { disposalKinds, dueOn, type DisposalKind } from "../keeping.ts";
import type { Occasion } from "../occasion.ts";
import { mayKeepPersonalData, mayReadVoices, mayRedact } from "../permissions.ts";
import type { PersonalRequest } from "../personal-request.ts";
import { pointsPerHour, spansTakenOut, suggestedMarks, type Mark } from "../redaction/index.ts";
import { districtsIn } from "../store/districts.ts";
import { disposalsIn, keptIn, type Disposal } from "../store/keeping.ts";
import { similarVoices, type SimilarVoice } from "../store/moderation.ts";
import { occasionsIn } from "../store/occasions.ts";
import { senderIn } from "../store/reading.ts";
import {
  checkedCopiesOf,
  looksSince,
  redactionOf,
  waitingCounts,
  waitingVoices,
  type Redaction,
  type WaitingVoice,
} from "../store/redactions.ts";
import { requestsIn } from "../store/requests.ts";
import { voicePage, type VoicePage } from "./voices.ts";

/** The districts in the city's order, for forms; anybody may see them. */
export async function listDistricts(ctx: Pick<Ctx, "db">): Promise<(District & { readonly voices: number })[]> {
  return districtsIn(ctx.db);
}

const alikeFrom = 0.6; // of pg_trgm: below it, texts only share their subject

/** Voices of the same occasion with nearly the same words (ほぼ同じ文面), the likest first. */
export async function voicesLike(ctx: Ctx, voiceId: string): Promise<SimilarVoice[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return similarVoices(ctx.db, { voiceId, least: alikeFrom, limit: 50 });
}

/** What happened to a voice besides its points: its copy, and requests about it. */
export async function voiceRecord(
  ctx: Ctx,
  voiceId: string,
): Promise<{ readonly copy: Redaction | undefined; readonly requests: readonly PersonalRequest[] }> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return { copy: await redactionOf(ctx.db, voiceId), requests: await requestsIn(ctx.db, { voiceId }) };
}

/** The queue of copies (公開用の写しの確認). */
export interface RedactionQueue {
  readonly occasions: readonly { readonly occasion: Occasion; readonly first: number; readonly second: number }[];
  /** Points per hour in the last week; undefined before there is anything to measure. */
  readonly pace: number | undefined;
}

export async function redactionQueue(ctx: Ctx): Promise<RedactionQueue> {
  permit(mayRedact(ctx.actor), mayRedact.sentence);
  const counts = await waitingCounts(ctx.db);
  const of = (id: string, step: string) =>
    counts.find((each) => each.occasionId === id && each.step === step)?.count ?? 0;
  const occasions = (await occasionsIn(ctx.db))
    .map((occasion) => ({ occasion, first: of(occasion.id, "first"), second: of(occasion.id, "second") }))
    .filter(({ first, second }) => first + second > 0);
  const since = startOfTokyoDay(addDays(ctx.clock.today(), -7));
  return { occasions, pace: pointsPerHour(await looksSince(ctx.db, since)) };
}

/** The next voice that this person can look at; one's own copies wait for others. Undefined when none is left. */
export async function nextToRedact(
  ctx: Ctx,
  { occasionId, after }: { readonly occasionId: string; readonly after?: number },
): Promise<WaitingVoice | undefined> {
  permit(mayRedact(ctx.actor), mayRedact.sentence);
  const waiting = await waitingVoices(ctx.db, { occasionId, after, limit: 500 });
  return waiting.find(({ firstBy }) => firstBy === null || firstBy !== personId(ctx.actor));
}

/**
 * What probably must not go public in a voice's words, its sender's own data among it; nothing but places in the text is told. Whether
 * somebody may read the text is the caller's rule.
 */
export async function suggestionsFor(
  db: CityDb,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<Mark[]> {
  return suggestedMarks(text, await senderIn(db, id));
}

/** One voice as the queue shows it. */
export interface RedactionPage {
  readonly page: VoicePage;
  readonly copy: Redaction | undefined;
  /** What the copy takes out, or what is suggested while there is none of the present words. */
  readonly marks: readonly Mark[];
}

/** @throws NotFound */
export async function redactionPage(ctx: Ctx, number: number): Promise<RedactionPage> {
  permit(mayRedact(ctx.actor), mayRedact.sentence);
  const page = await voicePage(ctx, number);
  const { id, text, edition } = page.voice;
  if (text === null) throw new NotFound(`voice ${number} was disposed of`);
  const copy = await redactionOf(ctx.db, id);
  const suggested = await suggestionsFor(ctx.db, { id, text });
  if (copy?.edition !== edition) return { page, copy, marks: suggested };
  const marks = spansTakenOut(text, copy.content).map((span): Mark => {
    const like = suggested.find(({ start, end }) => start === span.start && end === span.end);
    return { ...span, kind: like?.kind ?? "typed" };
  });
  return { page, copy, marks };
}

/** What is kept of an occasion and from when it is due. */
export interface KeepingLine {
  readonly occasion: Occasion;
  readonly kind: DisposalKind;
  readonly kept: number;
  readonly dueOn: string | undefined;
  readonly isDue: boolean;
}

export interface KeepingOverview {
  readonly lines: readonly KeepingLine[];
  readonly requests: readonly (PersonalRequest & { readonly voiceNumber: number })[];
  readonly disposals: readonly Disposal[];
}

/** What falls due, what people asked for, and what was disposed of. */
export async function keepingOverview(ctx: Ctx): Promise<KeepingOverview> {
  permit(mayKeepPersonalData(ctx.actor), mayKeepPersonalData.sentence);
  const kept = await keptIn(ctx.db);
  const today = ctx.clock.today();
  const lines = (await occasionsIn(ctx.db)).flatMap((occasion) =>
    disposalKinds.flatMap((kind): KeepingLine[] => {
      const left = kept.get(occasion.id)?.[kind] ?? 0;
      const due = dueOn(occasion, kind);
      return left === 0 ? [] : [{ occasion, kind, kept: left, dueOn: due, isDue: due !== undefined && due <= today }];
    }),
  );
  return {
    lines: lines.toSorted((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999")),
    requests: await requestsIn(ctx.db, "undecided"),
    disposals: await disposalsIn(ctx.db),
  };
}

/** The words of voices as they may leave the house: copies that two people looked at, by voice. */
export async function checkedCopies(ctx: Ctx, voiceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const checked = await checkedCopiesOf(ctx.db, voiceIds);
  return new Map([...checked].map(([id, { copy }]) => [id, copy]));
}

/** A request about a voice, with the voice. @throws NotFound */
export async function requestPage(
  ctx: Ctx,
  id: string,
): Promise<{ readonly request: PersonalRequest; readonly page: VoicePage }> {
  permit(mayKeepPersonalData(ctx.actor), mayKeepPersonalData.sentence);
  const [request] = isId(id) ? await requestsIn(ctx.db, { id }) : [];
  if (!request) throw new NotFound(`request ${id}`);
  return { request, page: await voicePage(ctx, request.voiceNumber) };
}
