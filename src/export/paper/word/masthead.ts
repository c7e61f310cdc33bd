import { AlignmentType, Paragraph, TableCell, TableRow, VerticalAlign, WidthType, type Table as WordTable } from "docx";
import { hueOf } from "../hues.ts";
import type { Masthead } from "../paper.ts";
import { fillOf, noLines, plain } from "./look.ts";
import { textRuns } from "./runs.ts";
import { gapAfter, widthsOf, wordTable } from "./tables.ts";

type Look = Parameters<typeof textRuns>[1];

/** A newsletter's head: its name on the city's colour, number and day of the issue beside it. */
export function mastheadOf({ kicker, name, issue, lines }: Masthead): (Paragraph | WordTable)[] {
  const house = hueOf(0);
  const white = { bold: true, color: "FFFFFF" };
  const [wide = 0, narrow = 0] = widthsOf([3, 1]);
  const left = [line(kicker, { ...white, size: 21 }, 300), line(name, { ...white, size: 48 }, 680)];
  const right = [
    line(issue, { ...white, size: 30 }, 440),
    ...lines.map((words) => line(words, { ...white, size: 16 }, 260)),
  ];
  const row = new TableRow({
    cantSplit: true,
    children: [cell(left, wide, plain(house.strong)), cell(right, narrow, plain(house.strong))],
  });
  return [wordTable([wide, narrow], [row], noLines), gapAfter()];
}

function cell(children: readonly Paragraph[], width: number, fill: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: fillOf(fill),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 160, bottom: 160, left: 220, right: 160 },
    children: [...children],
  });
}

function line(text: string, look: Look, height: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.START,
    spacing: { before: 0, after: 30, line: height },
    children: textRuns(text, look),
  });
}
