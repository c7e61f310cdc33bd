import type { LineageNode } from "#domain/plan/index.ts";

/** The measures of one side of which no link speaks yet (未対応). */
export function openMeasures(nodes: readonly LineageNode[]): LineageNode[] {
  return nodes.filter((node) => node.isMeasure && node.links.length === 0);
}
