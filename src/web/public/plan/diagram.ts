import { allOf, type Branch } from "./branches.ts";

/** A box of the diagram with the lines of text that fit into it. */
export interface Box {
  readonly branch: Branch;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly columns: readonly { readonly name: string; readonly x: number; readonly width: number }[];
}

/** Fits the width of an A3 sheet, in units of which the text takes 14. */
const pageWidth = 1200;
const visionWidth = 72;
const gapX = 26;
const gapY = 6;
const goalGap = 10;
const top = 40;
const lineHeight = 18;
const textSize = 14;
const padding = 7;
const mostLeaves = 150;

/** How many levels fit on one sheet: all, unless the lowest has more branches than anyone could read in one picture. */
export function depthShown(roots: readonly Branch[]): number {
  const depths = Math.max(0, ...allOf(roots).map(({ node }) => node.depth));
  for (let depth = depths; depth > 1; depth--) {
    if (allOf(roots).filter(({ node }) => node.depth === depth).length <= mostLeaves) return depth;
  }
  return 1;
}

/** Places the tree: leaves one below the other, every branch in the middle of its children, one column a level. */
export function diagramOf(roots: readonly Branch[]): Diagram {
  const depth = depthShown(roots);
  const widths = columnWidths(depth);
  const xOf = (level: number) =>
    visionWidth + gapX + widths.slice(0, level - 1).reduce((sum, width) => sum + width + gapX, 0);
  const boxes: Box[] = [];
  let y = top;
  const place = (branch: Branch): Box => {
    const level = branch.node.depth;
    const width = widths[level - 1] ?? 0;
    const lines = wrapped(`${branch.node.code} ${branch.node.title}`.trim(), (width - padding * 2) / textSize);
    const height = lines.length * lineHeight + padding * 2 - 4;
    const from = y;
    const children = level < depth ? branch.children.map(place) : [];
    const [first, last] = [children[0], children.at(-1)];
    const middle = first && last ? (first.y + last.y + last.height) / 2 : from + height / 2;
    const box = { branch, x: xOf(level), y: Math.max(from, middle - height / 2), width, height, lines };
    y = Math.max(y, box.y + height + gapY);
    boxes.push(box);
    return box;
  };
  for (const root of roots) {
    place(root);
    y += goalGap;
  }
  const names = [...new Map(allOf(roots).map(({ node, levelName }) => [node.depth, levelName]))].filter(
    ([level]) => level <= depth,
  );
  const columns = names
    .sort(([a], [b]) => a - b)
    .map(([level, name]) => ({ name, x: xOf(level), width: widths[level - 1] ?? 0 }));
  return { width: pageWidth, height: Math.ceil(y), boxes, columns };
}

/** The room beside the vision, shared out: each level a little wider than the one above it. */
function columnWidths(depth: number): readonly number[] {
  const room = pageWidth - visionWidth - gapX * depth;
  const shares = Array.from({ length: depth }, (_, index) => 4 + index);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((room * share) / whole));
}

/**
 * Breaks a text into lines of at most so many full-width characters. Two lines are made of about the same length, parted
 * after 「、」 where both halves allow it.
 */
export function wrapped(text: string, room: number): string[] {
  if (widthOf(text) <= room) return [text];
  const comma = text.indexOf("、") + 1;
  if (comma > 0 && widthOf(text.slice(0, comma)) <= room && widthOf(text.slice(comma)) <= room)
    return [text.slice(0, comma), text.slice(comma)];
  const lines = Math.ceil(widthOf(text) / room);
  return filled(text, Math.min(room, widthOf(text) / lines + 1));
}

function filled(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const sign of text) {
    if (widthOf(line + sign) > room && !/[、。）」]/.test(sign)) {
      lines.push(line);
      line = "";
    }
    line += sign;
  }
  return line === "" ? lines : [...lines, line];
}

/** In full-width characters; half-width ones take a little over half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.58 : 1), 0);
}
