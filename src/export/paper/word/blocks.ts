import {
  BorderStyle,
  PageBreak,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IRunOptions,
  type Table as WordTable,
} from "docx";
import { hueOf, type Hue } from "../hues.ts";
import type { Block, Chips, List, TextBlock } from "../paper.ts";
import { chartsOf } from "./charts.ts";
import { fillOf, plain } from "./look.ts";
import { headingOf, runsOf, textRuns } from "./runs.ts";
import { cardsOf } from "./cards.ts";
import { ruledTableOf } from "./ruled-table.ts";
import { figureOf } from "./figures.ts";
import { gridOf } from "./grids.ts";
import { factsOf, sideBySide, tableOf, treeOf } from "./tables.ts";

export type WordBlock = Paragraph | WordTable;

/** A block as Word has it. Openings and spreads are laid out by who lays out pages. */
export function wordBlocks(block: Block, hue: Hue): WordBlock[] {
  switch (block.kind) {
    case "heading":
      return [headingOf(block, {}, { color: plain(hue.strong) })];
    case "text":
      return [textOf(block, hue)];
    case "list":
      return listOf(block, placeOf(block, undefined));
    case "table":
      return tableOf(block, hue);
    case "ruledTable":
      return ruledTableOf(block);
    case "grid":
      return gridOf(block, hue, (inner) => wordBlocks(inner, hue));
    case "figure":
      return figureOf(block);
    case "facts":
      return factsOf(block, hue);
    case "panel":
      return block.blocks.flatMap((inner) => panelOf(inner, hue));
    case "columns":
      return [
        sideBySide(
          block.columns.map(({ title, blocks }) => [
            titleOf(title, hue),
            ...blocks.flatMap((inner) => wordBlocks(inner, hue)),
          ]),
          hue.pale,
        ),
      ];
    case "cards":
      return cardsOf(block);
    case "chips":
      return [chipsOf(block)];
    case "charts":
      return chartsOf(block.charts, hue);
    case "tree":
      return [treeOf(block, hueOf)];
    case "pageBreak":
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return [];
  }
}

const tones: Readonly<Record<TextBlock["tone"], IRunOptions>> = {
  body: {},
  lead: { size: 23, bold: true },
  note: { size: 17, color: "5B5B5B" },
};

function textOf({ tone, runs }: TextBlock, hue: Hue): Paragraph {
  const look = tone === "lead" ? { ...tones.lead, color: plain(hue.strong) } : tones[tone];
  return new Paragraph({ children: runsOf(runs, look) });
}

/** A framed paragraph: a bar at the left on a pale ground. */
function panelOf(block: Block, hue: Hue): WordBlock[] {
  if (block.kind !== "text") return wordBlocks(block, hue);
  const look = block.tone === "lead" ? { ...tones.lead, color: plain(hue.strong) } : tones[block.tone];
  const bar = { style: BorderStyle.SINGLE, size: 24, color: plain(hue.strong), space: 8 };
  return [
    new Paragraph({
      shading: fillOf(hue.pale),
      border: { left: bar },
      indent: { left: 200 },
      spacing: { line: 330, after: 0 },
      children: runsOf(block.runs, look),
    }),
  ];
}

function titleOf(text: string, hue: Hue): Paragraph {
  return new Paragraph({ spacing: { after: 40 }, children: textRuns(text, { bold: true, color: plain(hue.strong) }) });
}

/** Where the items of a list stand in Word's numbering. */
interface ListPlace {
  readonly reference: "bullets" | "numbers" | "articles" | "items";
  readonly level: number;
  /** Lists of one instance count on from each other. */
  readonly instance: number;
  /** The depth of the series at level 0. */
  readonly first: number;
}

/** Numbers the lists of all papers, so that each begins with 1; the number itself stands in no file. */
let instances = 0;

/** A list within one of its kind is a level of it; any other begins anew. */
function placeOf(list: List, outer: ListPlace | undefined): ListPlace {
  const depth = list.official?.depth;
  const reference = !list.isOrdered ? "bullets" : depth === undefined ? "numbers" : depth === 0 ? "articles" : "items";
  if (outer && depth !== undefined && depth > outer.first && outer.reference !== "bullets")
    return { ...outer, level: Math.min(depth - outer.first, 5) };
  if (outer?.reference === reference && depth === undefined) return { ...outer, level: Math.min(outer.level + 1, 2) };
  instances += 1;
  const level = list.isOrdered || !outer ? 0 : Math.min(outer.level + 1, 2);
  return { reference, level, instance: instances, first: depth ?? 0 };
}

/** Items as paragraphs with a sign; what follows the first paragraph of an item stands under it. */
function listOf({ items, signs }: List, place: ListPlace): WordBlock[] {
  const { reference, level, instance } = place;
  return items.flatMap((blocks, at) =>
    blocks.flatMap((block, index): WordBlock[] => {
      if (block.kind === "list") return listOf(block, placeOf(block, place));
      if (block.kind !== "text") return wordBlocks(block, hueOf(0));
      if (signs) return [signedItem(block.runs, { sign: index === 0 ? (signs[at] ?? "") : "", level })];
      const sign = { numbering: { reference, level, instance } };
      const look = index === 0 ? sign : { indent: { left: 280 * (level + 1) } };
      return [new Paragraph({ ...look, spacing: { after: 30 }, children: runsOf(block.runs) })];
    }),
  );
}

/** An item with its own sign, and every further line under the first one's text (ぶら下げ). */
function signedItem(
  runs: TextBlock["runs"],
  { sign, level }: { readonly sign: string; readonly level: number },
): Paragraph {
  const hanging = 480;
  return new Paragraph({
    indent: { left: hanging + 300 * level, hanging: sign === "" ? 0 : hanging },
    tabStops: [{ type: TabStopType.LEFT, position: hanging + 300 * level }],
    spacing: { after: 30 },
    children: [...(sign === "" ? [] : [new TextRun({ children: [sign, new Tab()] })]), ...runsOf(runs)],
  });
}

function chipsOf({ chips }: Chips): Paragraph {
  const runs = chips.flatMap(({ number, name, color, sign }) => [
    new TextRun({ text: ` ${number} `, bold: true, color: "FFFFFF", size: 17, shading: fillOf(color) }),
    new TextRun({ text: ` ${sign}${name}　`, size: 17 }),
  ]);
  return new Paragraph({ children: runs });
}
