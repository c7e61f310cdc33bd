import { isDeepStrictEqual } from "node:util";
import { nodeFieldLabels } from "./labels.ts";
import { nodeFieldKeys, type IndicatorSnapshot, type NodeSnapshot, type PlanSnapshot } from "./snapshot.ts";

/** What of a node or an indicator is not as it was: the words for its changed parts. */
export interface Changed<T> {
  readonly thing: T;
  readonly parts: readonly string[];
}

export interface Differences<T> {
  readonly added: readonly T[];
  readonly changed: readonly Changed<T>[];
  /** As they were before. */
  readonly removed: readonly T[];
}

/** An indicator with the node it belongs to. */
export interface PlacedIndicator extends IndicatorSnapshot {
  readonly node: NodeSnapshot;
}

/** What differs between two versions of a plan (版の違い), thing by thing, each known by its id. */
export interface SnapshotDifference {
  /** Changed parts of the plan itself: its name, vision, period, levels. */
  readonly plan: readonly string[];
  readonly nodes: Differences<NodeSnapshot>;
  readonly indicators: Differences<PlacedIndicator>;
}

/** From an earlier version to a later one; against undefined everything is new. */
export function snapshotDifference(before: PlanSnapshot | undefined, after: PlanSnapshot): SnapshotDifference {
  return {
    plan: before ? planParts(before, after) : [],
    nodes: differences(before?.nodes ?? [], after.nodes, nodeParts),
    indicators: differences(before ? placed(before) : [], placed(after), indicatorParts),
  };
}

/** Whether nothing at all differs. */
export function isSame({ plan, nodes, indicators }: SnapshotDifference): boolean {
  const counts = [nodes, indicators].flatMap((each) => [each.added.length, each.changed.length, each.removed.length]);
  return plan.length === 0 && counts.every((count) => count === 0);
}

function placed(snapshot: PlanSnapshot): PlacedIndicator[] {
  return snapshot.nodes.flatMap((node) => node.indicators.map((indicator) => ({ ...indicator, node })));
}

type Parts<T> = (before: T, after: T) => string[];

function differences<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  parts: Parts<T>,
): Differences<T> {
  const earlier = new Map(before.map((thing) => [thing.id, thing]));
  const later = new Set(after.map((thing) => thing.id));
  const changed = after.map((thing) => {
    const was = earlier.get(thing.id);
    return { thing, parts: was ? parts(was, thing) : [] };
  });
  return {
    added: after.filter((thing) => !earlier.has(thing.id)),
    changed: changed.filter((each) => each.parts.length > 0),
    removed: before.filter((thing) => !later.has(thing.id)),
  };
}

/** The words whose values differ. */
function differing(pairs: readonly (readonly [word: string, before: unknown, after: unknown])[]): string[] {
  return pairs.filter(([, before, after]) => !isDeepStrictEqual(before, after)).map(([word]) => word);
}

function planParts(before: PlanSnapshot, after: PlanSnapshot): string[] {
  const [a, b] = [before.plan, after.plan];
  return differing([
    ["計画の名前", a.name, b.name],
    ["将来像", a.vision, b.vision],
    ["説明", a.summary, b.summary],
    ["期間", [a.startYear, a.endYear], [b.startYear, b.endYear]],
    ["種別", a.kind, b.kind],
    ["階層", before.levels, after.levels],
    ["SDGsの目標に施策がない理由", before.sdgGapNotes, after.sdgGapNotes],
    ["前の計画との対応", [before.predecessor, before.endings], [after.predecessor, after.endings]],
  ]);
}

function nodeParts(a: NodeSnapshot, b: NodeSnapshot): string[] {
  return differing([
    ["番号", a.code, b.code],
    ["名前", a.title, b.title],
    ["見出しのことば", a.keyword, b.keyword],
    ["位置", [a.parentId, a.depth], [b.parentId, b.depth]],
    ["重点", a.isPriority, b.isPriority],
    ["主管課", a.division, b.division],
    ["関連課", a.relatedDivisions, b.relatedDivisions],
    ...nodeFieldKeys.map((key) => [nodeFieldLabels[key], a.fields[key], b.fields[key]] as const),
    ["関連する計画", a.relatedPlans, b.relatedPlans],
    ["用語", a.terms, b.terms],
    ["SDGs", a.sdgs, b.sdgs],
    ["再掲", a.repeats, b.repeats],
    ["前の計画との対応", a.origins, b.origins],
  ]);
}

function indicatorParts(a: PlacedIndicator, b: PlacedIndicator): string[] {
  return differing([
    ["番号", a.code, b.code],
    ["名前", a.name, b.name],
    ["施策", a.node.id, b.node.id],
    ["単位", [a.unit, a.decimals], [b.unit, b.decimals]],
    ["望ましい方向", [a.direction, a.accumulation], [b.direction, b.accumulation]],
    ["説明", a.description, b.description],
    ["出典", a.source, b.source],
    ["担当課", a.division, b.division],
    ["基準値", a.baseline, b.baseline],
    ["目標値", a.targets, b.targets],
    ["実績値", a.actuals, b.actuals],
    ...registerParts(a, b),
  ]);
}

/** What the register says of it beside its values. */
function registerParts(a: IndicatorSnapshot, b: IndicatorSnapshot): [string, unknown, unknown][] {
  return [
    ["種類", a.kind, b.kind],
    ["意味", a.meaning, b.meaning],
    ["計算方法", [a.method, a.trend, a.tolerance], [b.method, b.trend, b.tolerance]],
    ["目標値とした理由", a.targetReason, b.targetReason],
    ["比較できる参考値", a.comparison, b.comparison],
    ["分子・分母", [a.numeratorName, a.denominatorName], [b.numeratorName, b.denominatorName]],
    ["値の更新", [a.cadence, a.updateMonth], [b.cadence, b.updateMonth]],
  ];
}
