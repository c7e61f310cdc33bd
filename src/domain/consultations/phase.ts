import { addDays } from "#kernel/day.ts";

/** Phases (段階) of a consultation, in their order. */
export const phases = [
  "preparing", // 準備中: not public
  "announced", // 公示済み: public, not begun
  "open", // 受付中
  "closed", // 締切
  "finished", // 結果公表
] as const;

export type Phase = (typeof phases)[number];

/** First and last day, both included; no last day is known where it is null. */
export interface Span {
  readonly opensOn: string;
  readonly closesOn: string | null;
}

/** The phase of what is public, on a day. */
export function publicPhase({ opensOn, closesOn }: Span, today: string, hasResults: boolean): Phase {
  if (hasResults) return "finished";
  if (today < opensOn) return "announced";
  return closesOn === null || today <= closesOn ? "open" : "closed";
}

/** Days from one to another, both counted: 10/11 to 11/9 are 30. */
export function daysBetween(firstDay: string, lastDay: string): number {
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  return days + 1;
}

/** Days left to send, today among them: on the last day 1. */
export function daysLeft(closesOn: string, today: string): number {
  return Math.max(0, daysBetween(today, closesOn));
}

/** The first last day with which a period has so many days. */
export function lastDayOf(firstDay: string, days: number): string {
  return addDays(firstDay, days - 1);
}
