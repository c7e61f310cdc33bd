import { chartSvg, type Size } from "./chart-drawing.ts";
import { hueOf, type Hue } from "./hues.ts";
import type { Block, Chart, Opening, Paper, Spread } from "./paper.ts";
import { unbreakable, wrapped } from "./wrapped.ts";

/** The width of a page's text in points (A4 less its margins), as the template has it. */
const textWidth = 490;

/** A paper as the template reads it: charts drawn, hues as colours, long titles broken between words. */
export function typstData(paper: Paper): Record<string, unknown> {
  const { parts, ...words } = paper;
  return {
    ...words,
    hue: hueOf(0),
    titleLines: wrapped(paper.title, 14),
    visionLines: wrapped(paper.cover?.vision ?? "", 28),
    parts: parts.map((part) => ({
      title: part.title,
      flowsOn: part.flowsOn ?? false,
      blocks: part.blocks.map((block) => dataOf(block)),
    })),
  };
}

function dataOf(block: Block): object {
  if (block.kind === "spread") return spreadData(block);
  if (block.kind === "opening") return openingData(block);
  if (block.kind === "cards") return { ...block, hue: hueOf(block.hue) };
  if (block.kind === "charts") return { ...block, charts: drawn(block.charts, hueOf(0)) };
  return block.kind === "tree" ? { ...block, roots: block.roots.map((root) => treeData(root)) } : block;
}

function spreadData(spread: Spread): object {
  const hue = hueOf(spread.hue);
  const name = spread.code === "" ? spread.heading.text : `${spread.code}　${spread.heading.text}`;
  const titleLines = wrapped(spread.heading.text, 17);
  return { ...spread, name, titleLines, hue, number: spread.hue, charts: drawn(spread.charts, hue) };
}

function openingData(opening: Opening): object {
  const { heading, label, hue } = opening;
  const name = `${label}　${heading.text}`;
  return { ...opening, name, titleLines: wrapped(heading.text, 16), hue: hueOf(hue), number: hue };
}

type TreeItem = Extract<Block, { kind: "tree" }>["roots"][number];

function treeData(item: TreeItem): object {
  return {
    ...item,
    pieces: unbreakable(item.title),
    hue: hueOf(item.hue),
    children: item.children.map((child) => treeData(child)),
  };
}

/** One or two charts use the whole width, more stand two by two. */
function drawn(charts: readonly Chart[], hue: Hue): object[] {
  const size: Size = charts.length > 2 ? { width: textWidth / 2 - 5, height: 150 } : { width: textWidth, height: 190 };
  return charts.map(({ series, alternative }) => ({ alternative, svg: chartSvg(series, size, hue) }));
}
