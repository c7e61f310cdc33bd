import { parseFiscalYear } from "#kernel/japanese-year.ts";
import { cellText, type Cell } from "#kernel/sheet.ts";
import type { ColumnRole } from "../mapping/columns.ts";
import { importWords } from "../labels.ts";
import type { DivisionChoice, Mapping, Place, PlanFrame } from "../model.ts";
import type { Notebook } from "../questions/notebook.ts";
import type { DataRow } from "./rows.ts";
import { settleValue, type SettledValue } from "../questions/value-question.ts";
import { isDash } from "../values/value.ts";

/** The node that a row's indicator belongs to, as far as the indicator must know it. */
export interface IndicatorHome {
  readonly key: string;
  readonly division: DivisionChoice | null;
}

/** What reading one row's indicator needs. */
export interface IndicatorRow {
  readonly row: DataRow;
  readonly home: IndicatorHome | undefined;
  readonly mapping: Mapping;
  readonly frame: PlanFrame;
  readonly notebook: Notebook;
}

/** A value with the fiscal year it is of. */
export interface YearlyValue extends SettledValue {
  readonly year: number | null;
  readonly place: Place;
}

/** The cells of a row by what they hold. */
export class RowCells {
  readonly input: IndicatorRow;

  constructor(input: IndicatorRow) {
    this.input = input;
  }

  columnOf(role: ColumnRole): number | undefined {
    const index = this.input.mapping.columns.findIndex((column) => column.role === role);
    return index < 0 ? undefined : index;
  }

  has(role: ColumnRole): boolean {
    return this.columnOf(role) !== undefined;
  }

  text(role: ColumnRole): string {
    return cellText(this.input.row.cells[this.columnOf(role) ?? -1]);
  }

  /** The unit column's text without the brackets some offices put around it. */
  unit(): string {
    return this.text("unit").replace(/^[(（〔[]\s*(.+?)\s*[)）〕\]]$/u, "$1");
  }

  place(role: ColumnRole): Place {
    return { row: this.input.row.row, column: this.columnOf(role) ?? 0 };
  }

  /** What stands in the first filled column of a value or unit. */
  firstValue(): string | undefined {
    const { mapping, row } = this.input;
    const column = mapping.columns.findIndex(
      ({ role }, index) => ["unit", "baseline", "target", "actual"].includes(role) && cellText(row.cells[index]) !== "",
    );
    return column < 0 ? undefined : cellText(row.cells[column]);
  }

  /** The fiscal year in a cell; undefined when there is none (an empty cell or a dash), with an error noted when it is not readable. */
  year(role: "baselineYear" | "targetYear"): number | undefined {
    const cell: Cell = this.input.row.cells[this.columnOf(role) ?? -1] ?? null;
    const text = cellText(cell);
    if (text === "" || isDash(text)) return undefined;
    const year = parseFiscalYear(
      typeof cell === "object" && cell !== null && "day" in cell ? cell.day.replaceAll("-", "/") : text,
    );
    if (year === undefined) this.input.notebook.error(this.place(role), text, importWords.badYear);
    return year;
  }

  /** Settled values of all columns of a kind, with their years. */
  values(role: "baseline" | "target" | "actual", about: string): YearlyValue[] {
    const { mapping, row, notebook } = this.input;
    const cellYear = role === "actual" ? undefined : this.year(`${role}Year`);
    return mapping.columns.flatMap((meaning, column) => {
      if (meaning.role !== role) return [];
      const place = { row: row.row, column };
      const unit = this.unit() || meaning.unit || "";
      const settled = settleValue({ cell: row.cells[column] ?? null, place, unit, about, role }, notebook);
      return settled ? [{ ...settled, unit: settled.unit || unit, year: cellYear ?? meaning.year ?? null, place }] : [];
    });
  }
}
