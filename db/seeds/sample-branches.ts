import { aimOf, emptyRegisterEntry, suggestedMethod, type Branch } from "#domain/plan/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import type { SampleFields, SampleIndicator, SampleNode } from "./sample-plan.ts";

type IndicatorContent = NonNullable<Branch["indicators"]>[number];
type NodeFields = NonNullable<Branch["fields"]>;

/** Division ids by the name that samples use. */
export type DivisionIds = ReadonlyMap<string, string>;

/** A sample's nodes as the plan takes them in. */
export function branchesOf(nodes: readonly SampleNode[], divisions: DivisionIds): Branch[] {
  return nodes.map((node) => branchOf(node, divisions));
}

function branchOf(node: SampleNode, divisions: DivisionIds): Branch {
  const { title, keyword = "", division, relatedDivisions = [], isPriority = false, fields = {} } = node;
  const divisionId = division === undefined ? null : idOf(divisions, division);
  return {
    title,
    keyword,
    divisionId,
    isPriority,
    relatedDivisionIds: relatedDivisions.map((name) => idOf(divisions, name)),
    fields: fieldsOf(fields),
    relatedPlans: fields.relatedPlans ?? [],
    terms: fields.terms ?? [],
    sdgs: node.sdgs ?? [],
    indicators: (node.indicators ?? []).map((indicator) => ({ ...contentOf(indicator), divisionId })),
    children: branchesOf(node.children ?? [], divisions),
  };
}

function idOf(divisions: DivisionIds, name: string): string {
  const id = divisions.get(name);
  if (id === undefined) throw new Error(`seed: no division is called ${name}`);
  return id;
}

function fieldsOf(fields: SampleFields): NodeFields {
  const { relatedPlans: _plans, terms: _terms, ...texts } = fields;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, richTextOf(linesOf(text))]));
}

function linesOf(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.map((line) => `・${line}`).join("\n");
}

/** The sample city counts its surveys in November, everything else with the year's accounts in June. */
const surveyMonth = 11;
const settlementMonth = 6;

function contentOf(indicator: SampleIndicator): Omit<IndicatorContent, "divisionId"> {
  const { name, unit, decimals = 0, direction = "up", accumulation = "singleYear", description, source } = indicator;
  const { baseline, targets, actuals = {} } = indicator;
  const values = {
    direction,
    baseline: { value: null, words: "", ...baseline },
    targets: Object.entries(targets).map(([year, target]) => ({ year: Number(year), ...targetOf(target) })),
  };
  return {
    ...emptyRegisterEntry,
    ...registerOf(indicator),
    ...values,
    method: indicator.method ?? suggestedMethod(aimOf({ ...values, trend: null })),
    updateMonth: source.includes("調査") ? surveyMonth : settlementMonth,
    cadence: source.includes("隔年") ? "everyFewYears" : "yearly",
    code: "",
    name,
    unit,
    decimals,
    accumulation,
    description,
    source,
    actuals: Object.entries(actuals)
      .map(([year, actual]) => ({ year: Number(year), ...actualOf(actual, source) }))
      .map((actual) => ({ ...actual, ...countedOf(indicator, actual.year) })),
  };
}

function registerOf({
  kind = "outcome",
  meaning = "",
  targetReason = "",
  comparison = "",
  numeratorName = "",
  denominatorName = "",
  trend,
  tolerance = 0,
}: SampleIndicator) {
  return { kind, meaning, targetReason, comparison, numeratorName, denominatorName, trend: trend ?? null, tolerance };
}

function countedOf({ counted }: SampleIndicator, year: number) {
  const [numerator = null, denominator = null] = counted?.[year] ?? [];
  return { numerator, denominator };
}

function targetOf(target: SampleIndicator["targets"][number]) {
  if (typeof target === "string") return { value: null, upperValue: null, words: target };
  const [value, upperValue] = typeof target === "number" ? [target, null] : target;
  return { value, upperValue, words: "" };
}

const settled = { state: "confirmed", numerator: null, denominator: null } as const;

function actualOf(actual: NonNullable<SampleIndicator["actuals"]>[number], source: string) {
  if (typeof actual === "number") return { ...settled, value: actual, absence: null, note: "" };
  const isEverySecondYear = actual === "notSurveyed" && source.includes("隔年");
  return { ...settled, value: null, absence: actual, note: isEverySecondYear ? "2年に1回の調査のため" : "" };
}
