import type { Actual } from "#domain/plan/indicator.ts";
import { actualText } from "#domain/plan/indicators/cell-text.ts";
import type { Counting } from "#domain/plan/indicators/ratio.ts";
import { unpackedActuals } from "#domain/plan/indicators/seen-values.ts";

/** A row of the grid: an indicator, as far as entering its values needs it. */
export interface GridRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** By which 「分子/分母」 becomes a value. */
  readonly counting: Counting;
  readonly mayEnter: boolean;
  /** What was stored when the page was made, packed. */
  readonly seen: string;
}

/** A cell, counted row by row from 0. */
export type Place = number;

/** The grid as the server wrote it. Rows are unpacked when they are first asked for: most are never touched. */
export interface GridModel {
  readonly rows: readonly GridRow[];
  readonly years: readonly number[];
  /** Whether confirmed values are being corrected (訂正); otherwise they are locked. */
  readonly corrects: boolean;
  /** The fiscal year of today; values of later ones are warned of. */
  readonly thisYear: number;
  readonly placeAt: (row: number, column: number) => Place;
  readonly at: (place: Place) => { readonly row: GridRow; readonly year: number; readonly rowIndex: number };
  readonly stored: (place: Place) => Actual | null;
}

interface GridDays {
  readonly corrects: boolean;
  readonly thisYear: number;
}

export function gridModel(
  rows: readonly GridRow[],
  years: readonly number[],
  { corrects, thisYear }: GridDays,
): GridModel {
  const unpacked = new Map<number, readonly (Actual | null)[]>();
  const at = (place: Place) => {
    const rowIndex = Math.floor(place / years.length);
    const [row, year] = [rows[rowIndex], years[place % years.length]];
    if (!row || year === undefined) throw new Error(`the grid has no cell ${place}`);
    return { row, year, rowIndex };
  };
  const valuesOf = (rowIndex: number) => {
    const known = unpacked.get(rowIndex) ?? unpackedActuals(years, rows[rowIndex]?.seen ?? "") ?? [];
    unpacked.set(rowIndex, known);
    return known;
  };
  return {
    rows,
    years,
    corrects,
    thisYear,
    at,
    placeAt: (row, column) => row * years.length + column,
    stored: (place) => valuesOf(at(place).rowIndex)[place % years.length] ?? null,
  };
}

/** What the cell shows of a value. */
export function shownText(model: GridModel, place: Place, value: Actual | null): string {
  return actualText(value, model.at(place).row.decimals);
}
