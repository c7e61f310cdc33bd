import type { IXmlableObject } from "docx";
import { headingSpaces, margins, pageSize, paragraphGap, textWidth } from "./look.ts";
import { lookOf, type ParagraphLook } from "./paragraph-look.ts";
import { attributeIn, itemsIn, itemsOf } from "./written-xml.ts";

/** Twentieths of a point, Word's own measure, in a point. */
const twips = 20;

/** What a page holds, in points, with a line to spare. */
export const pageHeight = (pageSize.height - margins.top - margins.bottom) / twips - 16;

/** How high a paragraph or table is at most, in points: every sign as wide as the widest, every style as airy as the airiest. */
export function roughHeight(block: IXmlableObject, width = textWidth / twips): number {
  if ("w:tbl" in block) return itemsIn(block, "w:tbl").reduce((sum, row) => sum + rowHeight(row), 0);
  return "w:p" in block ? paragraphHeight(lookOf(block), width) : 0;
}

/** Above and below the text of a cell. */
const cellMargins = 10;
/** For lines and rounding. */
const toSpare = 1;

function rowHeight(row: IXmlableObject): number {
  if (!("w:tr" in row)) return 0;
  const cells = itemsIn(row, "w:tr")
    .filter((cell) => "w:tc" in cell)
    .map((cell) => {
      const width = cellWidth(cell);
      return itemsIn(cell, "w:tc").reduce((sum, block) => sum + roughHeight(block, width), 0);
    });
  return Math.max(0, ...cells) + cellMargins;
}

/** Room for text in a cell, in points, with a little to spare. */
export function cellWidth(cell: IXmlableObject): number {
  const properties = itemsOf(itemsIn(cell, "w:tc").find((item) => "w:tcPr" in item)?.["w:tcPr"]);
  const sides = itemsOf(properties.find((item) => "w:tcMar" in item)?.["w:tcMar"]);
  return widthOf(properties, "w:tcW") - widthOf(sides, "w:left") - widthOf(sides, "w:right") - toSpare;
}

/** Said by the element of a name among others, in points. */
function widthOf(items: readonly IXmlableObject[], name: string): number {
  return Number(attributeIn(items.find((item) => name in item)?.[name], "w:w") ?? 0) / twips;
}

/** Lines are at most this much higher than their type, and as high as a line of the body at least. */
const lead = 1.27;
const lowestLine = 10 * lead;
/** Left of a list or a panel. */
const indent = 20;

function paragraphHeight(look: ParagraphLook, width: number): number {
  const lines = Math.ceil((look.ems * look.size) / Math.max(look.size, width - indent)) || 1;
  const words = (lines + look.breaks) * Math.max(lowestLine, look.size * lead);
  return Math.max(words, look.drawing) + spaceAround(look);
}

/** For the indent of an entry of the contents, its dots and its page number. */
const numberRoom = 110;

/** Whether a paragraph surely has no lines but those that its breaks make, in so much room; between the margins, with the number at its end. */
export function isUnwrapped({ widest, size }: ParagraphLook, width = textWidth / twips - numberRoom): boolean {
  return widest * size < width;
}

/** Said by the paragraph, or else by its style: headings down a page have less of it than those that begin one. */
function spaceAround({ level, before, after }: ParagraphLook): number {
  const styled = headingSpaces[level - 1] ?? { before: 0, after: paragraphGap };
  return ((before ?? styled.before) + (after ?? styled.after)) / twips + 1;
}
