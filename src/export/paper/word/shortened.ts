import type { IXmlableObject } from "docx";
import { isPlain, lookOf } from "./paragraph-look.ts";
import { cellWidth, isUnwrapped } from "./rough-height.ts";
import { attributeIn, itemsIn, itemsOf } from "./written-xml.ts";

/** Signs that stand for a line: they are of the line's own type, so that it is as high. */
const sign = { "w:t": ["字"] };

/**
 * A block in which every paragraph of surely known lines holds one sign for each, and of the cells of a row that surely are no higher
 * than another one is left: it takes the same room on the page and a fraction of the time to set.
 */
export function shortened(block: IXmlableObject): IXmlableObject {
  if ("w:sdt" in block) return within(block, "w:sdt", (part) => within(part, "w:sdtContent", linesShortened));
  if ("w:tbl" in block) return within(block, "w:tbl", rowThinned);
  return linesShortened(block);
}

/** An element with its children changed, where it is one of that name. */
function within(
  holder: IXmlableObject,
  name: string,
  change: (block: IXmlableObject) => IXmlableObject,
): IXmlableObject {
  return name in holder ? { ...holder, [name]: itemsIn(holder, name).map(change) } : holder;
}

function linesShortened(block: IXmlableObject): IXmlableObject {
  if (!("w:p" in block)) return block;
  const look = lookOf(block);
  return isPlain(look) && isUnwrapped(look) ? asSigns(block, look.breaks) : block;
}

function asSigns(paragraph: IXmlableObject, breaks: number): IXmlableObject {
  const items = itemsIn(paragraph, "w:p");
  const look = items.flatMap(runsIn).flatMap((run) => itemsIn(run, "w:r").filter((item) => "w:rPr" in item))[0];
  const more = Array.from({ length: breaks }, () => [{ "w:br": {} }, sign]).flat();
  return { "w:p": [...items.filter((item) => "w:pPr" in item), { "w:r": [...(look ? [look] : []), sign, ...more] }] };
}

/** A run, or those in a link. */
function runsIn(item: IXmlableObject): readonly IXmlableObject[] {
  return "w:hyperlink" in item
    ? itemsIn(item, "w:hyperlink").filter((run) => "w:r" in run)
    : "w:r" in item
      ? [item]
      : [];
}

/**
 * Of cells that are alike in all but their text, the one of the most lines is the highest and stands for all. The others leave their
 * room to the cell before them, so that every column keeps its edges.
 */
function rowThinned(row: IXmlableObject): IXmlableObject {
  if (!("w:tr" in row)) return row;
  const parts = itemsIn(row, "w:tr");
  const cells = parts.filter((part) => "w:tc" in part);
  const isMerged = cells.some((cell) => propertyOf(cell, "w:vMerge"));
  const left = isMerged ? cells.map((cell) => thinOf(cell).cell) : thinned(cells.map(thinOf));
  return { "w:tr": [...parts.filter((part) => !("w:tc" in part)), ...left] };
}

/** A cell with one sign for each of its lines. */
interface Thin {
  readonly cell: IXmlableObject;
  /** What it has in common with cells whose lines are as high; none where more than a paragraph is in it. */
  readonly kind: string | undefined;
  readonly lines: number;
  /** Its lines are known; otherwise it has so many at least. */
  readonly isSure: boolean;
}

function thinOf(cell: IXmlableObject): Thin {
  const items = itemsIn(cell, "w:tc");
  const [text, ...more] = items.filter((item) => !("w:tcPr" in item));
  if (!text || !("w:p" in text) || more.length > 0) return { cell, kind: undefined, lines: 0, isSure: false };
  const look = lookOf(text);
  const kind = look.isEven ? kindOf(cell, text, look.size) : undefined;
  const [lines, isSure] = [look.breaks + 1, isPlain(look) && isUnwrapped(look, cellWidth(cell))];
  if (!isSure) return { cell, kind, lines, isSure };
  const short = { "w:tc": [...items.filter((item) => item !== text), asSigns(text, look.breaks)] };
  return { cell: short, kind, lines, isSure };
}

function thinned(row: readonly Thin[]): IXmlableObject[] {
  const highest = highestOf(row);
  const left: Thin[] = [];
  for (const thin of row) {
    const last = left.at(-1);
    if (!thin.isSure || highest.get(thin.kind) === thin) left.push(thin);
    else if (last?.isSure) left.splice(-1, 1, { ...last, cell: widened(last.cell, thin.cell) });
    else left.push({ ...thin, cell: emptied(thin.cell) });
  }
  return left.map(({ cell }) => cell);
}

/** The cell of the most lines of every kind; of equal ones, one that may have still more. */
function highestOf(row: readonly Thin[]): Map<string | undefined, Thin> {
  const highest = new Map<string | undefined, Thin>();
  for (const thin of row) {
    const most = highest.get(thin.kind);
    if (!most || thin.lines > most.lines || (thin.lines === most.lines && !thin.isSure)) highest.set(thin.kind, thin);
  }
  return highest;
}

/** A cell of no height to speak of. */
function emptied(cell: IXmlableObject): IXmlableObject {
  const properties = ["w:tcW", "w:gridSpan"].flatMap((name) => propertyOf(cell, name) ?? []);
  const flat = { "w:spacing": { _attr: { "w:after": 0, "w:line": 20, "w:lineRule": "exact" } } };
  return { "w:tc": [{ "w:tcPr": properties }, { "w:p": [{ "w:pPr": [flat] }] }] };
}

/** A cell that reaches over the room of the next. */
function widened(cell: IXmlableObject, next: IXmlableObject): IXmlableObject {
  const both = [cell, next];
  const width = both.reduce((sum, each) => sum + numberOf(each, "w:tcW", "w:w", 0), 0);
  const span = both.reduce((sum, each) => sum + numberOf(each, "w:gridSpan", "w:val", 1), 0);
  const room = [
    { "w:tcW": { _attr: { "w:type": "dxa", "w:w": width } } },
    { "w:gridSpan": { _attr: { "w:val": span } } },
  ];
  return within(cell, "w:tc", (item) =>
    "w:tcPr" in item
      ? { "w:tcPr": [...itemsOf(item["w:tcPr"]).filter((each) => !("w:tcW" in each || "w:gridSpan" in each)), ...room] }
      : item,
  );
}

/** An attribute of a cell's property, or what is meant where it says nothing. */
function numberOf(cell: IXmlableObject, property: string, attribute: string, unsaid: number): number {
  return Number(attributeIn(propertyOf(cell, property)?.[property], attribute) ?? unsaid);
}

function propertyOf(cell: IXmlableObject, name: string): IXmlableObject | undefined {
  const properties = itemsIn(cell, "w:tc").find((item) => "w:tcPr" in item);
  return itemsOf(properties?.["w:tcPr"]).find((item) => name in item);
}

/** What decides how high a cell is besides its lines. */
function kindOf(cell: IXmlableObject, text: IXmlableObject, size: number): string {
  const properties = itemsIn(text, "w:p").find((item) => "w:pPr" in item);
  const spacing = itemsOf(properties?.["w:pPr"]).find((item) => "w:spacing" in item);
  return JSON.stringify([size, spacing, propertyOf(cell, "w:tcMar")]);
}
