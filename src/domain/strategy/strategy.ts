import { isAddressWord } from "#kernel/address-word.ts";
import { isDay } from "#kernel/day.ts";
import type { Period } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { spanFaults } from "./frame.ts";
import { fieldFaults } from "./population/path.ts";

export const strategyForms = ["integrated", "priority", "separate"] as const;
/** How a strategy stands to the comprehensive plan: 一本化 (marks on it), 重点プロジェクト, or a plan of its own. */
export type StrategyForm = (typeof strategyForms)[number];

/** Strategy (地方版総合戦略): a view of a plan by marks on its measures and indicators, with a period of its own. */
export interface Strategy extends Period {
  readonly id: string;
  readonly slug: string;
  readonly planId: string;
  readonly frameId: string | null;
  /** The targets that differ from the plan's lie in this set. */
  readonly targetSetId: string;
  readonly form: StrategyForm;
  readonly name: string;
  /** The sentence by which the plan states that it is the 地方版総合戦略. */
  readonly statement: string;
  readonly source: string;
  readonly version: number;
}

export type StrategyWords = Pick<
  Strategy,
  "slug" | "frameId" | "form" | "name" | "statement" | "source" | "startYear" | "endYear"
>;

/** Basic goal (基本目標) of a strategy; its figures (数値目標) are apart from the KPI of its measures. */
export interface StrategyGoal {
  readonly id: string;
  readonly strategyId: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Keys of the national frame's goals that it answers. */
  readonly frameGoals: readonly string[];
  readonly position: number;
}

export type GoalWords = Pick<StrategyGoal, "code" | "name" | "description" | "frameGoals">;

/** A measure marked as serving a goal. */
export interface MeasureMark {
  readonly nodeId: string;
  readonly goalId: string;
}

/** An indicator marked as a goal's figure (数値目標), or as a KPI when it has no goal: its measure says which. */
export interface IndicatorMark {
  readonly indicatorId: string;
  readonly goalId: string | null;
}

/** A period as it was before it was changed (期間の変更), and on whose word. */
export interface PeriodChange extends Period {
  readonly id: string;
  readonly reason: string;
  readonly decidedBy: string;
  /** YYYY-MM-DD, or null where only the year or nothing is known. */
  readonly decidedOn: string | null;
  readonly savedAt: Date;
}

/** Why a period changes. */
export interface PeriodGround {
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

export const noPeriodGround: PeriodGround = { reason: "", decidedBy: "", decidedOn: "" };

/** Words that stand for other pages where a strategy's own would stand in an address. */
const reserved: ReadonlySet<string> = new Set(["new", "population", "frames", "programmes", "grants", "checks"]);

export function strategyFault({ slug, name, startYear, endYear }: StrategyWords): Refusal | undefined {
  return fieldFaults("strategy", {
    ...(!isAddressWord(slug) && { slug: "半角の英小文字・数字・ハイフンで入れてください。" }),
    ...(reserved.has(slug) && { slug: "この言葉は使えません。ほかの言葉にしてください。" }),
    ...(name.trim() === "" && { name: "総合戦略の名前を入れてください。" }),
    ...spanFaults(startYear, endYear),
  });
}

/** A changed period needs its reason; the day of the decision may be unknown. */
export function periodFault(before: Period, after: Period, ground: PeriodGround): Refusal | undefined {
  if (before.startYear === after.startYear && before.endYear === after.endYear) return undefined;
  return fieldFaults("period", {
    ...(ground.reason.trim() === "" && { reason: "期間を変える理由を入れてください。" }),
    ...(ground.decidedOn !== "" && !isDay(ground.decidedOn) && { decidedOn: "決めた日を年月日で入れてください。" }),
  });
}

export function goalFault({ code, name }: GoalWords): Refusal | undefined {
  return fieldFaults("goal", {
    ...(code.trim() === "" && { code: "番号を入れてください。例：1" }),
    ...(name.trim() === "" && { name: "基本目標を入れてください。" }),
  });
}
