import type { Actor } from "#domain/audit/index.ts";
import type { FiscalYear } from "#kernel/fiscal-year.ts";
import { columnLetters, type Sheet, type Workbook } from "#kernel/sheet.ts";
import { indicatorFaults, type Actual, type Target } from "../../indicator.ts";
import { mayEditIndicators, mayEnterActuals } from "../../permissions.ts";
import type { RegisterLine } from "../../queries/indicators.ts";
import { cellFault } from "../actual-cells.ts";
import { isNotBegun, notBegunWarning } from "../not-begun.ts";
import { saysSame, shownCell, typedText, valueOf, valueText, wantedValue } from "./cell-values.ts";
import { kinds, valueSheets, type ValueKind } from "./form.ts";
import type { Memory } from "./memory.ts";
import type { Issue, Move, ReturnedValues, Spot, Wanted } from "./model.ts";
import { knownRows, type KnownRow } from "./rows-known.ts";
import { sheetTable } from "./sheet-table.ts";
import { swappedColumns } from "./swapped.ts";

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
  const parts = kinds.map((kind) => {
    const sheet = compared.book.sheets.find(({ name }) => name === valueSheets[kind]);
    return sheet ? sheetValues(compared, kind, sheet) : missingSheet(valueSheets[kind]);
  });
  return {
    moves: parts.flatMap(({ moves }) => moves),
    issues: parts.flatMap(({ moves, issues }) => [...issues, ...earlyNotes(moves, compared.thisYear)]),
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
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

function sheetValues({ memory, lines, actor }: Compared, kind: ValueKind, sheet: Sheet): ReturnedValues {
  const table = sheetTable(sheet, memory.years);
  const { known, issues } = knownRows(table.rows, { sheet: sheet.name, lines, memory });
  const swapped = swappedColumns({ sheet: sheet.name, kind, columns: table.columns, rows: known });
  const columns = table.columns.filter(({ year }) => !swapped.years.has(year));
  const read = known.flatMap((row) =>
    columns.map(({ index, year }) => valueAt(actor, row, { sheet: sheet.name, index, kind, year })),
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
  const move = moveOf({ known, place, spot, wanted, stored, exported, written: shownCell(cell) });
  const message = moveFault(actor, move);
  return message === undefined ? move : fault(message);
}

function actualOf(value: Actual | Target | null): Actual | null {
  return value && "absence" in value ? value : null;
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
  const words = (value: Actual | Target | null) => valueText(value, indicator.decimals);
  const seen = actualOf(stored);
  const isConflict = known.before !== undefined && !saysSame(asWanted(kind, stored), exported);
  const beside = { note: seen?.note ?? "", numerator: seen?.numerator ?? null, denominator: seen?.denominator ?? null };
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

/** Why a move cannot be made, whatever is decided about it. */
function moveFault(actor: Actor, { line, year, change }: Move): string | undefined {
  const { indicator, measure } = line;
  if ("cell" in change) {
    if (!mayEnterActuals(actor, { ...measure, ownDivisionId: indicator.divisionId })) return mayEnterActuals.sentence;
    return cellFault({ cell: change.cell, stored: change.cell.seen, indicator, reason: "訂正" })?.message;
  }
  if (!mayEditIndicators(actor, measure)) return mayEditIndicators.sentence;
  const targets = [
    ...indicator.targets.filter((each) => each.year !== year),
    ...(change.target ? [change.target] : []),
  ];
  return indicatorFaults({ ...indicator, targets })?.fields?.[`target-${year}`];
}
