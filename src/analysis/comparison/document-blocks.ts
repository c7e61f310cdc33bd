import { sectionKey, type DocumentContent, type SectionContent } from "#domain/documents/index.ts";
import { nodeFieldKeys, nodeFieldLabels, targetText, type PlanSnapshot } from "#domain/plan/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Block } from "./block.ts";
import { textBlocks } from "./text-blocks.ts";

type Node = PlanSnapshot["nodes"][number];
type Indicator = Node["indicators"][number];

/**
 * A version as blocks in reading order, for comparing. `keyOf` maps the keys of sections, for a plan compared with the one before it.
 */
export function documentBlocks(content: DocumentContent, keyOf: (key: string) => string = (key) => key): Block[] {
  const nodes = new Map(content.plan.nodes.map((node) => [node.id, node]));
  const sections = content.sections.flatMap((section) =>
    sectionBlocks(section, nodes.get(section.nodeId ?? ""), keyOf),
  );
  const glossary = content.terms.map(({ term, meaning }) => row("terms", [term, meaning]));
  return glossary.length === 0 ? sections : [...sections, heading("terms", "", "用語解説"), ...glossary];
}

function sectionBlocks(section: SectionContent, node: Node | undefined, keyOf: (key: string) => string): Block[] {
  const key = keyOf(sectionKey(section));
  const own = section.body === null ? [] : textBlocks(section.body, key);
  return [heading(key, section.number, section.name), ...own, ...(node ? nodeBlocks(node, key) : [])];
}

/** The page of a node: its texts under their headings, its indicators, plans and terms as rows. */
function nodeBlocks(node: Node, key: string): Block[] {
  const texts = nodeFieldKeys.flatMap((field) => {
    const text = node.fields[field];
    return text ? [heading(key, "", nodeFieldLabels[field]), ...textBlocks(text, key)] : [];
  });
  const indicators = node.indicators.map((each) => row(key, indicatorCells(each)));
  const plans = node.relatedPlans.map(({ name, period }) => row(key, [name, period]));
  const terms = node.terms.map(({ term, meaning }) => row(key, [term, meaning]));
  return [
    ...texts,
    ...titled(key, "成果指標", indicators),
    ...titled(key, "関連する個別計画", plans),
    ...titled(key, "用語", terms),
  ];
}

function titled(key: string, title: string, rows: readonly Block[]): Block[] {
  return rows.length === 0 ? [] : [heading(key, "", title), ...rows];
}

/** 「名前（単位）」, the baseline with its year, the targets with theirs. */
function indicatorCells({ name, unit, decimals, baseline, targets }: Indicator): string[] {
  const before = baseline.value === null ? baseline.words : figure(baseline.value, decimals);
  const year = baseline.year === null ? "" : `${fiscalYearLabel(baseline.year)} `;
  return [
    unit === "" ? name : `${name}（${unit}）`,
    `${year}${before}`.trim(),
    ...targets.map((target) => `${fiscalYearLabel(target.year)} ${targetText(target, decimals)}`),
  ];
}

function heading(section: string, number: string, words: string): Block {
  return { section, kind: "heading", number, cells: [words] };
}

function row(section: string, cells: readonly string[]): Block {
  return { section, kind: "row", number: "", cells };
}
