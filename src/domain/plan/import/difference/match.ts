import type { PresentIndicator, PresentNode, PresentPlan } from "./facets.ts";
import { grouped } from "#kernel/grouped.ts";
import { bareTitle as bare, similarity } from "../../likeness.ts";
import type { ImportIndicator, ImportNode, ImportPlan } from "../model.ts";

/** Which node and indicator of the plan each one of the sheet is. */
export interface Matches {
  readonly nodes: ReadonlyMap<string, PresentNode>;
  readonly indicators: ReadonlyMap<ImportIndicator, PresentIndicator>;
}

/**
 * Finds again what the plan already has. The title under the same parent says most, then the title anywhere in the level
 * (moved), then, under the same parent, a code that the sheet itself gives (renamed), then a similar title.
 */
export function matchPlan(plan: Pick<ImportPlan, "nodes" | "indicators">, present: PresentPlan): Matches {
  const nodes = matchNodes(plan.nodes, present.nodes);
  return { nodes, indicators: matchIndicators(plan.indicators, nodes, present.indicators) };
}

function matchNodes(nodes: readonly ImportNode[], present: readonly PresentNode[]): Map<string, PresentNode> {
  const matched = new Map<string, PresentNode>();
  for (const depth of [...new Set(nodes.map((node) => node.depth))].sort()) {
    const pairing = new Pairing(
      nodes.filter((node) => node.depth === depth),
      present.filter((node) => node.depth === depth),
    );
    const parentIn = (node: ImportNode) => (node.parentKey === null ? "" : (matched.get(node.parentKey)?.id ?? "new"));
    pairing.byKey(
      (node) => `${parentIn(node)}/${bare(node.title)}`,
      (node) => `${parentOld(node)}/${bare(node.content.title)}`,
    );
    pairing.byKey(
      (node) => bare(node.title),
      (node) => bare(node.content.title),
    );
    pairing.byKey(
      (node) => (node.isCodeGiven && node.code !== "" ? `${parentIn(node)}/${node.code}` : ""),
      (node) => `${parentOld(node)}/${node.content.code}`,
    );
    pairing.bySimilarity({
      groupIn: parentIn,
      groupOld: parentOld,
      textIn: (node) => node.title,
      textOld: (node) => node.content.title,
    });
    for (const [node, old] of pairing.pairs) matched.set(node.key, old);
  }
  return matched;
}

function parentOld(node: PresentNode): string {
  return node.parentId ?? "";
}

function matchIndicators(
  indicators: readonly ImportIndicator[],
  nodes: ReadonlyMap<string, PresentNode>,
  present: readonly PresentIndicator[],
) {
  const pairing = new Pairing(indicators, present);
  const homeIn = (indicator: ImportIndicator) => nodes.get(indicator.nodeKey)?.id ?? "new";
  pairing.byKey(
    (indicator) => indicator.code ?? "",
    (indicator) => indicator.content.code,
  );
  pairing.byKey(
    (indicator) => `${homeIn(indicator)}/${bare(indicator.name)}`,
    (indicator) => `${indicator.nodeId}/${bare(indicator.content.name)}`,
  );
  pairing.byKey(
    (indicator) => bare(indicator.name),
    (indicator) => bare(indicator.content.name),
  );
  pairing.bySimilarity({
    groupIn: homeIn,
    groupOld: (indicator) => indicator.nodeId,
    textIn: (indicator) => indicator.name,
    textOld: (indicator) => indicator.content.name,
  });
  return pairing.pairs;
}

interface Likeness<New, Old> {
  readonly groupIn: (incoming: New) => string;
  readonly groupOld: (present: Old) => string;
  readonly textIn: (incoming: New) => string;
  readonly textOld: (present: Old) => string;
}

/** Pairs of the sheet's and the plan's items, found in passes. Two candidates are no answer: better added and missing than matched wrongly. */
class Pairing<New, Old> {
  readonly pairs = new Map<New, Old>();
  #incoming: readonly New[];
  #present: readonly Old[];
  readonly #taken = new Set<Old>();

  constructor(incoming: readonly New[], present: readonly Old[]) {
    this.#incoming = incoming;
    this.#present = present;
  }

  /** Pairs what has the same key, where only one on each side has it. An empty key is none. */
  byKey(keyIn: (incoming: New) => string, keyOld: (present: Old) => string): void {
    const left = grouped(this.#incoming, keyIn);
    const right = grouped(this.#present, keyOld);
    for (const [key, [incoming, ...others]] of left) {
      const [present, ...rivals] = right.get(key) ?? [];
      if (key !== "" && incoming && present && others.length + rivals.length === 0) this.#pair(incoming, present);
    }
    this.#close();
  }

  /** Pairs what is alike inside the same group. */
  bySimilarity({ groupIn, groupOld, textIn, textOld }: Likeness<New, Old>): void {
    const groups = grouped(this.#present, groupOld);
    for (const incoming of this.#incoming) {
      const free = (groups.get(groupIn(incoming)) ?? []).filter((present) => !this.#taken.has(present));
      const [alike, ...rivals] = free.filter((present) => similarity(textIn(incoming), textOld(present)) >= 0.6);
      if (alike && rivals.length === 0) this.#pair(incoming, alike);
    }
    this.#close();
  }

  #pair(incoming: New, present: Old): void {
    this.pairs.set(incoming, present);
    this.#taken.add(present);
  }

  #close(): void {
    this.#incoming = this.#incoming.filter((incoming) => !this.pairs.has(incoming));
    this.#present = this.#present.filter((present) => !this.#taken.has(present));
  }
}
