import type { TextPiece } from "../text-difference.ts";
import { alignSections, type Pair } from "./alignment.ts";
import { readBlock, withoutNotation, type Block, type Read } from "./block.ts";
import { cut, sidesOf, type Marked } from "./difference.ts";
import { findMoves } from "./moves.ts";
import { findParts, type Group } from "./parting.ts";

/**
 * What became of a block: the same · other words · only another way to write them (表記) · only another number (番号) · added · deleted
 * · split into several · merged from several.
 */
export type ChangeKind = "same" | "changed" | "notation" | "renumbered" | "added" | "deleted" | "split" | "merged";

/** A block on one side of a row, its cells with what of their words changed. */
export interface RowSide {
  readonly block: Block;
  readonly cells: readonly Marked[];
}

/** A row of the comparison table (新旧対照表). */
export interface ComparisonRow {
  readonly change: ChangeKind;
  /** It also stands elsewhere than before (移動). */
  readonly isMoved: boolean;
  readonly old: readonly RowSide[];
  readonly fresh: readonly RowSide[];
}

/**
 * Compares two documents block by block and their changed blocks word by word (新旧対照表). Sections are paired by their key, blocks in
 * them by their order and likeness; what went in one place and came in another is moved; neighbours that are parts of one are split or
 * merged. Rows come in the order of the new document; what was deleted stands behind what stood before it.
 */
export function compareDocuments(old: readonly Block[], fresh: readonly Block[]): ComparisonRow[] {
  const before = old.map(readBlock);
  const after = fresh.map(readBlock);
  const { pairs, moved } = alignSections(before, after);
  const groups = findParts(pairs, without(before, pairs, "old"), without(after, pairs, "fresh"));
  const settled = {
    old: new Set(groups.flatMap((group) => group.old)),
    fresh: new Set(groups.flatMap((group) => group.fresh)),
  };
  const moves = findMoves(
    before.filter((read) => !settled.old.has(read)),
    after.filter((read) => !settled.fresh.has(read)),
  );
  const carried = new Set([...moved].map((pair) => pair.fresh));
  const rows = [
    ...groups.map((group) =>
      placed(
        group,
        group.fresh.some((read) => carried.has(read)),
      ),
    ),
    ...moves.map((pair) => placed(asGroup(pair), true)),
  ];
  return inOrder(before, after, rows);
}

function without(all: readonly Read[], pairs: readonly Pair[], side: "old" | "fresh"): Read[] {
  const paired = new Set(pairs.map((pair) => pair[side]));
  return all.filter((read) => !paired.has(read));
}

function asGroup({ old, fresh }: Pair): Group {
  return { old: [old], fresh: [fresh] };
}

interface Placed extends Group {
  readonly row: ComparisonRow;
}

function placed(group: Group, isMoved: boolean): Placed {
  return { ...group, row: rowOf(group, isMoved) };
}

function rowOf({ old, fresh }: Group, isMoved: boolean): ComparisonRow {
  if (fresh.length > 1 || old.length > 1)
    return { change: fresh.length > 1 ? "split" : "merged", isMoved, ...parted(old, fresh) };
  const [one, other] = [old[0]?.block, fresh[0]?.block];
  if (!one || !other) throw new Error("a group has a block on either side");
  const sides = one.cells.map((cell, at) => sidesOf(cell, other.cells[at] ?? ""));
  const more = other.cells.slice(one.cells.length).map((cell) => whole(cell, "added"));
  return {
    change: changeOf(one, other),
    isMoved,
    old: [{ block: one, cells: sides.map((side) => side.old) }],
    fresh: [{ block: other, cells: [...sides.slice(0, other.cells.length).map((side) => side.fresh), ...more] }],
  };
}

function changeOf(one: Block, other: Block): ChangeKind {
  const isEqual = one.cells.length === other.cells.length && one.cells.every((cell, at) => cell === other.cells[at]);
  if (isEqual) return one.number === other.number ? "same" : "renumbered";
  return withoutNotation(one.cells.join("\t")) === withoutNotation(other.cells.join("\t")) ? "notation" : "changed";
}

/** The sides of what was split or merged: its parts are read as one text, and cut again where they part. */
function parted(old: readonly Read[], fresh: readonly Read[]): Pick<ComparisonRow, "old" | "fresh"> {
  const sides = sidesOf(wholeText(old), wholeText(fresh));
  return { old: sidesOfParts(old, sides.old), fresh: sidesOfParts(fresh, sides.fresh) };
}

function wholeText(reads: readonly Read[]): string {
  return reads.map(({ words }) => words).join("");
}

function sidesOfParts(reads: readonly Read[], marked: Marked): RowSide[] {
  const parts = cut(
    marked,
    reads.map(({ words }) => words.length),
  );
  return reads.map(({ block }, at) => ({ block, cells: [parts[at] ?? []] }));
}

function whole(text: string, kind: TextPiece["kind"]): Marked {
  return text === "" ? [] : [{ kind, text }];
}

/** All rows in the order of the new document; a deleted block stands behind the row of the block that stood before it. */
function inOrder(before: readonly Read[], after: readonly Read[], rows: readonly Placed[]): ComparisonRow[] {
  const ofOld = new Map(rows.flatMap((each) => each.old.map((read) => [read, each] as const)));
  const ofFresh = new Map(rows.flatMap((each) => each.fresh.map((read) => [read, each] as const)));
  const behind = deletedBehind(before, ofOld);
  const result = [...(behind.get(undefined) ?? [])];
  for (const read of after) {
    const own = ofFresh.get(read);
    if (own && own.fresh[0] !== read) continue; // told with the first of its parts
    result.push(own?.row ?? { change: "added", isMoved: false, old: [], fresh: [oneSide(read, "added")] });
    if (own) result.push(...(behind.get(own) ?? []));
  }
  return result;
}

function deletedBehind(
  before: readonly Read[],
  ofOld: ReadonlyMap<Read, Placed>,
): Map<Placed | undefined, ComparisonRow[]> {
  const behind = new Map<Placed | undefined, ComparisonRow[]>();
  let last: Placed | undefined;
  for (const read of before) {
    const own = ofOld.get(read);
    if (own) {
      if (!own.row.isMoved) last = own;
      continue;
    }
    const row: ComparisonRow = { change: "deleted", isMoved: false, old: [oneSide(read, "removed")], fresh: [] };
    behind.set(last, [...(behind.get(last) ?? []), row]);
  }
  return behind;
}

function oneSide({ block }: Read, kind: TextPiece["kind"]): RowSide {
  return { block, cells: block.cells.map((cell) => whole(cell, kind)) };
}
