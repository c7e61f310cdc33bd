import { findYear, parseFiscalYear } from "#kernel/japanese-year.ts";
import { cellText, type Sheet } from "#kernel/sheet.ts";
import { headerTexts, type HeaderRows } from "#domain/plan/index.ts";
import { cellValue } from "./cell-value.ts";
import { knownItem } from "./known-items.ts";

/** What a column of a table holds. */
export type ColumnRole =
  | "ignore"
  | "code"
  | "prefecture"
  | "name"
  | "year"
  | "item"
  | "itemName"
  | "itemUnit"
  | "yearValue";

export const columnRoles: readonly ColumnRole[] = [
  "ignore",
  "code",
  "prefecture",
  "name",
  "year",
  "item",
  "itemName",
  "itemUnit",
  "yearValue",
];

export interface ColumnMeaning {
  readonly role: ColumnRole;
  /** Of an item's column: the item's name and unit. */
  readonly name: string;
  readonly unit: string;
  /** Of a column that holds one year's values. */
  readonly year: number | null;
}

const heads: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(団体|市区?町村|自治体|地域)?コード$/u, "code"],
  [/^(全国地方公共)?団体コード/u, "code"],
  [/^都道府県(名)?$/u, "prefecture"],
  [/^(団体|市区?町村|自治体|市町村)(名|名称)?$/u, "name"],
  [/^(年度?|年次|会計年度|fiscal_?year|year)$/iu, "year"],
  [/^(項目|指標|統計項目|区分)(名)?$/u, "itemName"],
  [/^単位$/u, "itemUnit"],
];

const blank = { name: "", unit: "", year: null };

/** What each column most likely holds, from its head and its cells. */
export function guessColumns(sheet: Sheet, header: HeaderRows): ColumnMeaning[] {
  const texts = headerTexts(sheet, header);
  const first = texts.map((text, column) => meaningOf(text, isMostlyValues(sheet, header, column)));
  const hasYears = first.filter(({ role }) => role === "yearValue").length >= 2;
  if (!hasYears) return first.map((each) => (each.role === "yearValue" ? { ...blank, role: "ignore" } : each));
  if (first.some(({ role }) => role === "itemName")) return first;
  const named = first.findIndex((each, column) => each.role === "ignore" && texts[column] !== "");
  return first.map((each, column) => (column === Math.max(0, named) ? { ...blank, role: "itemName" } : each));
}

function meaningOf(head: string, isValues: boolean): ColumnMeaning {
  const bare = head.normalize("NFKC").replace(/\s/gu, "");
  const known = heads.find(([pattern]) => pattern.test(bare));
  if (known) return { ...blank, role: known[1] };
  const year = parseFiscalYear(bare);
  if (year !== undefined) return { ...blank, role: "yearValue", year };
  const item = knownItem(head);
  if (bare === "" || !(isValues || item)) return { ...blank, role: "ignore" };
  return { role: "item", ...(item ? { name: item.name, unit: item.unit } : nameAndUnit(head)), year: null };
}

/** 「人口（人）」 is 人口 counted in 人; a bracket that holds more than a unit stays in the name. */
export function nameAndUnit(head: string): { readonly name: string; readonly unit: string } {
  const bare = head.replace(/\s+/gu, " ").trim();
  const [, name = "", unit = ""] = /^(.+?)\s*[（(［[]([^（()）]{1,5})[）)］\]]$/u.exec(bare) ?? [];
  return name !== "" &&
    /^(人|世帯|％|%|千?円|百万円|億円|万円|件|戸|ha|㎢|km2|km|回|台|本|施設|事業所|t|トン|歳|年|点)$/u.test(unit)
    ? { name, unit: unit === "%" ? "％" : unit }
    : { name: bare, unit: "" };
}

const sampled = 60;

function isMostlyValues({ rows }: Sheet, header: HeaderRows, column: number): boolean {
  const cells = rows.slice(header.to + 1, header.to + 1 + sampled).map((row) => row[column]);
  const filled = cells.filter((cell) => cellText(cell) !== "");
  const values = filled.filter((cell) => cellValue(cell).kind !== "fault");
  return filled.length > 0 && values.length >= filled.length / 2;
}

const searched = 15;

/** The row that names the columns: the one with the most known heads, else the first with two texts and values below it. */
export function findHeaderRow({ rows }: Sheet): HeaderRows {
  const scores = rows.slice(0, searched).map((row) => {
    const texts = row.map((cell) => cellText(cell)).filter((text) => text !== "");
    const known = texts.filter((text) => {
      const bare = text.normalize("NFKC").replace(/\s/gu, "");
      return knownItem(text) || heads.some(([pattern]) => pattern.test(bare)) || parseFiscalYear(bare) !== undefined;
    });
    return { known: texts.length >= 2 ? known.length : 0, texts: texts.length };
  });
  const best = Math.max(0, ...scores.map(({ known }) => known));
  const row = best > 0 ? scores.findIndex(({ known }) => known === best) : scores.findIndex(({ texts }) => texts >= 2);
  return { from: Math.max(0, row), to: Math.max(0, row) };
}

/** The year that a table's title, its sheet's name or its file's name tells, for tables whose rows name none. */
export function titleYear(sheet: Sheet, header: HeaderRows, fileName: string): number | null {
  const titles = sheet.rows.slice(0, header.from).flatMap((row) => row.map((cell) => cellText(cell)));
  for (const text of [...titles, sheet.name, fileName]) {
    const found = findYear(text);
    if (found) return found.year;
  }
  return null;
}
