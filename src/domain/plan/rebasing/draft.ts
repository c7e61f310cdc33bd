import type { Period } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "../field-faults.ts";
import { settled, type LineageLink } from "../lineage/lineage.ts";
import { levelFaults, planFaults, type PlanEntry, type PlanLevel } from "../plan.ts";
import { byParent, type TreeNode } from "../tree.ts";

/** What becomes of an old node: it goes under a goal of the new plan (from 0), it ends, or those below it go each their own way. */
export type Fate =
  | { readonly kind: "goal"; readonly goal: number }
  | { readonly kind: "end" }
  | { readonly kind: "apart" };

/** Whether indicators go on in the new plan, and whether with those targets that fall within its years. */
export const indicatorChoices = {
  none: "指標は引き継がない",
  empty: "指標を引き継ぎ、目標値は空にする",
  within: "指標を引き継ぎ、新しい期間に入る目標値も写す",
} as const;

export type IndicatorChoice = keyof typeof indicatorChoices;

/** How a plan is made anew from another one (計画の組み直し). */
export interface RebasingOrder extends Omit<PlanEntry, "predecessorId" | "divisionId"> {
  readonly levels: readonly Omit<PlanLevel, "depth">[];
  /** The top nodes (基本目標) of the new plan, in order. */
  readonly goals: readonly { readonly title: string; readonly keyword: string }[];
  /** By old node id. A node that is not named shares the fate of the one above it. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly takes: { readonly texts: boolean; readonly relatedPlans: boolean; readonly sdgs: boolean };
  readonly indicators: IndicatorChoice;
}

interface OldNode extends TreeNode {
  readonly title: string;
  readonly keyword: string;
}

/** A node of the new plan before it is made. */
export interface DraftNode {
  readonly title: string;
  readonly keyword: string;
  /** The old node whose content it takes; null for a goal that none or several old ones become. */
  readonly fromId: string | null;
  readonly children: readonly DraftNode[];
}

/** What a re-basing will be, exactly: the new tree, the links from the old, and what does not come along. */
export interface RebasingDraft {
  readonly nodes: readonly DraftNode[];
  /** From old id to the new node's place: the goal's number and, below it, the old node that it copies. */
  readonly links: readonly DraftLink[];
  readonly ended: readonly string[];
  /** Old nodes below the new plan's levels: they stay in the old plan only. */
  readonly tooDeep: readonly string[];
}

export interface DraftLink extends Omit<LineageLink, "id" | "newNodeId"> {
  /** 「goal-3」 or the id of the old node that the new one copies; null for what ends. */
  readonly newKey: string | null;
}

export function goalKey(goal: number): string {
  return `goal-${goal}`;
}

/** What is wrong with an order, by field; undefined when nothing is. */
export function orderFaults(order: RebasingOrder): Refusal | undefined {
  const plan = planFaults({ ...order, predecessorId: null, divisionId: null });
  if (plan) return plan;
  const levels = levelFaults(order.levels);
  if (levels) return levels;
  const fields: Record<string, string> = {};
  if (order.goals.length === 0) fields["goals"] = "新しい計画の、いちばん上の項目を1つは入力してください。";
  order.goals.forEach(({ title }, index) => {
    if (title.length > 200) fields[`goal-${index + 1}`] = "名前は200文字までにしてください。";
  });
  for (const [id, fate] of order.fates)
    if (fate.kind === "goal" && !order.goals[fate.goal]) fields[`fate-${id}`] = "行き先の項目がありません。";
  return fieldRefusal(fields);
}

/** Draws the new plan from the old tree. Pure: the preview and the act see the same. */
export function rebasingDraft(old: readonly OldNode[], order: RebasingOrder): RebasingDraft {
  const children = byParent(old);
  const tops = children.get(null) ?? [];
  const moves = tops.map((top) => movesOf(top, children, order.fates));
  const origins = order.goals.map((_, goal) => moves.filter((move) => move.goals.has(goal)).map((move) => move.top));
  const under = (goal: number) => moves.flatMap((move) => move.under.filter((each) => each.goal === goal));
  const below = order.goals.map((_, goal) =>
    under(goal).map(({ node }) => copyOf(node, { children, order, depth: 2 })),
  );
  const nodes = order.goals.map(({ title, keyword }, goal) => ({
    title,
    keyword,
    fromId: onlyOne(origins[goal] ?? []),
    children: (below[goal] ?? []).filter((node) => node !== undefined),
  }));
  const copied = new Set(nodes.flatMap((node) => node.children.flatMap(idsIn)));
  const topIds = new Set(tops.map((top) => top.id));
  const ended = endedIn(old, { copied, topIds, moves, order });
  return {
    nodes,
    links: linksIn({ moves, copied, ended, goals: order.goals.length }),
    ended,
    tooDeep: old.filter((node) => node.depth > order.levels.length).map((node) => node.id),
  };
}

/** Where an old top node and those right below it go. */
interface Move {
  readonly top: OldNode;
  readonly goals: ReadonlySet<number>;
  readonly under: readonly { readonly node: OldNode; readonly goal: number }[];
}

type Children = ReadonlyMap<string | null, readonly OldNode[]>;

function movesOf(top: OldNode, children: Children, fates: RebasingOrder["fates"]): Move {
  const own = fates.get(top.id) ?? { kind: "apart" };
  const under = (children.get(top.id) ?? []).flatMap((node) => {
    const fate = fates.get(node.id) ?? own;
    return fate.kind === "goal" ? [{ node, goal: fate.goal }] : [];
  });
  const goals = own.kind === "goal" ? [own.goal, ...under.map(({ goal }) => goal)] : under.map(({ goal }) => goal);
  return { top, goals: new Set(goals), under };
}

function copyOf(
  node: OldNode,
  { children, order, depth }: { children: Children; order: RebasingOrder; depth: number },
): DraftNode | undefined {
  if (depth > order.levels.length) return undefined;
  if (depth > 2 && order.fates.get(node.id)?.kind === "end") return undefined;
  const below = (children.get(node.id) ?? []).map((child) => copyOf(child, { children, order, depth: depth + 1 }));
  const kept = below.filter((child) => child !== undefined);
  return { title: node.title, keyword: node.keyword, fromId: node.id, children: kept };
}

function onlyOne(nodes: readonly OldNode[]): string | null {
  return nodes.length === 1 ? (nodes[0]?.id ?? null) : null;
}

function idsIn(node: DraftNode): string[] {
  return [...(node.fromId === null ? [] : [node.fromId]), ...node.children.flatMap(idsIn)];
}

/** Old nodes that go nowhere, those below the new levels left out: nobody decided that they end. */
function endedIn(
  old: readonly OldNode[],
  known: {
    readonly copied: ReadonlySet<string>;
    readonly topIds: ReadonlySet<string>;
    readonly moves: readonly Move[];
    readonly order: RebasingOrder;
  },
): string[] {
  const goingTops = new Set(known.moves.filter((move) => move.goals.size > 0).map((move) => move.top.id));
  const goesOn = (node: OldNode) => (known.topIds.has(node.id) ? goingTops : known.copied).has(node.id);
  return old.filter((node) => node.depth <= known.order.levels.length && !goesOn(node)).map((node) => node.id);
}

function linksIn(known: {
  readonly moves: readonly Move[];
  readonly copied: ReadonlySet<string>;
  readonly ended: readonly string[];
  readonly goals: number;
}): DraftLink[] {
  const reached = new Set(known.moves.flatMap((move) => [...move.goals]));
  const drawn = [
    ...known.moves.flatMap(({ top, goals }) =>
      [...goals].sort((a, b) => a - b).map((goal) => link(top.id, goalKey(goal), "continue")),
    ),
    ...[...known.copied].map((id) => link(id, id, "continue")),
    ...known.ended.map((id) => link(id, null, "end")),
    ...Array.from({ length: known.goals }, (_, goal) => goal)
      .filter((goal) => !reached.has(goal))
      .map((goal) => link(null, goalKey(goal), "new")),
  ];
  return settled(drawn).map(({ id: _id, newNodeId, ...rest }) => ({ ...rest, newKey: newNodeId }));
}

function link(oldNodeId: string | null, newNodeId: string | null, kind: LineageLink["kind"]): LineageLink {
  return { id: "", oldNodeId, newNodeId, kind, evolution: null, note: "" };
}

/** A year of the plan that falls outside a period: what a changed period leaves behind. */
export interface OutsideTarget {
  readonly indicatorId: string;
  readonly nodeId: string;
  readonly code: string;
  readonly name: string;
  /** The years of the targets outside, in order. */
  readonly years: readonly number[];
}

/** Indicators with targets before a period begins or after it ends. */
export function targetsOutside(
  indicators: readonly {
    readonly id: string;
    readonly nodeId: string;
    readonly code: string;
    readonly name: string;
    readonly targets: readonly { readonly year: number }[];
  }[],
  { startYear, endYear }: Period,
): OutsideTarget[] {
  return indicators.flatMap(({ id, nodeId, code, name, targets }) => {
    const years = targets.map(({ year }) => year).filter((year) => year < startYear || year > endYear);
    return years.length > 0 ? [{ indicatorId: id, nodeId, code, name, years }] : [];
  });
}
