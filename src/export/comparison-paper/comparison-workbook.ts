import type { Cell, Sheet, Workbook } from "../workbook/index.ts";
import { absenceWords, legend, omissionWords, otherNotesTitle, remarkWords, sideRuns } from "./comparison-paper.ts";
import {
  kindsOf,
  rowKindLabels,
  sideLabels,
  sidesInOrder,
  type ComparisonTable,
  type Line,
  type Side,
} from "./comparison-table.ts";
import { noteWords } from "./note.ts";

/** The comparison table as a workbook: the rows, and on a sheet of its own what was compared. */
export function comparisonWorkbook(table: ComparisonTable): Workbook {
  return { title: table.title, madeOn: table.madeOn, sheets: [rowSheet(table), comparedSheet(table)] };
}

function rowSheet(table: ComparisonTable): Sheet {
  const sides = sidesInOrder(table);
  const lines = table.places.flatMap(({ name, lines: own }) => own.map((line) => ({ name, line })));
  return {
    name: "新旧対照表",
    isRuled: true,
    columns: [
      { heading: "番号", width: 5, kind: "number" },
      { heading: "箇所", width: 18, kind: "text" },
      ...sides.map((side) => ({
        heading: `${sideLabels[side]}　${table[side].version}`,
        width: 46,
        kind: "text" as const,
      })),
      { heading: "備考", width: 30, kind: "text" },
      { heading: "種別", width: 10, kind: "text" },
    ],
    rows: lines.map(({ name, line }, index) => [index + 1, name, ...cellsOf(line, sides)]),
  };
}

function cellsOf(line: Line, sides: readonly Side[]): Cell[] {
  if ("omitted" in line) return [...sides.map(() => omissionWords), "", ""];
  const kinds = kindsOf(line.row).map((kind) => rowKindLabels[kind]);
  return [
    ...sides.map((side) => ({ runs: sideRuns(line.row[side], absenceWords[side]) })),
    remarkWords(line),
    kinds.join("・"),
  ];
}

function comparedSheet(table: ComparisonTable): Sheet {
  const documents = sidesInOrder(table).flatMap((side) => {
    const { plan, version, day, hash } = table[side];
    return [
      [sideLabels[side], `${plan}　${version}`],
      ["　日付", day],
      ["　内容のSHA-256", hash],
    ];
  });
  return {
    name: "比べたもの",
    columns: [
      { heading: "項目", width: 22, kind: "text" },
      { heading: "内容", width: 90, kind: "text" },
    ],
    rows: [
      ...documents,
      ...table.counts.map(({ kind, count }) => [rowKindLabels[kind], `${count}か所`]),
      ["見方", legend],
      ...table.otherNotes.map((note) => [otherNotesTitle, noteWords(note)]),
    ],
  };
}
