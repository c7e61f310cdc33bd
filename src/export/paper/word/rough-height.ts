import type { IXmlableObject } from "docx";
import { headingSpaces, margins, pageSize, paragraphGap, textWidth } from "./look.ts";
import { allOf, attributeOf, attributesOf, itemsIn, textIn } from "./written-xml.ts";

/** Twentieths of a point, Word's own measure, in a point. */
const twips = 20;
/** English metric units, in which drawings are measured, in a point. */
const emus = 12_700;

/** What a page holds, in points, with a line to spare. */
export const pageHeight = (pageSize.height - margins.top - margins.bottom) / twips - 16;

/** How high a paragraph or table is at most, in points: every sign as wide as the widest, every style as airy as the airiest. */
export function roughHeight(block: IXmlableObject, width = textWidth / twips): number {
  const rows = allOf(block["w:tbl"], "w:tr");
  if (rows.length > 0) return rows.reduce((sum: number, row) => sum + rowHeight(row), 0);
  return "w:p" in block ? paragraphHeight(block, width) : 0;
}

const cellMargins = 10;

function rowHeight(row: unknown): number {
  const cells = allOf(row, "w:tc").map((cell) => {
    const width = Number(attributeOf(cell, "w:tcW", "w:w") ?? 0) / twips - cellMargins;
    const blocks = itemsIn({ cell }, "cell");
    return blocks.reduce((sum, block) => sum + roughHeight(block, Math.max(width, cellMargins)), 0);
  });
  return Math.max(0, ...cells) + cellMargins;
}

const bodySize = 10;
/** Lines are at most this much higher than their type. */
const lead = 1.27;
/** For the indent of an entry of the contents, its dots and its page number. */
const numberRoom = 110;
/** Left of a list or a panel. */
const indent = 20;

function paragraphHeight(paragraph: IXmlableObject, width: number): number {
  const size = Math.max(bodySize, ...attributesOf(paragraph, "w:sz", "w:val").map((half) => Number(half) / 2));
  const lines = Math.ceil((textIn(paragraph).length * size) / Math.max(size, width - indent)) || 1;
  const breaks = allOf(paragraph, "w:br").length;
  const drawings = attributesOf(paragraph, "wp:extent", "cy").map((height) => Number(height) / emus);
  const words = (lines + breaks) * size * lead;
  return Math.max(words, ...drawings) + spaceAround(paragraph);
}

/** Whether a paragraph surely is one line between the margins, with room for the number at its end. */
export function isOneLine(paragraph: IXmlableObject): boolean {
  const sizes = attributesOf(paragraph, "w:sz", "w:val").map((half) => Number(half) / 2);
  const size = Math.max(bodySize, ...sizes);
  return textIn(paragraph).length * size < textWidth / twips - numberRoom;
}

/** Said by the paragraph, or else by its style: headings down a page have less of it than those that begin one. */
function spaceAround(paragraph: IXmlableObject): number {
  const level = Number(/^Heading(\d)$/.exec(attributeOf(paragraph, "w:pStyle", "w:val") ?? "")?.[1] ?? 0);
  const styled = headingSpaces[level - 1] ?? { before: 0, after: paragraphGap };
  const said = (side: "before" | "after") => attributeOf(paragraph, "w:spacing", `w:${side}`);
  return (Number(said("before") ?? styled.before) + Number(said("after") ?? styled.after)) / twips + 1;
}
