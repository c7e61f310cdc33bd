import { richTextOf } from "#kernel/rich-text.ts";
import type { Actual, IndicatorContent } from "../../indicator.ts";
import { emptyRegisterEntry, type ActualState } from "../../indicators/register.ts";
import type { NodeContent } from "../../node.ts";
import type { SdgLink } from "../../sdg-links.ts";
import type { DivisionChoice, ImportActual, ImportIndicator, ImportNode } from "../model.ts";

/** The id of a division that is registered with this import, by its name. */
export type DivisionIds = (newName: string) => string;

function divisionIdOf(choice: DivisionChoice | null | undefined, ids: DivisionIds): string | null {
  if (!choice) return null;
  return "newName" in choice ? ids(choice.newName) : choice.id;
}

export function emptyNode(title: string, code: string): NodeContent {
  const nothing = { keyword: "", divisionId: null, relatedDivisionIds: [], isPriority: false };
  return { title, code, ...nothing, fields: {}, relatedPlans: [], terms: [] };
}

/** A node's content with one facet taken from the sheet. */
export function withNodeFacet(
  content: NodeContent,
  facet: string,
  from: { node: ImportNode; ids: DivisionIds },
): NodeContent {
  const { node, ids } = from;
  if (facet === "title") return { ...content, title: node.title };
  if (facet === "code") return { ...content, code: node.code };
  if (facet === "keyword") return { ...content, keyword: node.keyword ?? "" };
  if (facet === "priority") return { ...content, isPriority: node.isPriority ?? false };
  if (facet === "division") return { ...content, divisionId: divisionIdOf(node.division, ids) };
  if (facet === "relatedDivisions") {
    const related = (node.relatedDivisions ?? []).flatMap((choice) => divisionIdOf(choice, ids) ?? []);
    return { ...content, relatedDivisionIds: related };
  }
  if (!facet.startsWith("field:")) return content;
  const key = facet.slice("field:".length) as keyof typeof node.fields; // facets of fields are made from these keys
  return { ...content, fields: { ...content.fields, [key]: richTextOf(node.fields[key] ?? "") } };
}

/** The links that the sheet lists; the reasons of those that stay are kept, since a sheet has none. */
export function mergedSdgs(node: ImportNode, old: readonly SdgLink[]): SdgLink[] {
  const reasonOf = (goal: number) => old.find((link) => link.goal === goal)?.reason ?? "";
  return (node.sdgs ?? []).map((link) => ({ ...link, reason: reasonOf(link.goal) }));
}

export function emptyIndicator(indicator: ImportIndicator, code: string): IndicatorContent {
  const { name, unit, decimals, direction, accumulation } = indicator;
  const nothing = { description: "", source: "", divisionId: null, baseline: noBaseline, targets: [], actuals: [] };
  return { ...emptyRegisterEntry, code, name, unit, decimals, direction, accumulation, ...nothing };
}

const noBaseline = { year: null, value: null, words: "" };

/** What the sheet says of an indicator, and whether its actuals stand already (確定). */
export interface FromSheet {
  readonly indicator: ImportIndicator;
  readonly ids: DivisionIds;
  readonly actualState: ActualState;
}

/** An indicator's content with some facets taken from the sheet; its decimals grow with its values. */
export function withIndicatorFacets(
  content: IndicatorContent,
  facets: readonly string[],
  from: FromSheet,
): IndicatorContent {
  const changed = facets.reduce((so, facet) => withIndicatorFacet(so, facet, from), content);
  return { ...changed, decimals: Math.max(changed.decimals, from.indicator.decimals) };
}

function withIndicatorFacet(content: IndicatorContent, facet: string, from: FromSheet): IndicatorContent {
  const { indicator, ids } = from;
  const [kind, year] = facet.split(":");
  if (kind === "target") return { ...content, targets: withYear(content.targets, Number(year), indicator.targets) };
  if (kind === "actual") {
    const incoming = indicator.actuals?.map((actual) => actualFrom(actual, content.actuals, from.actualState));
    return { ...content, actuals: withYear(content.actuals, Number(year), incoming) };
  }
  if (kind === "baseline") return { ...content, baseline: indicator.baseline ?? noBaseline };
  if (kind === "division") return { ...content, divisionId: divisionIdOf(indicator.division, ids) };
  if (kind === "code") return { ...content, code: indicator.code ?? content.code };
  if (kind === "description" || kind === "source") return { ...content, [kind]: indicator[kind] ?? "" };
  const isPlain = kind === "name" || kind === "unit" || kind === "direction" || kind === "accumulation";
  return isPlain ? { ...content, [kind]: indicator[kind] } : content;
}

/**
 * A year's actual as the sheet says it, in the state that the clerk said of the sheet; one that stands already stays confirmed, for its
 * change is a correction, and one of a year that has not begun is a draft. A sheet has no notes, so they stay; what a value was counted from it does not say.
 */
function actualFrom(incoming: ImportActual, standing: readonly Actual[], state: ActualState): Actual {
  const old = standing.find(({ year }) => year === incoming.year);
  const isSettled = (state === "confirmed" && !incoming.isEarly) || old?.state === "confirmed";
  const { year, value, absence } = incoming;
  const counted = { numerator: null, denominator: null };
  return { year, value, absence, note: old?.note ?? "", state: isSettled ? "confirmed" : "draft", ...counted };
}

function withYear<T extends { readonly year: number }>(
  values: readonly T[],
  year: number,
  incoming: readonly T[] | undefined,
): T[] {
  return [...values.filter((value) => value.year !== year), ...(incoming ?? []).filter((value) => value.year === year)];
}
