import { fieldRefusal } from "#domain/plan/index.ts";
import { addDays, isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { hoursFaults } from "../hours.ts";
import type { Span } from "../phase.ts";

/** Town meeting (まちづくり懇談会): the city explains a plan at some venues and hears what people say. It has the consultation's id. */
export interface MeetingWords {
  /** 趣旨 */
  readonly purpose: string;
  /** 次第 */
  readonly programme: string;
  /** 参加できる人 */
  readonly eligibility: string;
  /** 申込みの方法 beside this page: telephone, counter. */
  readonly howToApply: string;
  readonly acceptsWeb: boolean;
  /** How many days after a venue who applied is kept. */
  readonly keepDays: number;
}

/** Venue (会場): one place on one day. */
export interface VenueWords {
  readonly place: string;
  /** 所在地と行き方, in words: a map alone helps not everybody. */
  readonly directions: string;
  readonly districtId: string | null;
  readonly heldOn: string;
  /** 19:00 */
  readonly begins: string;
  readonly ends: string;
  /** 定員; null where anybody comes in. */
  readonly capacity: number | null;
  readonly note: string;
}

export interface Venue extends VenueWords {
  readonly id: string;
  readonly consultationId: string;
  readonly version: number;
}

const longestWord = 200;
const longestText = 4_000;

export function meetingFault({ keepDays, ...words }: MeetingWords): Refusal | undefined {
  const long = Object.entries(words).filter(([, value]) => typeof value === "string" && value.length > longestText);
  return fieldRefusal({
    ...Object.fromEntries(long.map(([key]) => [key, `${longestText}字までにしてください。`])),
    ...(!(Number.isInteger(keepDays) && keepDays >= 1 && keepDays <= 366) && {
      keepDays: "1から366までの日数を入れてください。",
    }),
  });
}

/** What is wrong with a venue; its day lies in the meeting's own days. */
export function venueFault(venue: VenueWords, { opensOn, closesOn }: Span): Refusal | undefined {
  const { place, heldOn, begins, ends, capacity, directions, note } = venue;
  const isInDays = heldOn >= opensOn && (closesOn === null || heldOn <= closesOn);
  return fieldRefusal({
    ...(place.trim() === "" && { place: "会場の名前を入れてください。" }),
    ...(place.length > longestWord && { place: `${longestWord}字までにしてください。` }),
    ...(directions.length > longestText && { directions: `${longestText}字までにしてください。` }),
    ...(note.length > longestText && { note: `${longestText}字までにしてください。` }),
    ...(isDay(heldOn)
      ? !isInDays && { heldOn: `懇談会の期間（${opensOn}〜${closesOn ?? ""}）の中の日にしてください。` }
      : { heldOn: "日を選んでください。例：2026-12-05" }),
    ...hoursFaults({ begins, ends }),
    ...(capacity !== null &&
      !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 10_000) && {
        capacity: "1から10,000までの人数を入れるか、空にしてください（空は定員なし）。",
      }),
  });
}

/** What an announcement still needs. */
export function lacksOfMeeting(
  words: MeetingWords,
  more: { readonly venues: number; readonly documents: number },
): string[] {
  return [
    words.purpose.trim() === "" ? "趣旨" : "",
    more.venues === 0 ? "会場" : "",
    more.documents === 0 ? "話し合う計画の版か、説明資料" : "",
    !words.acceptsWeb && words.howToApply.trim() === "" ? "申込みの方法" : "",
  ].filter(Boolean);
}

/** The last day on which who applied for a venue is kept. */
export function keepUntilOf(heldOn: string, keepDays: number): string {
  return addDays(heldOn, keepDays);
}
