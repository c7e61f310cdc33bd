import type { Actor } from "#domain/audit/index.ts";
import type { FiscalYear } from "#kernel/fiscal-year.ts";
import { columnLetters, type Sheet, type Workbook } from "#kernel/sheet.ts";
import type { Actual, Target } from "../../indicator.ts";
import type { RegisterLine } from "../../queries/indicators.ts";
import { countsText } from "../ratio.ts";
import { isNotBegun, notBegunWarning } from "../not-begun.ts";
import { actualOf, saysSame, shownCell, typedText, valueOf, valueText, wantedValue } from "./cell-values.ts";
import { countsMove, countsPart, type CountsPart } from "./counts-part.ts";
import { countsSheet, kinds, valueSheets, type ValueKind } from "./form.ts";
import type { Memory } from "./memory.ts";
import type { Issue, Move, ReturnedValues, Spot, Wanted } from "./model.ts";
import { moveFault } from "./move-fault.ts";
import { knownRows, type KnownRow } from "./rows-known.ts";
import { sheetTable } from "./sheet-table.ts";
import { swappedColumns } from "./swapped.ts";
import { countsOf, isCounted, isSameCounts, withCounts, type Counts } from "./typed-counts.ts";

interface Compared {
  readonly book: Workbook;
  readonly memory: Memory;
  readonly lines: readonly RegisterLine[];
  readonly actor: Actor;
  readonly thisYear: FiscalYear;
}

/**
 * Compares a returned workbook with what is stored. A cell that still says what was written into it changes nothing, whatever is
 * stored now; a changed one is a move, and a conflict where the stored value changed as well.
 */
export function returnedValues(compared: Compared): ReturnedValues {
  const counts = countsIn(compared);
  const typed = new Map(counts.changed.map(({ known, year, counts: wanted }) => [keyOf(known.line, year), wanted]));
  const values = kinds.map((kind) => {
    const sheet = compared.book.sheets.find(({ name }) => name === valueSheets[kind]);
    return sheet ? sheetValues({ ...compared, typed }, kind, sheet) : missingSheet(valueSheets[kind]);
  });
  const parts = [...values, countsAlone(compared.actor, counts, values)];
  return {
    moves: parts.flatMap(({ moves }) => moves),
    issues: parts.flatMap(({ moves, issues }) => [...issues, ...earlyNotes(moves, compared.thisYear)]),
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
  };
}

function keyOf({ indicator }: RegisterLine, year: number): string {
  return `${indicator.id}:${year}`;
}

function countsIn({ book, memory, lines }: Compared): CountsPart {
  const sheet = book.sheets.find(({ name }) => name === countsSheet);
  if (sheet) return countsPart(sheet, { memory, lines });
  const issues = lines.some(isCounted) ? missingSheet(countsSheet).issues : [];
  return { changed: [], issues, compared: 0 };
}

/** The counts that do not go with a value of the sheet of actuals: that value's move takes them along. */
function countsAlone(actor: Actor, counts: CountsPart, values: readonly ReturnedValues[]): ReturnedValues {
  const taken = new Set(
    values.flatMap(({ moves }) =>
      moves.flatMap(({ kind, line, year }) => (kind === "actuals" ? keyOf(line, year) : [])),
    ),
  );
  const alone = counts.changed.filter(({ known, year }) => !taken.has(keyOf(known.line, year)));
  const made = alone.map((each) => countsMove(actor, each));
  return {
    moves: made.flatMap((each) => ("change" in each ? [each] : [])),
    issues: [...counts.issues, ...made.flatMap((each) => ("message" in each ? [each] : []))],
    compared: counts.compared,
  };
}

/** Actuals of years that have not begun are taken, and told. */
function earlyNotes(moves: readonly Move[], thisYear: FiscalYear): Issue[] {
  return moves
    .filter(({ year, change }) => isNotBegun(year, thisYear) && "cell" in change && change.cell.value !== null)
    .map(({ sheet, row, column, year, wanted }) => ({
      kind: "note",
      sheet,
      row,
      column,
      value: wanted,
      message: notBegunWarning(year),
    }));
}

function missingSheet(sheet: string): ReturnedValues {
  const message = `「${sheet}」のシートがありません。${sheet}は変わりません。`;
  return { moves: [], issues: [{ kind: "note", sheet, row: 0, column: "", value: "", message }], compared: 0 };
}

/** What the sheet of counts says otherwise, by indicator and year. */
interface WithCounts extends Compared {
  readonly typed: ReadonlyMap<string, Counts>;
}

function sheetValues({ memory, lines, actor, typed }: WithCounts, kind: ValueKind, sheet: Sheet): ReturnedValues {
  const table = sheetTable(sheet, memory.years);
  const { known, issues } = knownRows(table.rows, { sheet: sheet.name, lines, memory });
  const swapped = swappedColumns({ sheet: sheet.name, kind, columns: table.columns, rows: known });
  const columns = table.columns.filter(({ year }) => !swapped.years.has(year));
  const read = known.flatMap((row) =>
    columns.map(({ index, year }) =>
      valueAt(actor, row, { sheet: sheet.name, index, kind, year, counts: typed.get(keyOf(row.line, year)) }),
    ),
  );
  return {
    moves: read.flatMap((each) => (each && "change" in each ? [each] : [])),
    issues: [
      ...table.issues,
      ...issues,
      ...swapped.issues,
      ...read.flatMap((each) => (each && "message" in each ? [each] : [])),
    ],
    compared: read.length,
  };
}

interface Place {
  readonly sheet: string;
  readonly index: number;
  readonly kind: ValueKind;
  readonly year: number;
  /** What the sheet of counts says otherwise. */
  readonly counts: Counts | undefined;
}

/** What one cell asks for: nothing, a move, or what is wrong with it. */
function valueAt(actor: Actor, known: KnownRow, place: Place): Move | Issue | undefined {
  const { row, line, before } = known;
  const cell = row.cells[place.index];
  const spot: Spot = { sheet: place.sheet, row: row.number, column: columnLetters(place.index) };
  const fault = (message: string): Issue => ({ kind: "fault", ...spot, value: shownCell(cell), message });
  const typed = typedText(cell, line.indicator.unit);
  if ("fault" in typed) return fault(typed.fault);
  const [exported, stored] = [valueOf(before, place), valueOf(line.indicator, place)];
  const reading = wantedValue(typed.text, { ...place, unit: line.indicator.unit }, actualOf(exported));
  if (!reading.ok) return fault(reading.message);
  const wanted = reading.value ?? asWanted(place.kind, null);
  if (saysSame(wanted, exported) || saysSame(wanted, stored)) return undefined;
  if (isWithoutValue(wanted) && countsText(place.counts ?? countsOf(null)) !== "")
    return fault(`値がないのに、「${countsSheet}」のシートに分子と分母があります。どちらかを直してください。`);
  const move = moveOf({ known, place, spot, wanted, stored, exported, written: shownCell(cell) });
  const message = moveFault(actor, move);
  return message === undefined ? move : fault(message);
}

function isWithoutValue(wanted: Wanted): boolean {
  return "actual" in wanted && (wanted.actual?.value ?? null) === null;
}

function asWanted(kind: ValueKind, value: Actual | Target | null): Wanted {
  return kind === "targets" ? { target: value && "words" in value ? value : null } : { actual: actualOf(value) };
}

interface Asked {
  readonly known: KnownRow;
  readonly place: Place;
  readonly spot: Spot;
  readonly wanted: Wanted;
  readonly stored: Actual | Target | null;
  readonly exported: Actual | Target | null;
  readonly written: string;
}

function moveOf({ known, place, spot, wanted, stored, exported, written }: Asked): Move {
  const { indicator } = known.line;
  const { kind, year } = place;
  const withTyped = place.counts !== undefined;
  const words = (value: Actual | Target | null) =>
    withCounts(valueText(value, indicator.decimals), withTyped ? countsOf(value) : countsOf(null));
  const seen = actualOf(stored);
  const isSame = saysSame(asWanted(kind, stored), exported);
  const isConflict =
    known.before !== undefined && !(isSame && (!withTyped || isSameCounts(countsOf(stored), countsOf(exported))));
  const beside = { note: seen?.note ?? "", ...(place.counts ?? countsOf(seen)) };
  const entry =
    "actual" in wanted && wanted.actual
      ? { ...wanted.actual, ...(wanted.actual.value === null ? { note: beside.note } : beside) }
      : null;
  return {
    ...spot,
    kind,
    line: known.line,
    year,
    stored: words(stored),
    written,
    wanted: "target" in wanted ? words(wanted.target) : words(entry && { ...entry, year, state: "draft" }),
    conflict: isConflict ? { exported: words(exported) } : null,
    isCorrection: seen?.state === "confirmed",
    change:
      "target" in wanted
        ? { target: wanted.target }
        : { cell: { indicatorId: indicator.id, year, seen, value: entry } },
  };
}
