import { columnLetters } from "#kernel/sheet.ts";
import type { Absence, Direction } from "../item.ts";
import type { MunicipalityName } from "../municipality.ts";

/** An item as a file names it. */
export interface ReadItem {
  /** The source's own code, or the code of an item that the city has already. */
  readonly code: string | null;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction | null;
}

/** A value as a file says it: of which item (its place in the list), whose, of which year. */
export interface ReadValue {
  readonly item: number;
  readonly code: string;
  readonly year: number;
  readonly value: number | null;
  readonly absence: Absence | null;
}

/** A cell that cannot be taken in: where, what stood there, what is wrong, what to do. */
export interface ReadError {
  /** As Excel counts, from 1. */
  readonly row: number;
  /** As Excel names it: 「C」. */
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** A municipality that a file names and nobody knows: without a code there is no place to keep its values. */
export interface UnknownMunicipality {
  readonly name: string;
  readonly rows: number;
}

/** Everything that a file says. */
export interface Reading {
  readonly items: readonly ReadItem[];
  readonly values: readonly ReadValue[];
  readonly errors: readonly ReadError[];
  readonly unknown: readonly UnknownMunicipality[];
  /** Municipalities with a valid code that the house did not know: they are registered with the import. */
  readonly discovered: readonly MunicipalityName[];
  /** Rows that are no municipality's: means, totals, notes. */
  readonly skippedRows: number;
}

/** Gathers what rows say, and refuses a second value for the same place. */
export class Collector {
  readonly #decimals: number[] = [];
  readonly #seen = new Map<string, number>();
  readonly #values: ReadValue[] = [];
  readonly #errors: ReadError[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #discovered = new Map<string, MunicipalityName>();
  #skippedRows = 0;

  /** Keeps a value read at a cell; row and column count from 0. */
  keep(value: ReadValue, { row, column, decimals }: { row: number; column: number; decimals: number }): void {
    const place = `${value.item} ${value.code} ${value.year}`;
    const before = this.#seen.get(place);
    if (before !== undefined) {
      this.fault({
        row,
        column,
        value: "",
        message: `${before + 1}行目に、同じ団体・年度・項目の値があります。`,
        remedy: "どちらか一方の行を消してください。",
      });
      return;
    }
    this.#seen.set(place, row);
    this.#values.push(value);
    this.#decimals[value.item] = Math.max(this.#decimals[value.item] ?? 0, decimals);
  }

  fault({ row, column, ...words }: Omit<ReadError, "row" | "column"> & { row: number; column: number }): void {
    this.#errors.push({ row: row + 1, column: columnLetters(column), ...words });
  }

  unknown(name: string): void {
    this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1);
  }

  discover(municipality: MunicipalityName): void {
    this.#discovered.set(municipality.code, municipality);
  }

  skip(): void {
    this.#skippedRows += 1;
  }

  /** The reading; an item whose decimals nobody fixed has as many as its values were written with. */
  reading(items: readonly (Omit<ReadItem, "decimals"> & { readonly decimals?: number | undefined })[]): Reading {
    return {
      items: items.map((item, index) => ({ ...item, decimals: item.decimals ?? this.#decimals[index] ?? 0 })),
      values: this.#values,
      errors: this.#errors,
      unknown: [...this.#unknown].map(([name, rows]) => ({ name, rows })),
      discovered: [...this.#discovered.values()],
      skippedRows: this.#skippedRows,
    };
  }
}
