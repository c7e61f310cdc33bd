import type { ChangeKind, ComparisonRow } from "#analysis/comparison/comparison.ts";
import { withOmissions, type Omission } from "#analysis/comparison/omission.ts";
import { notesOfRows, type Note, type PlacedNote } from "./note.ts";

/** Comparison table (新旧対照表): what became of a document, as screens show it and papers print it. A plain value. */
export interface ComparisonTable extends ComparisonHead {
  /** How many rows of each kind there are, also of those that a filter leaves out. */
  readonly counts: readonly KindCount[];
  readonly places: readonly ComparedPlace[];
  /** What was said of the whole, or of a text that did not change. */
  readonly otherNotes: readonly Note[];
}

export interface KindCount {
  readonly kind: RowKind;
  readonly count: number;
}

export interface ComparisonHead {
  readonly title: string;
  readonly city: string;
  /** Stamps: 「見本」「未確定」. */
  readonly marks: readonly string[];
  /** The day (YYYY-MM-DD) noted in files. */
  readonly madeOn: string;
  readonly orientation: Orientation;
  readonly old: ComparedDocument;
  readonly fresh: ComparedDocument;
}

/** Which side the new text stands on (左新右旧 or the reverse): a habit of each city. */
export type Orientation = "newLeft" | "newRight";

/** What is compared: a version of a plan (版). */
export interface ComparedDocument {
  readonly plan: string;
  /** 「素案（第2版）」. */
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Its SHA-256 over the canonical text. */
  readonly hash: string;
}

/** Rows that stand at one place of the document: 「第2章 施策1-1」. */
export interface ComparedPlace {
  readonly name: string;
  /** The key of the section or part that its first row stands in; "" for what was left out before any. */
  readonly section: string;
  readonly lines: readonly Line[];
}

export type Line = Omission | ComparedLine;

export interface ComparedLine {
  readonly row: ComparisonRow;
  /** Where it stood before, if it was moved from another place; otherwise "". */
  readonly movedFrom: string;
  /** Its section's key, and which row of that section it is among all rows: the same whatever is filtered. */
  readonly section: string;
  readonly ordinal: number;
  readonly notes: readonly Note[];
}

/** What became of a row, as people count it. */
export const rowKinds = [
  "changed",
  "added",
  "deleted",
  "moved",
  "split",
  "merged",
  "renumbered",
  "notation",
] as const satisfies readonly (Exclude<ChangeKind, "same"> | "moved")[];
export type RowKind = (typeof rowKinds)[number];

export const rowKindLabels: Readonly<Record<RowKind, string>> = {
  changed: "変更",
  added: "追加",
  deleted: "削除",
  moved: "移動",
  split: "分割",
  merged: "統合",
  renumbered: "番号の変更",
  notation: "表記のみ",
};

export function isRowKind(word: string): word is RowKind {
  return rowKinds.some((kind) => kind === word);
}

/** A row that was moved and changed is both. */
export function kindsOf({ change, isMoved }: ComparisonRow): RowKind[] {
  return [...(isMoved ? (["moved"] as const) : []), ...(change === "same" ? [] : [change])];
}

/** What a comparison table is made from: the rows that `compareDocuments` found, and what is known of them. */
export interface Compared {
  readonly rows: readonly ComparisonRow[];
  /** Where a section stands in a document, in words. */
  readonly placeOf: (section: string, side: Side) => string;
  readonly notes: readonly PlacedNote[];
}

export type Side = "old" | "fresh";

/** How much of the rows is shown: what changed, everything, or one kind alone. */
export type Extent = "changes" | "everything" | RowKind;

/** The table of what became of a document, with as much of it as is asked for. */
export function comparisonTable(
  head: ComparisonHead,
  { rows, placeOf, notes }: Compared,
  extent: Extent = "changes",
): ComparisonTable {
  const { ofRow, left } = notesOfRows(rows, notes);
  const ordinals = ordinalsOf(rows);
  const places: { readonly name: string; readonly section: string; readonly lines: Line[] }[] = [];
  for (const line of shownRows(rows, extent)) {
    const name = "omitted" in line ? (places.at(-1)?.name ?? "") : standing(line, placeOf);
    const place = places.at(-1)?.name === name ? places.at(-1) : undefined;
    const section = "omitted" in line ? "" : sectionOf(line);
    const own = place ?? { name, section, lines: [] };
    if (!place) places.push(own);
    if ("omitted" in line) own.lines.push(line);
    else if (!isToldByPlace(line, name))
      own.lines.push({
        row: line,
        movedFrom: movedFrom(line, name, placeOf),
        section,
        ordinal: ordinals.get(line) ?? 0,
        notes: ofRow.get(line) ?? [],
      });
  }
  return { ...head, counts: countsOf(rows), places: places.filter(({ lines }) => lines.length > 0), otherNotes: left };
}

function shownRows(rows: readonly ComparisonRow[], extent: Extent): readonly (ComparisonRow | Omission)[] {
  if (extent === "everything") return rows;
  if (extent !== "changes") return rows.filter((row) => kindsOf(row).includes(extent));
  const shown = withOmissions(rows);
  return shown.length === 1 && "omitted" in (shown[0] ?? {}) ? [] : shown; // nothing but （略）
}

/** A section that was given another name is one place still: that of the new document. */
function standing(row: ComparisonRow, placeOf: Compared["placeOf"]): string {
  const section = sectionOf(row);
  return placeOf(section, "fresh") || placeOf(section, "old");
}

function sectionOf({ old, fresh }: ComparisonRow): string {
  return (fresh[0] ?? old[0])?.block.section ?? "";
}

/** Counts the rows of each section from 1. */
function ordinalsOf(rows: readonly ComparisonRow[]): ReadonlyMap<ComparisonRow, number> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const count = (counts.get(sectionOf(row)) ?? 0) + 1;
      counts.set(sectionOf(row), count);
      return [row, count];
    }),
  );
}

/** A heading that stands as it stood says nothing that its place does not say. */
function isToldByPlace({ change, isMoved, fresh: [own] }: ComparisonRow, place: string): boolean {
  if (change !== "same" || isMoved || own?.block.kind !== "heading") return false;
  return place.endsWith(own.block.cells.join(""));
}

function movedFrom({ isMoved, old: [own] }: ComparisonRow, place: string, placeOf: Compared["placeOf"]): string {
  if (!isMoved || !own) return "";
  const before = placeOf(own.block.section, "old");
  return before === place ? "" : before;
}

function countsOf(rows: readonly ComparisonRow[]): KindCount[] {
  const kinds = rows.flatMap(kindsOf);
  return rowKinds
    .map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0);
}

/** The two documents in the order of the table's columns. */
export function sidesInOrder({ orientation }: Pick<ComparisonHead, "orientation">): readonly [Side, Side] {
  return orientation === "newLeft" ? ["fresh", "old"] : ["old", "fresh"];
}

export const sideLabels = { fresh: "改正後（新）", old: "改正前（旧）" } as const;
