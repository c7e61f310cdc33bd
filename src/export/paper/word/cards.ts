import { BorderStyle, Paragraph, TableCell, TableRow, WidthType, type Table as WordTable } from "docx";
import { hueOf, type Hue } from "../hues.ts";
import type { Cards } from "../paper.ts";
import { fillOf, noLines, plain } from "./look.ts";
import { textRuns } from "./runs.ts";
import { gapAfter, widthsOf, wordTable } from "./tables.ts";

type Card = Cards["cards"][number];

/** Cards (付箋) as a table without lines but the coloured edge of each card, white between them. */
export function cardsOf({ cards, across, hue: number }: Cards): (Paragraph | WordTable)[] {
  const hue = hueOf(number);
  const widths = widthsOf(Array.from({ length: across }, () => 1));
  const rows = Array.from({ length: Math.ceil(cards.length / across) }, (_, row) =>
    rowOf(cards.slice(row * across, (row + 1) * across), widths, hue),
  );
  const between = { style: BorderStyle.SINGLE, size: 36, color: "FFFFFF" };
  return [wordTable(widths, rows, { ...noLines, insideVertical: between, insideHorizontal: between }), gapAfter()];
}

function rowOf(cards: readonly Card[], widths: readonly number[], hue: Hue): TableRow {
  const children = widths.map((width, index) => cellOf(cards[index], width, hue));
  return new TableRow({ cantSplit: true, children });
}

/** A place without a card stays white. */
function cellOf(card: Card | undefined, width: number, hue: Hue): TableCell {
  const size = { size: width, type: WidthType.DXA };
  if (!card) return new TableCell({ width: size, children: [new Paragraph({})] });
  return new TableCell({
    width: size,
    shading: fillOf(hue.pale),
    margins: { top: 90, bottom: 90, left: 140, right: 120 },
    borders: { left: { style: BorderStyle.SINGLE, size: 24, color: plain(hue.line) } },
    children: [
      ...line(card.title, { bold: true, color: plain(hue.strong), size: 19 }),
      ...line(card.text, { size: 19 }),
      ...line(card.foot, { size: 16, color: "5B5B5B" }),
    ],
  });
}

function line(text: string, look: Parameters<typeof textRuns>[1]): Paragraph[] {
  if (text === "") return [];
  return [new Paragraph({ spacing: { after: 30, line: 260 }, children: textRuns(text, look) })];
}
