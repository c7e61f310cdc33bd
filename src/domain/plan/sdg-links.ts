import type { Refusal } from "#kernel/result.ts";
import type { Strength } from "./labels.ts";
import { isTarget, sdgGoals } from "./sdgs.ts";

/** How a measure serves a goal of the SDGs: ◎ or ○, through which targets, and why. */
export interface SdgLink {
  readonly goal: number;
  readonly strength: Strength;
  readonly targets: readonly string[];
  readonly reason: string;
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

/** More ◎ than this on one measure and the sign says nothing. */
export const directLimit = 3;

/** The part of a tree that the checks look at; a plan's snapshot is one. */
export interface SdgCoverage {
  readonly levels: readonly { readonly depth: number; readonly hasPage: boolean }[];
  readonly nodes: readonly CoveredNode[];
  readonly sdgGapNotes: readonly SdgGapNote[];
}

interface CoveredNode {
  readonly id: string;
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly sdgs: readonly { readonly goal: number; readonly strength: Strength }[];
}

/** What the links of a plan leave open (domain rule: 施策 without a goal, goal without a 施策, too many ◎). */
export interface SdgGaps<N extends CoveredNode = CoveredNode> {
  readonly measuresWithoutGoal: readonly N[];
  readonly measuresWithManyDirect: readonly N[];
  /** Goals that no measure serves and nobody explained. */
  readonly unexplainedGoals: readonly number[];
  readonly explainedGoals: readonly number[];
}

/** Looks for gaps among the measures, the nodes of the levels that have a page. */
export function sdgGaps<N extends CoveredNode>(
  coverage: Omit<SdgCoverage, "nodes"> & { readonly nodes: readonly N[] },
): SdgGaps<N> {
  const pageDepths = new Set(coverage.levels.filter((level) => level.hasPage).map((level) => level.depth));
  const measures = coverage.nodes.filter((node) => pageDepths.has(node.depth));
  const served = new Set(measures.flatMap((measure) => measure.sdgs.map((link) => link.goal)));
  const explained = new Set(coverage.sdgGapNotes.filter((note) => note.explanation !== "").map((note) => note.goal));
  const unserved = sdgGoals.map((goal) => goal.number).filter((goal) => !served.has(goal));
  return {
    measuresWithoutGoal: measures.filter((measure) => measure.sdgs.length === 0),
    measuresWithManyDirect: measures.filter(
      (measure) => measure.sdgs.filter((link) => link.strength === "direct").length > directLimit,
    ),
    unexplainedGoals: unserved.filter((goal) => !explained.has(goal)),
    explainedGoals: unserved.filter((goal) => explained.has(goal)),
  };
}
