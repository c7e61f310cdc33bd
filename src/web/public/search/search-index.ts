import { nodeFieldKeys, nodeFieldLabels, type NodeSnapshot, type PlanSnapshot } from "#domain/plan/published.ts";
import { folded } from "#kernel/folding.ts";
import { plainText } from "#kernel/rich-text.ts";

/** Where a word was found, from the strongest: the more it says what the page is about, the more it weighs. */
export const weights = { title: 8, keyword: 4, indicator: 2, text: 1 } as const;

export type Place = keyof typeof weights;

/** A named text of a node, as written and as compared. */
export interface IndexedText {
  readonly place: Place;
  readonly label: string;
  readonly text: string;
  readonly folded: string;
}

export interface IndexedNode {
  readonly node: NodeSnapshot;
  /** The measure (施策) under which the node is found: itself, or the nearest above that has a page. */
  readonly measure: NodeSnapshot;
  readonly texts: readonly IndexedText[];
}

const indexes = new WeakMap<PlanSnapshot, readonly IndexedNode[]>();

/** Every node of a plan with its texts ready to be compared; made once for each published plan. */
export function indexOf(snapshot: PlanSnapshot): readonly IndexedNode[] {
  let index = indexes.get(snapshot);
  if (!index) {
    const byId = new Map(snapshot.nodes.map((node) => [node.id, node]));
    const paged = new Set(snapshot.levels.filter((level) => level.hasPage).map((level) => level.depth));
    index = snapshot.nodes.map((node) => ({ node, measure: measureOf(node, byId, paged), texts: textsOf(node) }));
    indexes.set(snapshot, index);
  }
  return index;
}

function measureOf(
  node: NodeSnapshot,
  byId: ReadonlyMap<string, NodeSnapshot>,
  paged: ReadonlySet<number>,
): NodeSnapshot {
  for (
    let above: NodeSnapshot | undefined = node;
    above;
    above = above.parentId ? byId.get(above.parentId) : undefined
  ) {
    if (paged.has(above.depth)) return above;
  }
  return node;
}

function textsOf(node: NodeSnapshot): IndexedText[] {
  const found: IndexedText[] = [];
  const add = (place: Place, label: string, text: string) => {
    if (text !== "") found.push({ place, label, text, folded: folded(text) });
  };
  add("title", "名前", node.title);
  add("keyword", "見出しのことば", node.keyword);
  add("keyword", "番号", node.code);
  for (const indicator of node.indicators) {
    add("indicator", "指標", indicator.name);
    add("text", "指標の説明", [indicator.description, indicator.source].filter(Boolean).join("　"));
  }
  for (const key of nodeFieldKeys) {
    const field = node.fields[key];
    if (field) add("text", nodeFieldLabels[key], plainText(field));
  }
  add("text", "関連する計画", node.relatedPlans.map((plan) => plan.name).join("　"));
  for (const term of node.terms) add("text", "ことばの説明", `${term.term}：${term.meaning}`);
  add("text", "担当課", [node.division?.name ?? "", ...node.relatedDivisions].filter(Boolean).join("　"));
  return found;
}
