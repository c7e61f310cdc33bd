import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import type { Channel, Duty } from "./channel.ts";
import { occasionRefusals } from "./refusals.ts";

/** Occasion (聴取の機会): one procedure that gathers voices on one channel; an instrument (public comment, workshop …) builds on it. */
export interface Occasion extends OccasionWords {
  readonly id: string;
  readonly channel: Channel;
  readonly planId: string;
  /** 結果の確定; null while voices are still worked on. */
  readonly settledAt: Date | null;
  /** 確定の取消し: why, the last time; "" when it never was. */
  readonly reopenedReason: string;
  readonly version: number;
}

/** What a person says of an occasion and may correct. */
export interface OccasionWords {
  readonly title: string;
  readonly divisionId: string | null;
  readonly duty: Duty;
  /** First and last day (YYYY-MM-DD); the last is null while it is not known. */
  readonly opensOn: string;
  readonly closesOn: string | null;
  /** 保存年限 in fiscal years, of the voices and of who sent them; 0 years of a sender is until the results are settled. */
  readonly voiceYears: number;
  readonly senderYears: number;
}

const longestTitle = 200;

/** The first thing wrong with the words of an occasion. */
export function occasionFault(words: OccasionWords): Refusal | undefined {
  if (words.title.trim() === "") return occasionRefusals.titleMissing;
  if (words.title.length > longestTitle) return occasionRefusals.titleTooLong;
  if (!isDay(words.opensOn)) return occasionRefusals.opensOnMissing;
  if (words.closesOn !== null && !isDay(words.closesOn)) return occasionRefusals.closesOnWrong;
  if (words.closesOn !== null && words.closesOn < words.opensOn) return occasionRefusals.closesBefore;
  if (!isYears(words.voiceYears, 1)) return occasionRefusals.voiceYears;
  return isYears(words.senderYears, 0) && words.senderYears <= words.voiceYears
    ? undefined
    : occasionRefusals.senderYears;
}

/** Whether people may still send on a day. */
export function isStillOpen({ closesOn }: Pick<OccasionWords, "closesOn">, today: string): boolean {
  return closesOn !== null && today <= closesOn;
}

function isYears(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= 99;
}
