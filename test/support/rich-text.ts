import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  string as anyString,
  tuple,
  uuid,
  type Arbitrary,
} from "fast-check";
import type { RichBlock, RichCell, RichInline, RichItem, RichMark, RichTable, RichText } from "#kernel/rich-text.ts";

/** Words full of what could be taken for notation. */
const awkward = constantFrom(
  ...'・|｜《》*[](){}^<>=!#\\　 \n第1表図：:.．-“"＝~',
  "**",
  "{{",
  "}}",
  "[^",
  "![",
  "](",
  "## ",
  "第1 ",
  "1. ",
  "- ",
  "・・",
  "表：",
  "漢字",
  "計画",
  "あ",
  "ア",
  "\\\\",
  "| ",
  " |",
  "|=",
  "○○市",
);
export const anyWords = oneof(
  { weight: 3, arbitrary: array(awkward, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: constantFrom("避難所を整えます。", "人口は減っています", "令和8年度", "△3.2%") },
  { weight: 1, arbitrary: anyString({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
);

const anyLine = anyWords.map((words) => words.replaceAll(/[\r\n]+/g, " ")).filter((words) => words.trim() !== "");

const anyMark: Arbitrary<RichMark> = oneof(
  constant({ type: "bold" } as const),
  constantFrom(
    "https://city.example/a(b)?q=1",
    "/plan/1-1",
    "mailto:kikaku@city.example",
    "https://city.example/]) x",
  ).map((href) => ({ type: "link", attrs: { href } }) as const),
  anyLine.map((reading) => ({ type: "ruby", attrs: { reading } }) as const),
);

const anyInline: Arbitrary<RichInline> = oneof(
  {
    weight: 6,
    arbitrary: record(
      { type: constant("text" as const), text: anyWords, marks: array(anyMark, { maxLength: 3 }) },
      { requiredKeys: ["type", "text"] },
    ),
  },
  { weight: 1, arbitrary: constant({ type: "hardBreak" } as const) },
  { weight: 1, arbitrary: anyLine.map((text) => ({ type: "footnote", attrs: { text } }) as const) },
  {
    weight: 1,
    arbitrary: tuple(constantFrom("indicator:018f:target:2030", "count:measures", "statistic:人口:2025"), anyLine).map(
      ([source, shown]) => ({ type: "reference", attrs: { source, shown } }) as const,
    ),
  },
);

const anyInlines = array(anyInline, { maxLength: 5 });
const anyParagraph: Arbitrary<RichBlock> = record(
  { type: constant("paragraph" as const), content: anyInlines },
  { requiredKeys: ["type"] },
);

function listOf(blocks: Arbitrary<readonly RichBlock[]>): Arbitrary<RichBlock> {
  const item: Arbitrary<RichItem> = record({ type: constant("listItem" as const), content: blocks });
  const content = array(item, { maxLength: 3 });
  const article = constant({ sign: "article" } as const);
  return oneof(
    record({ type: constant("bulletList" as const), content }),
    record({ type: constant("orderedList" as const), attrs: article, content }, { requiredKeys: ["type", "content"] }),
  );
}

const cellBlocks = array(
  oneof(
    { weight: 3, arbitrary: anyParagraph },
    { weight: 1, arbitrary: listOf(array(anyParagraph, { maxLength: 2 })) },
  ),
  { maxLength: 2 },
);

/** A cell before it is known how far it reaches. */
interface Piece {
  readonly isHead: boolean;
  readonly wide: number;
  readonly high: number;
  readonly content: readonly RichBlock[];
}

const anyPiece: Arbitrary<Piece> = record({
  isHead: boolean(),
  wide: integer({ min: 1, max: 3 }),
  high: integer({ min: 1, max: 3 }),
  content: cellBlocks,
});

/** A table whose cells reach as far as they would and as there is room. */
const anyTable: Arbitrary<RichTable> = tuple(integer({ min: 1, max: 4 }), integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    record({
      rows: constant(rows),
      columns: constant(columns),
      caption: oneof(constant(""), anyLine),
      pieces: array(anyPiece, { minLength: rows * columns, maxLength: rows * columns }),
    }),
  )
  .map(({ rows, columns, caption, pieces }) => ({
    type: "table",
    attrs: { caption },
    content: laidOut(rows, columns, pieces).map((content) => ({ type: "tableRow", content })),
  }));

function laidOut(rows: number, columns: number, pieces: readonly Piece[]): RichCell[][] {
  const free = Array.from({ length: rows }, () => Array.from({ length: columns }, () => true));
  return free.map((places, row) =>
    places.flatMap((_, column): RichCell[] => {
      const piece = pieces[row * columns + column];
      if (!places[column] || !piece) return [];
      const run = places.slice(column).findIndex((isFree) => !isFree);
      const colspan = Math.min(piece.wide, run === -1 ? columns - column : run);
      const isOpen = (at: number) => free[at]?.slice(column, column + colspan).every(Boolean);
      let rowspan = 1;
      while (rowspan < piece.high && isOpen(row + rowspan)) rowspan += 1;
      for (const line of free.slice(row, row + rowspan)) line.fill(false, column, column + colspan);
      const attrs = colspan + rowspan > 2 ? { attrs: { colspan, rowspan } } : {};
      return [{ type: piece.isHead ? "tableHeader" : "tableCell", ...attrs, content: piece.content }];
    }),
  );
}

const anyFigure: Arbitrary<RichBlock> = record({
  file: uuid({ version: 7 }),
  alternative: oneof(constant(""), anyLine),
  caption: oneof(constant(""), anyLine),
}).map((attrs) => ({ type: "figure", attrs }));

const anyHeading: Arbitrary<RichBlock> = record(
  {
    type: constant("heading" as const),
    attrs: record({ level: constantFrom(3 as const, 4 as const) }),
    content: anyInlines,
  },
  { requiredKeys: ["type", "attrs"] },
);

const leaf = oneof(
  { weight: 5, arbitrary: anyParagraph },
  { weight: 1, arbitrary: anyHeading },
  { weight: 1, arbitrary: anyTable },
  { weight: 1, arbitrary: anyFigure },
);

function blocksTo(depth: number): Arbitrary<readonly RichBlock[]> {
  if (depth === 0) return array(leaf, { maxLength: 4 });
  return array(oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: listOf(blocksTo(depth - 1)) }), {
    maxLength: 4,
  });
}

/** Any rich text that the schema takes, with lists three deep. */
export const anyRichText: Arbitrary<RichText> = blocksTo(3).map((content) => ({ type: "doc", content }));
