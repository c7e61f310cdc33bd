import { daysBetween, leastDays } from "#domain/consultations/index.ts";
import { warekiDate } from "#kernel/wareki.ts";

/** A public comment (意見募集) about the plan, announced or in the ledger, with its period. */
export interface CommentPeriod {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string | null;
  /** Why its period is shorter than 30 days; "" where it is not said. */
  readonly shortPeriodReason: string;
}

interface Asked {
  /** The day of the decision. */
  readonly day: string;
  /** 最終案 or 議案: by then a public comment was held. */
  readonly isFinal: boolean;
}

/**
 * What is wrong with the periods at a gate: what began before the day of the decision is over by then, and lasted 30 days or says why
 * not (行政手続法39条3項・40条1項, which the cities' own rules follow).
 */
export function commentFaults(periods: readonly CommentPeriod[], { day, isFinal }: Asked): string[] {
  const begun = periods.filter(({ opensOn }) => opensOn <= day);
  if (begun.length === 0) return isFinal ? ["意見募集が、まだ行われていません"] : [];
  return begun.flatMap((period) => periodFaults(period, day).map((fault) => `${period.title}：${fault}`));
}

function periodFaults({ opensOn, closesOn, shortPeriodReason }: CommentPeriod, day: string): string[] {
  if (closesOn === null) return ["締切日が決まっていません"];
  const days = daysBetween(opensOn, closesOn);
  return [
    ...(closesOn >= day ? [`募集が終わっていません（${warekiDate(closesOn)}まで）`] : []),
    ...(days < leastDays && shortPeriodReason.trim() === ""
      ? [`期間が${days}日間で、${leastDays}日を下回り、理由がありません`]
      : []),
  ];
}
