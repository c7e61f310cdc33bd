import { indicatorGaps, type IndicatorContent } from "./indicator.ts";
import type { IndicatorFault, Missing } from "./labels.ts";
import type { TreeNode } from "./tree.ts";

/** A node as one line of a list: its name, who is in charge, and what of its page is filled. */
export interface NodeLine extends TreeNode {
  readonly title: string;
  readonly keyword: string;
  readonly divisionId: string | null;
  readonly relatedDivisionIds: readonly string[];
  readonly isPriority: boolean;
  readonly version: number;
  readonly updatedAt: Date;
  readonly childCount: number;
  readonly indicatorCount: number;
  readonly sdgCount: number;
  readonly hasVision: boolean;
  readonly hasRoles: boolean;
  readonly hasRelatedPlan: boolean;
}

/** What of a measure's page the check looks at. */
export type MeasureFacts = Pick<
  NodeLine,
  "code" | "divisionId" | "hasVision" | "indicatorCount" | "hasRoles" | "hasRelatedPlan" | "sdgCount"
>;

/**
 * What the page of a measure (施策) still lacks before a version is made: every measure has a number, a division in charge, the
 * state it aims at, an indicator, roles, a related plan and its place among the SDGs.
 */
export function missingOf(line: MeasureFacts): Missing[] {
  const checks: readonly [Missing, boolean][] = [
    ["code", line.code !== ""],
    ["division", line.divisionId !== null],
    ["vision", line.hasVision],
    ["indicator", line.indicatorCount > 0],
    ["roles", line.hasRoles],
    ["relatedPlan", line.hasRelatedPlan],
    ["sdgs", line.sdgCount > 0],
  ];
  return checks.filter(([, isThere]) => !isThere).map(([missing]) => missing);
}

/** A measure with what it lacks, and its indicators with what they lack. */
export interface Finding {
  readonly measure: NodeLine;
  readonly missing: readonly Missing[];
  readonly indicators: readonly IndicatorFinding[];
}

export interface IndicatorFinding {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly faults: readonly IndicatorFault[];
}

type CheckedIndicator = IndicatorContent & { readonly id: string; readonly nodeId: string };

/** The measures that are not complete yet, in the order given. */
export function findingsOf(measures: readonly NodeLine[], indicators: readonly CheckedIndicator[]): Finding[] {
  const byMeasure = new Map<string, IndicatorFinding[]>();
  for (const indicator of indicators) {
    const { id, code, name, nodeId } = indicator;
    const faults = indicatorGaps(indicator);
    if (faults.length > 0) byMeasure.set(nodeId, [...(byMeasure.get(nodeId) ?? []), { id, code, name, faults }]);
  }
  return measures
    .map((measure) => ({ measure, missing: missingOf(measure), indicators: byMeasure.get(measure.id) ?? [] }))
    .filter((finding) => finding.missing.length > 0 || finding.indicators.length > 0);
}
