import {
  absenceLabels,
  cadenceLabels,
  indicatorKindLabels,
  methods,
  nodeFieldKeys,
  nodeFieldLabels,
  sdgGoals,
  strengthSigns,
  targetSetKindLabels,
  type IndicatorSnapshot,
  type NodeSnapshot,
  type PlanSnapshot,
  type RemovedIndicatorSnapshot,
} from "#domain/plan/published.ts";
import { plainText } from "#kernel/rich-text.ts";
import type { Edition } from "#web/public/editions.ts";
import type { Site } from "#web/site.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

/** What stands at the head of every row: whose it is (全国地方公共団体コード) and from which version of which plan. */
function origin<Row>(site: Site, { head, snapshot }: Edition): Column<Row>[] {
  return [
    { key: "municipalityCode", title: "全国地方公共団体コード", cell: () => site.code },
    { key: "municipalityName", title: "自治体名", cell: () => site.name },
    { key: "plan", title: "計画名", cell: () => snapshot.plan.name },
    { key: "version", title: "版", cell: () => head.label },
  ];
}

/** The data sets of a plan: its tree, its indicators and those taken off it, its links to the SDGs. */
export function planDataSets(site: Site, edition: Edition): DataSet[] {
  return [nodeSet(site, edition), indicatorSet(site, edition), removedSet(site, edition), sdgSet(site, edition)];
}

function nodeSet(site: Site, edition: Edition): DataSet {
  const { snapshot } = edition;
  const levels = new Map(snapshot.levels.map((level) => [level.depth, level.name]));
  const columns: Column<NodeSnapshot>[] = [
    ...origin<NodeSnapshot>(site, edition),
    { key: "id", title: "ID", cell: (node) => node.id },
    { key: "parentId", title: "上位のID", cell: (node) => node.parentId },
    { key: "depth", title: "階層", cell: (node) => node.depth },
    { key: "level", title: "階層名", cell: (node) => levels.get(node.depth) ?? "" },
    { key: "code", title: "番号", cell: (node) => node.code },
    { key: "title", title: "名称", cell: (node) => node.title },
    { key: "keyword", title: "見出しのことば", cell: (node) => node.keyword },
    { key: "isPriority", title: "重点", cell: (node) => (node.isPriority ? 1 : 0) },
    { key: "division", title: "主管課", cell: (node) => node.division?.name ?? "" },
    { key: "relatedDivisions", title: "関連課", cell: (node) => node.relatedDivisions.join("、") },
    ...nodeFieldKeys.map((key) => ({
      key,
      title: nodeFieldLabels[key],
      cell: (node: NodeSnapshot) => (node.fields[key] ? plainText(node.fields[key]) : ""),
    })),
    {
      key: "relatedPlans",
      title: "関連する個別計画",
      cell: (node) => node.relatedPlans.map((plan) => plan.name).join("、"),
    },
  ];
  const about = {
    name: "plan-nodes",
    title: "施策の体系",
    description: "基本目標から施策までのすべての項目と、その本文。",
  };
  return dataSet(
    { ...about, columns },
    snapshot.nodes.toSorted((a, b) => a.order - b.order),
  );
}

interface Value {
  readonly node: NodeSnapshot;
  readonly indicator: IndicatorSnapshot;
  /** A target of another set is no 「目標」, so that programs which take those go on finding one a year. */
  readonly kind: "基準" | "目標" | "実績" | "別の目標";
  /** Whose target it is, where it is not the plan's own (目標の組). */
  readonly set: IndicatorSnapshot["targetSets"][number] | null;
  readonly year: number | null;
  readonly value: number | null;
  readonly upperValue: number | null;
  readonly words: string;
  readonly absence: string;
  readonly note: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const directions = { up: "増加", down: "減少", maintain: "維持", range: "範囲" } as const;
const accumulations = { singleYear: "単年度", cumulative: "累計", pointInTime: "時点" } as const;

function indicatorSet(site: Site, edition: Edition): DataSet {
  const columns: Column<Value>[] = [
    ...origin<Value>(site, edition),
    { key: "measureCode", title: "施策の番号", cell: ({ node }) => node.code },
    { key: "measure", title: "施策", cell: ({ node }) => node.title },
    { key: "id", title: "ID", cell: ({ indicator }) => indicator.id },
    { key: "code", title: "指標の番号", cell: ({ indicator }) => indicator.code },
    { key: "name", title: "名称", cell: ({ indicator }) => indicator.name },
    { key: "unit", title: "単位", cell: ({ indicator }) => indicator.unit },
    { key: "direction", title: "望ましい方向", cell: ({ indicator }) => directions[indicator.direction] },
    { key: "accumulation", title: "値の数え方", cell: ({ indicator }) => accumulations[indicator.accumulation] },
    { key: "year", title: "年度（西暦）", cell: ({ year }) => year },
    { key: "kind", title: "種別", cell: ({ kind }) => kind },
    { key: "value", title: "値", cell: ({ value }) => value },
    { key: "upperValue", title: "上限の値", cell: ({ upperValue }) => upperValue },
    { key: "words", title: "ことばによる値", cell: ({ words }) => words },
    { key: "absence", title: "値がない理由", cell: ({ absence }) => absence },
    { key: "note", title: "備考", cell: ({ note }) => note },
    { key: "source", title: "出典", cell: ({ indicator }) => indicator.source },
    { key: "division", title: "担当課", cell: ({ indicator }) => indicator.division },
    ...registerColumns,
    ...setColumns,
  ];
  const description =
    "指標の基準値・目標値・実績値を、1行に1つの値で並べたもの。値がないときは空欄で、0ではありません。";
  return dataSet({ name: "indicators", title: "指標", description, columns }, valuesOf(edition.snapshot));
}

/** What the register says; behind the older columns, so that programs that count columns go on working. */
const registerColumns: readonly Column<Value>[] = [
  { key: "indicatorKind", title: "指標の種類", cell: ({ indicator }) => indicatorKindLabels[indicator.kind] },
  { key: "meaning", title: "意味", cell: ({ indicator }) => indicator.meaning },
  { key: "description", title: "算式・算出方法", cell: ({ indicator }) => indicator.description },
  { key: "method", title: "達成度の計算方法", cell: ({ indicator }) => methodWords(indicator) },
  { key: "targetReason", title: "目標値とした理由", cell: ({ indicator }) => indicator.targetReason },
  { key: "comparison", title: "比較できる参考値", cell: ({ indicator }) => indicator.comparison },
  { key: "updateMonth", title: "更新月", cell: ({ indicator }) => indicator.updateMonth },
  { key: "cadence", title: "取得頻度", cell: ({ indicator }) => cadenceLabels[indicator.cadence] },
  { key: "trend", title: "すう勢値", cell: ({ indicator }) => indicator.trend },
  { key: "numeratorName", title: "分子の名前", cell: ({ indicator }) => indicator.numeratorName },
  { key: "denominatorName", title: "分母の名前", cell: ({ indicator }) => indicator.denominatorName },
  { key: "numerator", title: "分子", cell: ({ numerator }) => numerator },
  { key: "denominator", title: "分母", cell: ({ denominator }) => denominator },
];

/** Whose targets they are; behind all that was there before, as above. */
const setColumns: readonly Column<Value>[] = [
  { key: "targetSetKind", title: "目標の組の種類", cell: ({ set }) => (set ? targetSetKindLabels[set.kind] : "") },
  { key: "targetSet", title: "目標の組", cell: ({ set }) => set?.name ?? "" },
];

function methodWords({ method }: IndicatorSnapshot): string {
  return method === null ? "" : `${methods[method].number} ${methods[method].name}`;
}

function valuesOf(snapshot: PlanSnapshot): Value[] {
  const nodes = snapshot.nodes.toSorted((a, b) => a.order - b.order);
  return nodes.flatMap((node) => node.indicators.flatMap((indicator) => indicatorValues(node, indicator)));
}

function indicatorValues(node: NodeSnapshot, indicator: IndicatorSnapshot): Value[] {
  const nothing = { upperValue: null, words: "", absence: "", note: "", numerator: null, denominator: null };
  const blank = { node, indicator, set: null, ...nothing };
  const { baseline, targets, actuals, targetSets } = indicator;
  return [
    { ...blank, kind: "基準", ...baseline },
    ...targets.map((target) => ({ ...blank, kind: "目標" as const, ...target })),
    ...actuals.map(({ absence, ...actual }) => ({
      ...blank,
      kind: "実績" as const,
      ...actual,
      absence: absence ? absenceLabels[absence] : "",
    })),
    ...targetSets.flatMap((set) =>
      set.targets.map((target) => ({ ...blank, kind: "別の目標" as const, set, ...target })),
    ),
  ];
}

function removedSet(site: Site, edition: Edition): DataSet {
  const columns: Column<RemovedIndicatorSnapshot>[] = [
    ...origin<RemovedIndicatorSnapshot>(site, edition),
    { key: "nodeId", title: "施策のID", cell: ({ nodeId }) => nodeId },
    { key: "id", title: "ID", cell: ({ id }) => id },
    { key: "code", title: "指標の番号", cell: ({ code }) => code },
    { key: "name", title: "名称", cell: ({ name }) => name },
    { key: "reason", title: "外した理由", cell: ({ reason }) => reason },
    { key: "decidedBy", title: "決めた会議・役職", cell: ({ decidedBy }) => decidedBy },
    { key: "decidedOn", title: "決めた日", cell: ({ decidedOn }) => decidedOn },
  ];
  const description = "目標値を公表したあとで計画から外した指標と、その理由。外した指標がなければ、行はありません。";
  return dataSet(
    { name: "removed-indicators", title: "測らないこととした指標", description, columns },
    edition.snapshot.removedIndicators,
  );
}

interface Link {
  readonly node: NodeSnapshot;
  readonly sdg: NodeSnapshot["sdgs"][number];
}

function sdgSet(site: Site, edition: Edition): DataSet {
  const nodes = edition.snapshot.nodes.toSorted((a, b) => a.order - b.order);
  const links: Link[] = nodes.flatMap((node) => node.sdgs.map((sdg) => ({ node, sdg })));
  const columns: Column<Link>[] = [
    ...origin<Link>(site, edition),
    { key: "measureCode", title: "施策の番号", cell: ({ node }) => node.code },
    { key: "measure", title: "施策", cell: ({ node }) => node.title },
    { key: "goal", title: "ゴール", cell: ({ sdg }) => sdg.goal },
    { key: "goalName", title: "ゴールの名称", cell: ({ sdg }) => sdgGoals[sdg.goal - 1]?.name ?? "" },
    { key: "strength", title: "つながりの強さ", cell: ({ sdg }) => strengthSigns[sdg.strength] },
    { key: "targets", title: "ターゲット", cell: ({ sdg }) => sdg.targets.join("、") },
    { key: "reason", title: "理由", cell: ({ sdg }) => sdg.reason },
  ];
  const description = "施策とSDGsの17の目標とのつながり（◎は直接かかわる、○は関連する）。";
  return dataSet({ name: "sdg-links", title: "SDGsとのつながり", description, columns }, links);
}
