import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { japaneseNumber } from "#kernel/japanese-number.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import type { Baseline, IndicatorContent, Target } from "../../indicator.ts";
import { absenceLabels, accumulationLabels, directionLabels, nodeFieldLabels, strengthSigns } from "../../labels.ts";
import type { NodeContent } from "../../node.ts";
import type { SdgLink } from "../../sdg-links.ts";
import { choiceName } from "../questions/divisions.ts";
import type { ImportActual, ImportIndicator, ImportNode, Mapping } from "../model.ts";

/**
 * A node or indicator as comparable, readable texts by facet (title, division, target:2031 …). Old and new are compared, shown
 * and remembered in this form, so that what the clerk reads is exactly what was compared.
 */
export type Facets = Readonly<Record<string, string>>;

export interface PresentNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly position: number;
  readonly content: NodeContent;
  readonly sdgs: readonly SdgLink[];
}

export interface PresentIndicator {
  readonly id: string;
  readonly nodeId: string;
  readonly position: number;
  readonly content: IndicatorContent;
}

/** The plan as it stands when an import is compared with it. */
export interface PresentPlan {
  readonly nodes: readonly PresentNode[];
  readonly indicators: readonly PresentIndicator[];
  readonly divisions: ReadonlyMap<string, string>;
}

export function nodeFacets(
  { content, sdgs }: Pick<PresentNode, "content" | "sdgs">,
  divisions: ReadonlyMap<string, string>,
): Facets {
  const fields = Object.entries(content.fields).map(([key, text]) => [`field:${key}`, text ? plainText(text) : ""]);
  return filled({
    title: content.title,
    code: content.code,
    keyword: content.keyword,
    division: nameOf(content.divisionId, divisions),
    relatedDivisions: content.relatedDivisionIds
      .map((id) => nameOf(id, divisions))
      .sort()
      .join("、"),
    priority: content.isPriority ? "重点" : "",
    sdgs: sdgWords(sdgs),
    ...Object.fromEntries(fields),
  });
}

function nameOf(id: string | null, divisions: ReadonlyMap<string, string>): string {
  return id === null ? "" : (divisions.get(id) ?? "");
}

export function importNodeFacets(node: ImportNode): Facets {
  const fields = Object.entries(node.fields).map(([key, text]) => [`field:${key}`, plainText(richTextOf(text))]);
  return filled({
    title: node.title,
    code: node.isCodeGiven ? node.code : "",
    keyword: node.keyword ?? "",
    division: choiceName(node.division),
    relatedDivisions: (node.relatedDivisions ?? [])
      .map((choice) => choiceName(choice))
      .sort()
      .join("、"),
    priority: node.isPriority ? "重点" : "",
    sdgs: sdgWords(node.sdgs ?? []),
    ...Object.fromEntries(fields),
  });
}

function sdgWords(links: readonly Pick<SdgLink, "goal" | "strength" | "targets">[]): string {
  return links
    .toSorted((one, other) => one.goal - other.goal)
    .map(
      ({ goal, strength, targets }) =>
        `${strengthSigns[strength]}${goal}${targets.length > 0 ? `（${targets.join("・")}）` : ""}`,
    )
    .join(" ");
}

export function indicatorFacets(content: IndicatorContent, divisions: ReadonlyMap<string, string>): Facets {
  return filled({
    ...sharedFacets(content),
    code: content.code,
    description: content.description,
    source: content.source,
    division: nameOf(content.divisionId, divisions),
    baseline: baselineWords(content.baseline),
    ...targetFacets(content.targets),
    ...actualFacets(content.actuals),
  });
}

export function importIndicatorFacets(indicator: ImportIndicator): Facets {
  const { direction, ...shared } = sharedFacets(indicator);
  return filled({
    ...shared,
    ...(!indicator.isDirectionDeduced && { direction }),
    code: indicator.code ?? "",
    description: indicator.description ?? "",
    source: indicator.source ?? "",
    division: choiceName(indicator.division),
    baseline: indicator.baseline ? baselineWords(indicator.baseline) : "",
    ...targetFacets(indicator.targets ?? []),
    ...actualFacets(indicator.actuals ?? []),
  });
}

function sharedFacets({
  name,
  unit,
  direction,
  accumulation,
}: Pick<IndicatorContent, "name" | "unit" | "direction" | "accumulation">) {
  return { name, unit, direction: directionLabels[direction], accumulation: accumulationLabels[accumulation] };
}

function baselineWords({ year, value, words }: Baseline): string {
  const amount = value === null ? words : japaneseNumber(value);
  return amount === "" ? "" : `${amount}${year === null ? "" : `（${fiscalYearLabel(year)}）`}`;
}

function targetFacets(targets: readonly Target[]): Facets {
  return Object.fromEntries(
    targets.map(({ year, value, upperValue, words }) => [
      `target:${year}`,
      value === null
        ? words
        : upperValue === null
          ? japaneseNumber(value)
          : `${japaneseNumber(value)}〜${japaneseNumber(upperValue)}`,
    ]),
  );
}

function actualFacets(actuals: readonly ImportActual[]): Facets {
  return Object.fromEntries(
    actuals.map(({ year, value, absence }) => [
      `actual:${year}`,
      value === null ? `−（${absence ? absenceLabels[absence] : ""}）` : japaneseNumber(value),
    ]),
  );
}

function filled(facets: Record<string, string>): Facets {
  return Object.fromEntries(Object.entries(facets).filter(([, text]) => text !== ""));
}

const fixedLabels: Readonly<Record<string, string>> = {
  title: "名前",
  name: "指標名",
  code: "番号",
  keyword: "キーワード",
  division: "担当課",
  relatedDivisions: "関係課",
  priority: "重点",
  sdgs: "SDGs",
  parent: "上の階層",
  node: "属する施策",
  unit: "単位",
  direction: "望ましい方向",
  accumulation: "集計",
  description: "説明・算出方法",
  source: "出典",
  baseline: "現状値",
};

/** 「目標値（令和13年度）」: a facet's name as people read it. */
export function facetLabel(facet: string): string {
  const [kind = "", detail = ""] = facet.split(":");
  if (kind === "target") return `目標値（${fiscalYearLabel(Number(detail))}）`;
  if (kind === "actual") return `実績値（${fiscalYearLabel(Number(detail))}）`;
  if (kind === "field") return Object.entries(nodeFieldLabels).find(([key]) => key === detail)?.[1] ?? detail;
  return fixedLabels[kind] ?? kind;
}

/** Whether the sheet has a column for a facet: what it has no column for is never changed by it. */
export function coverageOf(mapping: Mapping): (facet: string) => boolean {
  const covered = new Set(["title", "name", "parent", "node", "accumulation", "direction", "unit"]);
  for (const { role, year } of mapping.columns) {
    if (role === "target" || role === "actual") covered.add(`${role}:${year}`);
    else if (role.startsWith("code:")) covered.add("code");
    else if (role === "indicatorCode") covered.add("code");
    else covered.add(role);
  }
  const hasTargetYears = mapping.columns.some(({ role }) => role === "targetYear");
  return (facet) => covered.has(facet) || (hasTargetYears && facet.startsWith("target:"));
}
