import type { RowSide } from "#analysis/comparison/comparison.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Block, Paper, Run } from "../paper/paper.ts";
import { noteWords, type Note } from "./note.ts";
import {
  kindsOf,
  rowKindLabels,
  sideLabels,
  sidesInOrder,
  type ComparedDocument,
  type ComparedLine,
  type ComparisonTable,
  type KindCount,
  type Line,
  type RowKind,
  type Side,
} from "./comparison-table.ts";

/** The comparison table as offices hand it out: A4 on its long side, new, old and remarks, changed words underlined on both sides. */
export function comparisonPaper(table: ComparisonTable): Paper {
  const { title, city, marks, madeOn } = table;
  const blocks: Block[] = [
    ...sidesInOrder(table).map((side) => paragraph(sideLabels[side], documentWords(table[side]))),
    paragraph("変わったところ", countWords(table.counts)),
    { kind: "text", tone: "note", runs: [{ text: legend }] },
    ...rulings(table),
    ...otherNotes(table.otherNotes),
  ];
  return {
    title,
    city,
    version: warekiDate(madeOn),
    madeOn,
    marks,
    cover: null,
    contentsDepth: 1,
    isLandscape: true,
    parts: [{ title, blocks }],
  };
}

/** What the signs of the table mean. */
export const legend =
  "下線は、変わったところです。「（略）」は、変わっていないため省いたところです。「（新設）」は新しく加えたもの、「（削除）」はなくしたものです。";

export const sameTexts = "二つの文書に、違うところはありません。";

function paragraph(name: string, words: string): Block {
  return { kind: "text", tone: "body", runs: [{ text: `${name}　`, isBold: true }, { text: words }] };
}

/** Version, day and plan, and below them the hash that anyone can compute again. */
function documentWords({ plan, version, day, hash }: ComparedDocument): string {
  return `${plan}　${version}（${warekiDate(day)}）\n内容のSHA-256　${hash}`;
}

/** 「変更12・追加3」 */
export function countWords(counts: readonly KindCount[]): string {
  return counts.length === 0
    ? "ありません"
    : counts.map(({ kind, count }) => `${rowKindLabels[kind]}${count}`).join("・");
}

function rulings(table: ComparisonTable): Block[] {
  if (table.places.length === 0) return [{ kind: "text", tone: "body", runs: [{ text: sameTexts }] }];
  const sides = sidesInOrder(table);
  return [
    {
      kind: "ruledTable",
      columns: [
        ...sides.map((side) => ({ heading: `${sideLabels[side]}　${table[side].version}`, share: 38 })),
        { heading: "備考", share: 24 },
      ],
      groups: table.places.map(({ name, lines }) => ({
        title: name,
        rows: lines.map((line) => rowOf(line, sides)),
      })),
    },
  ];
}

function rowOf(line: Line, sides: readonly Side[]): (readonly Run[])[] {
  if ("omitted" in line) return [...sides.map(() => [{ text: omissionWords }]), []];
  const cells = sides.map((side) => sideRuns(line.row[side], absenceWords[side]));
  return [...cells, [{ text: remarkWords(line) }]];
}

export const omissionWords = "（略）";
/** What stands where a side has no text. */
export const absenceWords: Readonly<Record<Side, string>> = { fresh: "（削除）", old: "（新設）" };

/** The text of one side: its number, then its words with what changed underlined; parts and cells apart. */
export function sideRuns(sides: readonly RowSide[], absence: string): readonly Run[] {
  if (sides.length === 0) return [{ text: absence }];
  return sides.flatMap((side, index) => [...(index > 0 ? [{ text: "\n" }] : []), ...blockRuns(side)]);
}

function blockRuns({ block, cells }: RowSide): Run[] {
  const number = block.number === "" ? [] : [{ text: numberWords(block.number) }];
  const words = cells.flatMap((cell, index) => [
    ...(index > 0 ? [{ text: cellBorder }] : []),
    ...cell.map(({ kind, text }) => ({ text, ...(kind !== "same" && { isUnderlined: true }) })),
  ]);
  const runs = [...number, ...words];
  return block.kind === "heading" ? runs.map((run) => ({ ...run, isBold: true })) : runs;
}

/** The sign of an item beside its words: a dot stands close to them. */
export function numberWords(number: string): string {
  return number === "・" || number === "" ? number : `${number}　`;
}

/** Between the cells of a table's row. */
export const cellBorder = " ｜ ";

/** Kinds that a reader sees from the row itself need no word. */
const plainKinds: readonly RowKind[] = ["changed", "added", "deleted"];

/** The third column in words: what became of the row, and why. */
export function remarkWords({ row, movedFrom, notes }: ComparedLine): string {
  const kinds = kindsOf(row).filter((kind) => !plainKinds.includes(kind));
  const words = kinds.map((kind) =>
    kind === "moved" && movedFrom !== "" ? `移動（${movedFrom}から）` : rowKindLabels[kind],
  );
  return [...words, ...notes.map(noteWords)].join("\n");
}

function otherNotes(notes: readonly Note[]): Block[] {
  if (notes.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: otherNotesTitle },
    { kind: "list", isOrdered: false, items: notes.map((note) => [noteBlock(note)]) },
  ];
}

export const otherNotesTitle = "全体についての意見など";

function noteBlock(note: Note): Block {
  return { kind: "text", tone: "body", runs: [{ text: noteWords(note) }] };
}
