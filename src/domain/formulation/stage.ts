import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";

/** What a city says of a stage. Days are YYYY-MM-DD, "" where they are not known. */
export interface StageWords {
  readonly name: string;
  readonly plannedFrom: string;
  readonly plannedUntil: string;
  /** 最終案 or 議案: the only ones that points owed an answer hold up. */
  readonly isFinal: boolean;
  /** 将来都市像 and 目標 must be confirmed by two bodies on the version of its gate. */
  readonly needsConfirmation: boolean;
  /** What a person checks at its gate. */
  readonly manualItems: readonly string[];
}

/** Stage (段階): one step on the way to a plan, passed by its gate (関門). */
export interface Stage extends StageWords {
  readonly id: string;
  readonly planId: string;
  readonly position: number;
  readonly version: number;
}

const mostItems = 20;

export function stageFault({ name, plannedFrom, plannedUntil, manualItems }: StageWords): Refusal | undefined {
  const areOutOfOrder = isDay(plannedFrom) && isDay(plannedUntil) && plannedUntil < plannedFrom;
  return fieldRefusal({
    ...(name.trim() === "" && { name: "段階の名前を入れてください。" }),
    ...(name.length > 60 && { name: "60字までにしてください。" }),
    ...(plannedFrom !== "" && !isDay(plannedFrom) && { plannedFrom: "日付を選んでください。例：2027-04-01" }),
    ...(plannedUntil !== "" && !isDay(plannedUntil) && { plannedUntil: "日付を選んでください。例：2027-06-30" }),
    ...(areOutOfOrder && { plannedUntil: "始まりの日より後にしてください。" }),
    ...(manualItems.length > mostItems && { manualItems: `${mostItems}行までにしてください。` }),
    ...(manualItems.some((item) => item.length > 200) && { manualItems: "1行は200字までにしてください。" }),
  });
}
