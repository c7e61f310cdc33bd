import { missingOf, type MeasureFacts } from "../checks.ts";
import { indicatorGaps } from "../indicator.ts";
import { targetsOutside } from "../rebasing/draft.ts";
import { sdgGaps } from "../sdg-gaps.ts";
import type { NodeSnapshot, PlanSnapshot } from "../snapshot.ts";

const roleKeys = ["citizenRole", "businessRole", "cityRole"] as const;

/** What is to be mended in a frozen plan, judged by its own content alone: what each thing is called. */
export interface FrozenGaps {
  /** Measures whose page lacks something, measures with too many ◎, goals nobody serves or explains. */
  readonly pages: readonly string[];
  readonly indicators: readonly string[];
  /** Indicators with a target outside of the plan's period. */
  readonly outside: readonly string[];
}

/** The checks of `planChecklist` that a frozen plan can tell of itself; the lineage needs the plan before. */
export function frozenGaps(snapshot: PlanSnapshot): FrozenGaps {
  const pageDepths = new Set(snapshot.levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  const measures = snapshot.nodes.filter(({ depth }) => pageDepths.has(depth));
  const { measuresWithManyDirect, unexplainedGoals } = sdgGaps(snapshot);
  const lacking = measures.filter((measure) => missingOf(factsOf(measure)).length > 0);
  return {
    pages: [
      ...lacking.map(nameOf),
      ...measuresWithManyDirect.map((measure) => `${nameOf(measure)}（SDGs）`),
      ...unexplainedGoals.map((goal) => `SDGsの目標${goal}`),
    ],
    indicators: measures.flatMap(({ indicators }) =>
      indicators.filter((each) => indicatorGaps(each).length > 0).map(indicatorName),
    ),
    outside: targetsOutside(
      snapshot.nodes.flatMap(({ id: nodeId, indicators }) => indicators.map((each) => ({ ...each, nodeId }))),
      snapshot.plan,
    ).map(indicatorName),
  };
}

function factsOf(measure: NodeSnapshot): MeasureFacts {
  const { code, division, fields, indicators, relatedPlans, sdgs } = measure;
  return {
    code,
    divisionId: division?.name ?? null,
    hasVision: "vision" in fields,
    hasRoles: roleKeys.some((key) => key in fields),
    hasRelatedPlan: relatedPlans.length > 0,
    indicatorCount: indicators.length,
    sdgCount: sdgs.length,
  };
}

function nameOf({ code, title }: Pick<NodeSnapshot, "code" | "title">): string {
  return `${code} ${title}`.trim();
}

function indicatorName({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code} ${name}`.trim();
}
