import type { Refusal } from "#kernel/result.ts";
import { indicatorFaults } from "../../indicator.ts";
import { nodeFaults } from "../../node.ts";
import { sdgLinkFault } from "../../sdg-links.ts";
import type { PresentPlan } from "../difference/facets.ts";
import { importWords } from "../labels.ts";
import type { ImportWrites, IndicatorWrite, NodeWrite } from "./import-writes.ts";

/** What the plan's own rules say against an import as a whole, with where it stands in the sheet; undefined when nothing does. */
export function writeFault(
  writes: ImportWrites,
  present: PresentPlan,
  rows: ReadonlyMap<string, number>,
): Refusal | undefined {
  return (
    codeFault(writes, present, rows) ??
    indicatorCodeFault(writes, present) ??
    orphanFault(writes, present) ??
    contentFault(writes)
  );
}

function codeFault(
  { nodes, removedNodes }: ImportWrites,
  present: PresentPlan,
  rows: ReadonlyMap<string, number>,
): Refusal | undefined {
  const gone = new Set([...removedNodes, ...nodes.map(({ id }) => id)]);
  const staying = present.nodes.filter(({ id }) => !gone.has(id));
  const holders = new Map(staying.map((node) => [node.content.code, node.content.title]));
  for (const { id, content } of nodes) {
    const holder = content.code === "" ? undefined : holders.get(content.code);
    if (holder !== undefined) return importWords.codeStands(content.code, holder, rows.get(id));
    holders.set(content.code, content.title);
  }
  return undefined;
}

/** An indicator's code that the sheet gives may be one that stays in the plan. */
function indicatorCodeFault(
  { indicators, removedIndicators }: ImportWrites,
  present: PresentPlan,
): Refusal | undefined {
  const gone = new Set([...removedIndicators, ...indicators.map(({ id }) => id)]);
  const staying = present.indicators.filter(({ id }) => !gone.has(id));
  const holders = new Map(staying.map(({ content }) => [content.code, content.name]));
  const clash = indicators.find(({ content }) => holders.has(content.code));
  return clash && importWords.codeStands(clash.content.code, holders.get(clash.content.code) ?? "", undefined);
}

/** A node that stays can't stay under one that goes. */
function orphanFault({ nodes, removedNodes }: ImportWrites, present: PresentPlan): Refusal | undefined {
  const gone = new Set(removedNodes);
  const final = new Map([...present.nodes, ...nodes].map((node) => [node.id, node]));
  const orphan = [...final.values()].find(
    ({ id, parentId }) => !gone.has(id) && parentId !== null && gone.has(parentId),
  );
  return orphan && importWords.orphan(orphan.content.title);
}

function contentFault({ nodes, indicators }: ImportWrites): Refusal | undefined {
  return first(nodes, nodeFault) ?? first(indicators, indicatorFault);
}

function nodeFault({ content, sdgs }: NodeWrite): Refusal | undefined {
  const fault = nodeFaults(content) ?? first(sdgs, sdgLinkFault);
  return fault && importWords.ruleBroken(content.title, fault);
}

function indicatorFault({ content }: IndicatorWrite): Refusal | undefined {
  const fault = indicatorFaults(content);
  return fault && importWords.ruleBroken(content.name, fault);
}

function first<T>(items: readonly T[], faultOf: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault) return fault;
  }
  return undefined;
}
