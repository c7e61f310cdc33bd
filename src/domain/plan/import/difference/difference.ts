import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import {
  coverageOf,
  importIndicatorFacets,
  importNodeFacets,
  indicatorFacets,
  nodeFacets,
  type Facets,
  type PresentIndicator,
  type PresentNode,
  type PresentPlan,
} from "./facets.ts";
import { matchPlan, type Matches } from "./match.ts";
import type { ImportIndicator, ImportNode, ImportPlan, Mapping } from "../model.ts";

/** What the last import left in the plan, by id: whatever differs from it since was edited by a person. */
export type ImportedState = Readonly<Record<string, Facets>>;

export interface FacetChange {
  readonly facet: string;
  readonly from: string;
  readonly to: string;
  /** Edited in the plan since the last import, and changed in the sheet too: the clerk chooses. */
  readonly isConflict: boolean;
}

/** A node or indicator of the plan that the sheet says otherwise. */
export interface Change<New, Old> {
  readonly id: string;
  readonly incoming: New;
  readonly present: Old;
  readonly facets: readonly FacetChange[];
}

export interface Difference {
  readonly addedNodes: readonly ImportNode[];
  readonly addedIndicators: readonly ImportIndicator[];
  readonly changedNodes: readonly Change<ImportNode, PresentNode>[];
  readonly changedIndicators: readonly Change<ImportIndicator, PresentIndicator>[];
  /** In the plan and not in the sheet; removed only when the clerk says so. */
  readonly missingNodes: readonly PresentNode[];
  readonly missingIndicators: readonly PresentIndicator[];
  readonly unchanged: number;
  /** How many facets differ only because a person edited them in the plan; they stay. */
  readonly kept: number;
  readonly matches: Matches;
}

/** What applying the sheet would change in the plan, item by item. Pure. */
export function differenceOf({
  plan,
  present,
  mapping,
  imported,
}: {
  readonly plan: ImportPlan;
  readonly present: PresentPlan;
  readonly mapping: Mapping;
  readonly imported: ImportedState;
}): Difference {
  const matches = matchPlan(plan, present);
  const compare = new Comparison(coverageOf(mapping), imported);
  const changedNodes = plan.nodes.flatMap((node) => {
    const old = matches.nodes.get(node.key);
    return old ? compare.change(node, old, nodeSides(node, old, { present, matches })) : [];
  });
  const changedIndicators = plan.indicators.flatMap((indicator) => {
    const old = matches.indicators.get(indicator);
    return old ? compare.change(indicator, old, indicatorSides(indicator, old, { present, matches })) : [];
  });
  const foundNodes = new Set([...matches.nodes.values()].map((node) => node.id));
  const foundIndicators = new Set([...matches.indicators.values()].map((indicator) => indicator.id));
  return {
    addedNodes: plan.nodes.filter((node) => !matches.nodes.has(node.key)),
    addedIndicators: plan.indicators.filter((indicator) => !matches.indicators.has(indicator)),
    changedNodes,
    changedIndicators,
    missingNodes: present.nodes.filter((node) => !foundNodes.has(node.id) && isCovered(node.depth, mapping)),
    missingIndicators: mapsIndicators(mapping)
      ? present.indicators.filter((indicator) => !foundIndicators.has(indicator.id))
      : [],
    unchanged: foundNodes.size + foundIndicators.size - changedNodes.length - changedIndicators.length,
    kept: compare.kept,
    matches,
  };
}

interface Sides {
  readonly old: Facets;
  readonly incoming: Facets;
}

interface Around {
  readonly present: PresentPlan;
  readonly matches: Matches;
}

/** A place in the tree is compared by the id of what is above, and shown by its title elsewhere. */
function nodeSides(node: ImportNode, old: PresentNode, { present, matches }: Around): Sides {
  const parent = node.parentKey === null ? "" : (matches.nodes.get(node.parentKey)?.id ?? `new:${node.parentKey}`);
  return {
    old: { ...nodeFacets(old, present.divisions), ...placed("parent", old.parentId ?? "") },
    incoming: { ...importNodeFacets(node), ...placed("parent", parent) },
  };
}

function indicatorSides(indicator: ImportIndicator, old: PresentIndicator, { present, matches }: Around): Sides {
  const home = matches.nodes.get(indicator.nodeKey)?.id ?? `new:${indicator.nodeKey}`;
  return {
    old: { ...indicatorFacets(old.content, present.divisions), ...placed("node", old.nodeId) },
    incoming: { ...importIndicatorFacets(indicator), ...placed("node", home) },
  };
}

function placed(facet: "parent" | "node", id: string): Facets {
  return id === "" ? {} : { [facet]: id };
}

/** Three-way comparison: what the sheet says, what the plan says, and what the last import had left. */
class Comparison {
  kept = 0;
  readonly #covers: (facet: string) => boolean;
  readonly #imported: ImportedState;

  constructor(covers: (facet: string) => boolean, imported: ImportedState) {
    this.#covers = covers;
    this.#imported = imported;
  }

  change<New, Old extends { readonly id: string }>(incoming: New, present: Old, sides: Sides): Change<New, Old>[] {
    const base = this.#imported[present.id];
    const names = new Set([
      ...Object.keys(sides.incoming),
      ...Object.keys(base ?? {}).filter((facet) => this.#covers(facet)),
    ]);
    const facets = [...names].flatMap((facet) => this.#facet(facet, sides, base));
    return facets.length > 0 ? [{ id: present.id, incoming, present, facets }] : [];
  }

  #facet(facet: string, { old, incoming }: Sides, base: Facets | undefined): FacetChange[] {
    const [from, to, before] = [old[facet] ?? "", incoming[facet] ?? "", base?.[facet] ?? ""];
    if (from === to) return [];
    if (base && to === before) {
      this.kept++;
      return [];
    }
    return [{ facet, from, to, isConflict: base !== undefined && from !== before }];
  }
}

function isCovered(depth: number, mapping: Mapping): boolean {
  return mapping.columns.some(({ role }) => role === `level:${depth}`);
}

function mapsIndicators(mapping: Mapping): boolean {
  return mapping.columns.some(({ role }) => role === "indicatorName");
}

/** What the clerk decided on a difference. */
export interface DifferenceChoices {
  /** Ids of missing nodes and indicators to remove. */
  readonly remove: readonly string[];
  /** 「id/facet」 of conflicts in which the plan's text stays. */
  readonly keep: readonly string[];
}

/** A hash of everything the difference would change: what is applied must be what was looked at. */
export function fingerprintOf(difference: Difference): string {
  const { addedNodes, addedIndicators, changedNodes, changedIndicators, missingNodes, missingIndicators } = difference;
  const whole = {
    addedNodes,
    addedIndicators,
    changed: [
      ...changedNodes.map((change) => changeOf(change)),
      ...changedIndicators.map((change) => changeOf(change)),
    ],
    missing: [...missingNodes, ...missingIndicators].map(({ id }) => id),
  };
  return sha256(canonicalJson(JSON.parse(JSON.stringify(whole)) as Json)); // plain values throughout
}

function changeOf({ id, facets }: { readonly id: string; readonly facets: readonly FacetChange[] }) {
  return { id, facets };
}

/** Whether applying would change nothing at all. */
export function isNothingNew(difference: Difference): boolean {
  const { addedNodes, addedIndicators, changedNodes, changedIndicators, missingNodes, missingIndicators } = difference;
  return [addedNodes, addedIndicators, changedNodes, changedIndicators, missingNodes, missingIndicators].every(
    (list) => list.length === 0,
  );
}

/** The changes that are to be made after the clerk's choices on conflicts. */
export function chosenFacets(
  change: { readonly id: string; readonly facets: readonly FacetChange[] },
  choices: DifferenceChoices,
): FacetChange[] {
  return change.facets.filter(
    ({ facet, isConflict }) => !isConflict || !choices.keep.includes(`${change.id}/${facet}`),
  );
}
