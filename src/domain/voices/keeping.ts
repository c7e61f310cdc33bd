import { tokyoDay } from "#kernel/clock.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import type { Occasion } from "./occasion.ts";

/** What is kept for a time: the words, or who sent them. */
export const disposalKinds = ["senders", "voices"] as const;

export type DisposalKind = (typeof disposalKinds)[number];

type Kept = Pick<Occasion, "settledAt" | "closesOn" | "voiceYears" | "senderYears">;

/**
 * The day from which voices or their senders are due to be disposed of (廃棄できる日). 保存年限 are counted from 1 April after the
 * fiscal year in which the results were settled, or the occasion closed; undefined while neither is. Senders kept for 0 years are due
 * once the results are settled.
 */
export function dueOn({ settledAt, closesOn, voiceYears, senderYears }: Kept, kind: DisposalKind): string | undefined {
  const settledOn = settledAt && tokyoDay(settledAt);
  const years = kind === "voices" ? voiceYears : senderYears;
  if (years === 0) return settledOn ?? undefined;
  const ended = settledOn ?? closesOn;
  return ended === null ? undefined : `${fiscalYearOf(ended) + 1 + years}-04-01`;
}
