import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Finding, NodeLine } from "../checks.ts";
import { indicatorFaultLabels, missingLabels } from "../labels.ts";
import { lineageContradictionLabels } from "../lineage/labels.ts";
import type { LineageBoard, LineageNode } from "../lineage/queries.ts";
import type { OutsideTarget } from "../rebasing/draft.ts";
import { directLimit, type SdgGaps } from "../sdg-gaps.ts";
import { sdgGoals } from "../sdgs.ts";
import type { CheckGroup, CheckPlace } from "./labels.ts";

/** One thing to mend before a version is made (点検の結果): what it is about, what is wrong, where it is mended, whose it is. */
export interface CheckItem {
  readonly group: CheckGroup;
  readonly about: string;
  readonly wrong: string;
  readonly place: CheckPlace;
  readonly divisionId: string | null;
}

interface Checked {
  readonly findings: readonly Finding[];
  /** The division in charge of a node. */
  readonly divisionOf: (nodeId: string) => string | null;
  readonly gaps: SdgGaps<NodeLine & { readonly sdgs: readonly { goal: number; strength: "direct" | "related" }[] }>;
  readonly lineage: LineageBoard;
  readonly outside: readonly OutsideTarget[];
}

/** All findings of a plan as one list: measures, indicators, SDGs, lineage, period. */
export function checklistOf(checked: Checked): CheckItem[] {
  return [
    ...measureItems(checked),
    ...indicatorItems(checked),
    ...sdgItems(checked),
    ...lineageItems(checked),
    ...periodItems(checked),
  ];
}

function measureItems({ findings }: Checked): CheckItem[] {
  return findings
    .filter(({ missing }) => missing.length > 0)
    .map(({ measure, missing }) => ({
      group: "measure",
      about: nameOf(measure),
      wrong: `${missing.map((each) => missingLabels[each]).join("、")}がない`,
      place: { kind: "node", id: measure.id },
      divisionId: measure.divisionId,
    }));
}

function indicatorItems({ findings }: Checked): CheckItem[] {
  return findings.flatMap(({ measure, indicators }) =>
    indicators.map(({ id, code, name, faults }) => ({
      group: "indicator" as const,
      about: `${code} ${name}`,
      wrong: faults.map((fault) => indicatorFaultLabels[fault]).join("、"),
      place: { kind: "indicator" as const, id },
      divisionId: measure.divisionId,
    })),
  );
}

function sdgItems({ gaps }: Checked): CheckItem[] {
  const many = gaps.measuresWithManyDirect.map((measure) => ({
    group: "sdgs" as const,
    about: nameOf(measure),
    wrong: `◎が${directLimit}つより多い`,
    place: { kind: "nodeSdgs" as const, id: measure.id },
    divisionId: measure.divisionId,
  }));
  const unserved = gaps.unexplainedGoals.map((goal) => ({
    group: "sdgs" as const,
    about: `目標${goal} ${sdgGoals.find(({ number }) => number === goal)?.name ?? ""}`.trim(),
    wrong: "この目標につながる施策がなく、理由も書かれていない",
    place: { kind: "sdgs" as const },
    divisionId: null,
  }));
  return [...many, ...unserved];
}

function lineageItems({ lineage, divisionOf }: Checked): CheckItem[] {
  if (!lineage.predecessor) return [];
  const nodes = new Map([...lineage.old, ...lineage.new].map((node) => [node.id, node]));
  return [
    ...openIn(lineage.old).map((node) => lineageItem(node, "前の計画の施策が、どこへ行ったか決まっていない", null)),
    ...openIn(lineage.new).map((node) =>
      lineageItem(node, "前の計画のどの施策からか、新規かが決まっていない", divisionOf(node.id)),
    ),
    ...lineage.contradictions.map(({ link, contradiction }): CheckItem => {
      const node = nodes.get(link.oldNodeId ?? link.newNodeId ?? "");
      return {
        group: "lineage",
        about: node ? nameOf(node) : "",
        wrong: lineageContradictionLabels[contradiction],
        place: { kind: "link", id: link.id },
        divisionId: link.newNodeId === null ? null : divisionOf(link.newNodeId),
      };
    }),
  ];
}

function openIn(nodes: readonly LineageNode[]): LineageNode[] {
  return nodes.filter((node) => node.isMeasure && node.links.length === 0);
}

function lineageItem(node: LineageNode, wrong: string, divisionId: string | null): CheckItem {
  return { group: "lineage", about: nameOf(node), wrong, place: { kind: "lineage" }, divisionId };
}

function periodItems({ outside, divisionOf }: Checked): CheckItem[] {
  return outside.map(({ indicatorId, nodeId, code, name, years }) => ({
    group: "period",
    about: `${code} ${name}`,
    wrong: `計画期間の外に目標値がある（${years.map(fiscalYearLabel).join("、")}）`,
    place: { kind: "indicator", id: indicatorId },
    divisionId: divisionOf(nodeId),
  }));
}

function nameOf({ code, title }: { readonly code: string; readonly title: string }): string {
  return `${code} ${title}`.trim();
}
