import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { columnLetters } from "#kernel/sheet.ts";
import { saysSame, typedText, valueOf, wantedValue } from "./cell-values.ts";
import type { ValueKind } from "./form.ts";
import type { Issue } from "./model.ts";
import type { KnownRow } from "./rows-known.ts";
import type { SheetTable } from "./sheet-table.ts";

interface Column {
  readonly index: number;
  readonly year: number;
}

interface Looked {
  readonly sheet: string;
  readonly kind: ValueKind;
  readonly columns: SheetTable["columns"];
  readonly rows: readonly KnownRow[];
}

/** Columns whose headings seem to have changed places: each holds, row by row, what was written into the other. */
export function swappedColumns({ sheet, kind, columns, rows }: Looked): {
  readonly years: ReadonlySet<number>;
  readonly issues: readonly Issue[];
} {
  const altered = columns.filter((column) => !holds(rows, column, { kind, year: column.year }));
  const pairs = altered.flatMap((one, place) =>
    altered
      .slice(place + 1)
      .filter((other) => isSwapped(rows, kind, [one, other]))
      .map((other) => [one, other] as const),
  );
  return {
    years: new Set(pairs.flat().map(({ year }) => year)),
    issues: pairs.map(([one, other]) => ({
      kind: "fault",
      sheet,
      row: 0,
      column: columnLetters(other.index),
      value: `${fiscalYearLabel(one.year)}・${fiscalYearLabel(other.year)}`,
      message: `${columnLetters(one.index)}列と${columnLetters(other.index)}列の値が入れ替わっているようです。見出しと値の列を確かめてください。`,
    })),
  };
}

/** At least two rows must tell the two years apart: one alone may be chance. */
function isSwapped(rows: readonly KnownRow[], kind: ValueKind, [one, other]: readonly [Column, Column]): boolean {
  if (!holds(rows, one, { kind, year: other.year }) || !holds(rows, other, { kind, year: one.year })) return false;
  const telling = rows.filter((row) => !rowHolds(row, one, { kind, year: one.year }));
  return telling.length >= 2;
}

function holds(rows: readonly KnownRow[], column: Column, place: { readonly kind: ValueKind; readonly year: number }) {
  return rows.every((row) => rowHolds(row, column, place));
}

/** Whether a column of a row holds what was written for a year. */
function rowHolds(
  { row, line, before }: KnownRow,
  { index }: Column,
  place: { readonly kind: ValueKind; readonly year: number },
): boolean {
  const typed = typedText(row.cells[index], line.indicator.unit);
  if ("fault" in typed) return false;
  const exported = valueOf(before, place);
  const reading = wantedValue(
    typed.text,
    { ...place, unit: line.indicator.unit },
    exported && "absence" in exported ? exported : null,
  );
  return reading.ok && (reading.value === null ? exported === null : saysSame(reading.value, exported));
}
