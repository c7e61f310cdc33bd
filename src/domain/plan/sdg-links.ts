import { z } from "zod";
import type { Refusal } from "#kernel/result.ts";
import type { Strength } from "./labels.ts";
import { isTarget } from "./sdgs.ts";

/** How a measure serves a goal of the SDGs: ◎ or ○, through which targets, and why. */
export interface SdgLink {
  readonly goal: number;
  readonly strength: Strength;
  readonly targets: readonly string[];
  readonly reason: string;
}

/** Links as a revision keeps them, in order of goal. */
export const sdgLinksSchema: z.ZodType<readonly SdgLink[]> = z.array(
  z.object({
    goal: z.number(),
    strength: z.enum(["direct", "related"]),
    targets: z.array(z.string()),
    reason: z.string(),
  }),
);

/** Whether two nodes serve the same goals in the same way. */
export function isSameLinks(one: readonly SdgLink[], other: readonly SdgLink[]): boolean {
  const inOrder = (links: readonly SdgLink[]) =>
    links
      .toSorted((a, b) => a.goal - b.goal)
      .map(({ goal, strength, targets, reason }) => [goal, strength, [...targets], reason]);
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Why no measure serves a goal (an inland city and the sea). */
export interface SdgGapNote {
  readonly goal: number;
  readonly explanation: string;
}

/** What is wrong with a link; undefined when nothing is. Targets must be the goal's own. */
export function sdgLinkFault(link: Omit<SdgLink, "strength">): Refusal | undefined {
  if (!isGoal(link.goal)) return { code: "unknownGoal", message: "SDGsのゴールは1から17までです。" };
  const foreign = link.targets.filter((code) => !isTarget(code) || !code.startsWith(`${link.goal}.`));
  if (foreign.length > 0)
    return {
      code: "foreignTarget",
      message: `ゴール${link.goal}にないターゲットです：${foreign.join("、")}`,
      remedy: `ゴール${link.goal}のターゲットから選んでください。`,
    };
  if (link.reason.length > 500) return { code: "tooLong", message: "理由は500文字までにしてください。" };
  return undefined;
}

export function isGoal(goal: number): boolean {
  return Number.isInteger(goal) && goal >= 1 && goal <= 17;
}
