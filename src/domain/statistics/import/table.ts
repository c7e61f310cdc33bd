import { parseFiscalYear } from "#kernel/japanese-year.ts";
import { isMunicipalityCode, withCheckDigit } from "#kernel/municipality-code.ts";
import { cellText, type Sheet, type SheetRow } from "#kernel/sheet.ts";
import { nameKey, type MunicipalityDirectory, type MunicipalityName } from "../municipality.ts";
import { cellValue } from "./cell-value.ts";
import type { ColumnMeaning, ColumnRole } from "./columns.ts";
import { knownItem } from "./known-items.ts";
import { Collector, type Reading, type ReadItem } from "./reading.ts";

/** How a table is to be read. */
export interface TableReading {
  readonly sheet: Sheet;
  /** The last row of the header, from 0. */
  readonly headerEnd: number;
  readonly columns: readonly ColumnMeaning[];
  /** Of rows that name no year. */
  readonly year: number | null;
  readonly directory: MunicipalityDirectory;
  /** Whose values a table holds that names no municipality: the city itself. */
  readonly ownCode: string;
}

/**
 * Reads a table of values: municipalities or years as rows, items as columns; or items as rows, years as columns. A municipality is
 * known by its code or, where there is none (the ministry's tables of 2005 to 2010), by prefecture and name.
 */
export function readTable(input: TableReading): Reading {
  return new TableReader(input).read();
}

type NamedItem = Omit<ReadItem, "decimals"> & { readonly decimals?: number | undefined };

class TableReader {
  readonly #input: TableReading;
  readonly #collector = new Collector();
  readonly #items: NamedItem[] = [];
  readonly #itemOf = new Map<string, number>();

  constructor(input: TableReading) {
    this.#input = input;
  }

  read(): Reading {
    const { sheet, headerEnd } = this.#input;
    for (let row = headerEnd + 1; row < sheet.rows.length; row++) this.#readRow(sheet.rows[row] ?? [], row);
    return this.#collector.reading(this.#items);
  }

  #readRow(cells: SheetRow, row: number): void {
    if (cells.every((cell) => cellText(cell) === "")) return;
    if (isNoMunicipality(cells)) {
      this.#collector.skip();
      return;
    }
    const code = this.#municipality(cells, row);
    if (code === undefined) return;
    const year = this.#has("yearValue") ? null : this.#year(cells, row);
    if (year === undefined) return;
    const rowItem = this.#has("itemName") ? this.#rowItem(cells) : undefined;
    for (const [column, meaning] of this.#input.columns.entries()) {
      if (meaning.role === "item" && year !== null)
        this.#keep({ cells, row, column }, { item: this.#item(meaning.name, meaning.unit), code, year });
      if (meaning.role === "yearValue" && meaning.year !== null && rowItem !== undefined)
        this.#keep({ cells, row, column }, { item: rowItem, code, year: meaning.year });
    }
  }

  #keep(
    { cells, row, column }: { cells: SheetRow; row: number; column: number },
    place: { item: number; code: string; year: number },
  ): void {
    const read = cellValue(cells[column]);
    if (read.kind === "empty") return;
    if (read.kind === "fault") {
      this.#fault(row, column, "数字でも「－」でもない値です。", "数字に直すか、値がないときは「－」にしてください。");
      return;
    }
    const value =
      read.kind === "number" ? { value: read.value, absence: null } : { value: null, absence: read.absence };
    this.#collector.keep({ ...place, ...value }, { row, column, decimals: read.kind === "number" ? read.decimals : 0 });
  }

  /** Whose row it is; undefined where that cannot be said, which is noted. */
  #municipality(cells: SheetRow, row: number): string | undefined {
    const { directory, ownCode } = this.#input;
    if (!this.#has("code") && !this.#has("name")) return ownCode;
    const [written, name, prefecture] = [
      this.#text(cells, "code"),
      this.#text(cells, "name"),
      this.#text(cells, "prefecture"),
    ];
    if (written !== "") return this.#coded({ code: written, name, prefecture }, row);
    const found = directory.byName(name, prefecture || undefined);
    if (found) return found.code;
    if (name === "")
      this.#fault(
        row,
        this.#column("name") ?? this.#column("code") ?? 0,
        "団体の名前もコードもありません。",
        "どの団体の行かを入れるか、行を消してください。",
      );
    else this.#collector.unknown([prefecture, name].filter(Boolean).join(" "));
    return undefined;
  }

  #coded({ code: written, name, prefecture }: MunicipalityName, row: number): string | undefined {
    const column = this.#column("code") ?? 0;
    const code = sixDigits(written, this.#input.directory);
    if (code === undefined) {
      this.#fault(
        row,
        column,
        "団体コードではありません（6桁で、最後の検査数字が合うもの）。",
        "団体コードの列と値を確かめてください。先頭の0が消えていることもあります。",
      );
      return undefined;
    }
    const known = this.#input.directory.byCode(code);
    if (known && name !== "" && nameKey(known.name) !== nameKey(name)) {
      this.#fault(
        row,
        column,
        `このコードは「${known.name}」のものですが、団体名は「${name}」です。`,
        "コードと団体名のどちらかを直してください。",
      );
      return undefined;
    }
    if (!known) this.#collector.discover({ code, prefecture, name });
    return code;
  }

  #year(cells: SheetRow, row: number): number | undefined {
    const column = this.#column("year");
    const text = this.#text(cells, "year");
    const year = text === "" ? (this.#input.year ?? undefined) : parseFiscalYear(text);
    if (year === undefined)
      this.#fault(
        row,
        column ?? 0,
        text === "" ? "何年度の値かがわかりません。" : "年度として読めません。",
        "年度の列を確かめるか、表全体の年度を入れてください。",
      );
    return year;
  }

  #rowItem(cells: SheetRow): number {
    return this.#item(this.#text(cells, "itemName"), this.#text(cells, "itemUnit"));
  }

  #item(name: string, unit: string): number {
    const known = knownItem(name);
    const key = known?.name ?? name;
    const before = this.#itemOf.get(key);
    if (before !== undefined) return before;
    this.#items.push(known ?? { code: null, name, unit, direction: null });
    this.#itemOf.set(key, this.#items.length - 1);
    return this.#items.length - 1;
  }

  #has(role: ColumnRole): boolean {
    return this.#column(role) !== undefined;
  }

  #column(role: ColumnRole): number | undefined {
    const column = this.#input.columns.findIndex((each) => each.role === role);
    return column === -1 ? undefined : column;
  }

  #text(cells: SheetRow, role: ColumnRole): string {
    const column = this.#column(role);
    return column === undefined ? "" : cellText(cells[column]);
  }

  #fault(row: number, column: number, message: string, remedy: string): void {
    const value = cellText(this.#input.sheet.rows[row]?.[column]);
    this.#collector.fault({ row, column, value, message, remedy });
  }
}

/** Means, totals and notes below a table: their first text says so. */
function isNoMunicipality(cells: SheetRow): boolean {
  const first = cells.map((cell) => cellText(cell)).find((text) => text !== "") ?? "";
  return /平均|合計|総計|^計$|^[※＊*]|^[（(]?注|^資料|^出典/u.test(first);
}

/** A code as six digits: Excel drops leading zeros, and some tables leave the check digit out. Only a fitting one is taken. */
function sixDigits(written: string, directory: MunicipalityDirectory): string | undefined {
  const digits = written.normalize("NFKC").replace(/^R(?=\d{5}$)/u, "");
  if (!/^\d{4,6}$/.test(digits)) return undefined;
  const padded = digits.padStart(6, "0");
  if (digits.length === 6) return isMunicipalityCode(digits) ? digits : undefined;
  const five = withCheckDigit(digits.padStart(5, "0"));
  const fitting = [...(isMunicipalityCode(padded) ? [padded] : []), five].filter((code) => directory.byCode(code));
  return fitting.length === 1 ? fitting[0] : undefined;
}
