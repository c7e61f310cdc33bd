import { sdgGoals, type SdgGoal } from "./sdgs/goals.ts";
import { targets1To6 } from "./sdgs/targets-1-to-6.ts";
import { targets7To12 } from "./sdgs/targets-7-to-12.ts";
import { targets13To17 } from "./sdgs/targets-13-to-17.ts";

export { sdgGoals, type SdgGoal };

/** One of the 169 targets (ターゲット) under its official code, with a short title in our own words. */
export interface SdgTarget {
  readonly code: string;
  readonly goal: number;
  readonly title: string;
  readonly titleEn: string;
}

/** All targets in official order: numbered ones first, then the lettered means of implementation, goal by goal. */
export const sdgTargets: readonly SdgTarget[] = [...targets1To6, ...targets7To12, ...targets13To17].map(
  ([code, title, titleEn]) => ({ code, goal: Number(code.split(".")[0]), title, titleEn }),
);

const targetByCode = new Map(sdgTargets.map((target) => [target.code, target]));

/** The targets of one goal; empty for a number that is no goal. */
export function targetsOf(goal: number): readonly SdgTarget[] {
  return sdgTargets.filter((target) => target.goal === goal);
}

/** Whether a text is the code of a target ("11.5", "4.a"). */
export function isTarget(code: string): boolean {
  return targetByCode.has(code);
}
