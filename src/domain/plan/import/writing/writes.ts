import { accept, refuse, type Result } from "#kernel/result.ts";
import { freeIndicatorCode } from "../../code-pattern.ts";
import { tidiedIndicator } from "../../indicator.ts";
import type { ActualState } from "../../indicators/register.ts";
import { tidied, type NodeContent } from "../../node.ts";
import type { SdgLink } from "../../sdg-links.ts";
import {
  emptyIndicator,
  emptyNode,
  mergedSdgs,
  withIndicatorFacets,
  withNodeFacet,
  type DivisionIds,
  type FromSheet,
} from "./contents.ts";
import {
  chosenFacets,
  type Change,
  type Difference,
  type DifferenceChoices,
  type ImportedState,
} from "../difference/difference.ts";
import {
  importIndicatorFacets,
  importNodeFacets,
  type Facets,
  type PresentIndicator,
  type PresentNode,
  type PresentPlan,
} from "../difference/facets.ts";
import { grouped } from "#kernel/grouped.ts";
import type { ImportIndicator, ImportNode, ImportPlan } from "../model.ts";
import type { ImportWrites, IndicatorWrite, NodeWrite } from "./import-writes.ts";
import { writeFault } from "./write-faults.ts";

export interface WritesInput {
  readonly plan: ImportPlan;
  readonly difference: Difference;
  readonly choices: DifferenceChoices;
  readonly actualState: ActualState;
  readonly present: PresentPlan;
  readonly imported: ImportedState;
  readonly divisionIds: DivisionIds;
  readonly newId: () => string;
}

/** What to save, from the difference and the clerk's choices. Refuses what the plan's own rules refuse, with the row it came from. */
export function writesOf(input: WritesInput): Result<ImportWrites> {
  const desk = new WriteDesk(input);
  const { removedNodes, removedIndicators, rows } = desk;
  const writes = {
    nodes: desk.nodes(),
    indicators: desk.indicators(),
    removedNodes,
    removedIndicators,
    imported: desk.imported(),
  };
  const fault = writeFault(writes, input.present, rows);
  return fault ? refuse(fault) : accept(writes);
}

class WriteDesk {
  readonly removedNodes: readonly string[];
  readonly removedIndicators: readonly string[];
  /** The row of the sheet that each node came from. */
  readonly rows: ReadonlyMap<string, number>;
  readonly #input: WritesInput;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #indicatorIds: ReadonlyMap<ImportIndicator, string>;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #nodeChanges: ReadonlyMap<string, Change<ImportNode, PresentNode>>;
  readonly #indicatorChanges: ReadonlyMap<string, Change<ImportIndicator, PresentIndicator>>;

  constructor(input: WritesInput) {
    this.#input = input;
    const { plan, difference, choices, newId } = input;
    const { matches, missingNodes, missingIndicators } = difference;
    this.#ids = new Map(plan.nodes.map(({ key }) => [key, matches.nodes.get(key)?.id ?? newId()]));
    this.#indicatorIds = new Map(
      plan.indicators.map((indicator) => [indicator, matches.indicators.get(indicator)?.id ?? newId()]),
    );
    this.rows = new Map(plan.nodes.map(({ key, row }) => [this.#idOf(key), row]));
    this.#nodeChanges = new Map(difference.changedNodes.map((change) => [change.id, change]));
    this.#indicatorChanges = new Map(difference.changedIndicators.map((change) => [change.id, change]));
    this.removedNodes = missingNodes.map(({ id }) => id).filter((id) => choices.remove.includes(id));
    const gone = new Set(this.removedNodes);
    const isGone = ({ id, nodeId }: PresentIndicator) => choices.remove.includes(id) || gone.has(nodeId);
    this.removedIndicators = missingIndicators.filter(isGone).map(({ id }) => id);
    this.#codes = this.#freeCodes(gone);
  }

  #idOf(key: string): string {
    return this.#ids.get(key) ?? "";
  }

  /** Codes of new nodes; one that the sheet did not give makes room for what stands in the plan. */
  #freeCodes(gone: ReadonlySet<string>): Map<string, string> {
    const { plan, difference, present } = this.#input;
    const taken = new Set(present.nodes.filter(({ id }) => !gone.has(id)).map(({ content }) => content.code));
    const fresh = plan.nodes.filter(({ key }) => !difference.matches.nodes.has(key));
    return new Map(
      fresh.map((node) => {
        let code = node.code;
        while (!node.isCodeGiven && code !== "" && taken.has(code))
          code = code.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1));
        taken.add(code);
        return [node.key, code];
      }),
    );
  }

  nodes(): NodeWrite[] {
    const { plan, difference, present } = this.#input;
    const drafts = plan.nodes.map((node) => this.#draft(node, difference.matches.nodes.get(node.key)));
    const written = new Set([...drafts.map(({ id }) => id), ...this.removedNodes]);
    const staying = present.nodes
      .filter(({ id }) => !written.has(id))
      .map((node): NodeWrite => ({ ...node, kind: "placed" }));
    const before = new Map(present.nodes.map((node) => [node.id, node]));
    const all = inPlaces(
      drafts,
      staying.toSorted((one, other) => one.position - other.position),
      before,
    );
    return all.filter((node) => node.kind !== "placed" || before.get(node.id)?.position !== node.position);
  }

  #draft(node: ImportNode, old: PresentNode | undefined): NodeWrite {
    const parentId = node.parentKey === null ? null : this.#idOf(node.parentKey);
    if (!old)
      return {
        id: this.#idOf(node.key),
        kind: "new",
        parentId,
        depth: node.depth,
        position: 0,
        ...this.#newContent(node),
      };
    const facets = this.#chosen(this.#nodeChanges.get(old.id));
    const kind = facets.length > 0 ? "changed" : "placed";
    const content = this.#withFacets(old.content, facets, node);
    const sdgs = facets.includes("sdgs") ? mergedSdgs(node, old.sdgs) : old.sdgs;
    return { ...old, kind, parentId: facets.includes("parent") ? parentId : old.parentId, content, sdgs };
  }

  /** Names of the facets that are to be changed. */
  #chosen(change: Change<unknown, unknown> | undefined): string[] {
    return change ? chosenFacets(change, this.#input.choices).map(({ facet }) => facet) : [];
  }

  #newContent(node: ImportNode): { readonly content: NodeContent; readonly sdgs: readonly SdgLink[] } {
    const code = this.#codes.get(node.key) ?? "";
    const facets = Object.keys(importNodeFacets(node)).filter((facet) => facet !== "code");
    return { content: this.#withFacets(emptyNode(node.title, code), facets, node), sdgs: mergedSdgs(node, []) };
  }

  #withFacets(content: NodeContent, facets: readonly string[], node: ImportNode): NodeContent {
    const from = { node, ids: this.#input.divisionIds };
    return tidied(facets.reduce((so, facet) => withNodeFacet(so, facet, from), content));
  }

  indicators(): IndicatorWrite[] {
    const { plan, difference, present } = this.#input;
    const gone = new Set(this.removedIndicators);
    const taken = new Set(present.indicators.filter(({ id }) => !gone.has(id)).map(({ content }) => content.code));
    for (const { code } of plan.indicators) if (code !== undefined) taken.add(code);
    const codes = this.#nodeCodes();
    const counts = new Map<string, number>();
    return plan.indicators.flatMap((indicator) => {
      const old = difference.matches.indicators.get(indicator);
      const home = this.#homeOf(indicator, old);
      const position = counts.get(home) ?? 0;
      counts.set(home, position + 1);
      if (old) return this.#changedIndicator(indicator, old, { nodeId: home, position });
      const code = indicator.code ?? freeIndicatorCode(codes.get(home) ?? "", taken);
      taken.add(code);
      return this.#newIndicator(indicator, code, { nodeId: home, position });
    });
  }

  #nodeCodes(): Map<string, string> {
    const { present } = this.#input;
    const codes = new Map(present.nodes.map((node) => [node.id, node.content.code]));
    for (const [key, code] of this.#codes) codes.set(this.#idOf(key), code);
    return codes;
  }

  #homeOf(indicator: ImportIndicator, old: PresentIndicator | undefined): string {
    const home = this.#idOf(indicator.nodeKey);
    if (!old || old.nodeId === home) return home;
    return this.#chosen(this.#indicatorChanges.get(old.id)).includes("node") ? home : old.nodeId;
  }

  #newIndicator(indicator: ImportIndicator, code: string, place: { nodeId: string; position: number }): IndicatorWrite {
    const facets = Object.keys(importIndicatorFacets(indicator)).filter((facet) => facet !== "code");
    const content = withIndicatorFacets(emptyIndicator(indicator, code), facets, this.#from(indicator));
    return { id: this.#indicatorIds.get(indicator) ?? "", isNew: true, ...place, content: tidiedIndicator(content) };
  }

  #changedIndicator(
    indicator: ImportIndicator,
    old: PresentIndicator,
    place: { nodeId: string; position: number },
  ): IndicatorWrite[] {
    const facets = this.#chosen(this.#indicatorChanges.get(old.id));
    if (facets.length === 0) return [];
    const content = withIndicatorFacets(old.content, facets, this.#from(indicator));
    return [{ id: old.id, isNew: false, ...place, content: tidiedIndicator(content) }];
  }

  #from(indicator: ImportIndicator): FromSheet {
    const { divisionIds: ids, actualState } = this.#input;
    return { indicator, ids, actualState };
  }

  /** What the sheet said, by id: the next import is compared with it to tell edits in the plan from edits in the sheet. */
  imported(): ImportedState {
    const { plan, imported } = this.#input;
    const state: Record<string, Facets> = { ...imported };
    for (const node of plan.nodes) {
      const parent = node.parentKey === null ? {} : { parent: this.#idOf(node.parentKey) };
      state[this.#idOf(node.key)] = { ...importNodeFacets(node), ...parent };
    }
    for (const indicator of plan.indicators) {
      state[this.#indicatorIds.get(indicator) ?? ""] = {
        ...importIndicatorFacets(indicator),
        node: this.#idOf(indicator.nodeKey),
      };
    }
    for (const id of [...this.removedNodes, ...this.removedIndicators]) delete state[id];
    return state;
  }
}

/** Siblings in the order of the sheet; what the sheet does not name stays behind the one it stood behind. */
function inPlaces(
  drafts: readonly NodeWrite[],
  staying: readonly NodeWrite[],
  before: ReadonlyMap<string, PresentNode>,
): NodeWrite[] {
  const groups = grouped(drafts, (node) => node.parentId);
  for (const node of staying) {
    const siblings = groups.get(node.parentId) ?? [];
    groups.set(node.parentId, siblings);
    const above = siblings.findLastIndex(({ id, parentId }) =>
      isAbove(before.get(id), { parentId, position: node.position }),
    );
    siblings.splice(above + 1, 0, node);
  }
  return [...groups.values()].flatMap((siblings) => siblings.map((node, position) => ({ ...node, position })));
}

function isAbove(
  old: PresentNode | undefined,
  place: { readonly parentId: string | null; readonly position: number },
): boolean {
  return old !== undefined && old.parentId === place.parentId && old.position < place.position;
}
