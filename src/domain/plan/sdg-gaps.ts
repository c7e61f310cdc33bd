import type { Strength } from "./labels.ts";
import type { SdgGapNote } from "./sdg-links.ts";

const goals: readonly number[] = Array.from({ length: 17 }, (_, index) => index + 1);

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
  const unserved = goals.filter((goal) => !served.has(goal));
  return {
    measuresWithoutGoal: measures.filter((measure) => measure.sdgs.length === 0),
    measuresWithManyDirect: measures.filter(
      (measure) => measure.sdgs.filter((link) => link.strength === "direct").length > directLimit,
    ),
    unexplainedGoals: unserved.filter((goal) => !explained.has(goal)),
    explainedGoals: unserved.filter((goal) => explained.has(goal)),
  };
}
