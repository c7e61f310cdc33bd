import { isMunicipalityCode, withCheckDigit } from "#kernel/municipality-code.ts";
import { cellText, type Sheet, type SheetRow } from "#kernel/sheet.ts";
import type { MunicipalityDirectory } from "../municipality.ts";
import { cellValue } from "./cell-value.ts";
import { Collector, type Reading } from "./reading.ts";

/**
 * SSDSE-A (教育用標準データセット 市区町村別, 統計センター): row 1 the items' codes from column D on, row 2 the year of each column,
 * row 3 the items' names; then one municipality a row, its area code 「R20218」 without check digit, prefecture and name.
 */
const firstItem = 3;
const firstRow = 3;

/** Whether a sheet has the three header rows of SSDSE-A. */
export function isSsdse(sheet: Sheet): boolean {
  const [codes, years, names] = sheet.rows;
  return (
    cellText(codes?.[0]).startsWith("SSDSE-A") &&
    yearAt(years, firstItem) !== undefined &&
    cellText(names?.[firstItem]) !== ""
  );
}

/** Reads SSDSE-A. The file names no units: those that the names of its items leave no doubt about are set. */
export function readSsdse({ rows }: Sheet, directory: MunicipalityDirectory): Reading {
  const collector = new Collector();
  const [codes = [], years = [], names = []] = rows;
  const columns = codes.flatMap((cell, column) => {
    const [code, year] = [cellText(cell), yearAt(years, column)];
    return column >= firstItem && code !== "" && year !== undefined ? [{ column, code, year }] : [];
  });
  const items = [...new Set(columns.map(({ code }) => code))];
  const itemOf = new Map(items.map((code, index) => [code, index]));
  for (let row = firstRow; row < rows.length; row++) {
    const cells = rows[row] ?? [];
    const code = municipalityAt(cells, row, { collector, directory });
    if (code === undefined) continue;
    for (const { column, code: itemCode, year } of columns) {
      const read = cellValue(cells[column]);
      const place = { row, column };
      if (read.kind === "fault")
        collector.fault({
          ...place,
          value: cellText(cells[column]),
          message: "数字でも「－」でもない値です。",
          remedy: "元のファイルを取り直すか、セルを直してください。",
        });
      if (read.kind === "fault" || read.kind === "empty") continue;
      const value =
        read.kind === "number" ? { value: read.value, absence: null } : { value: null, absence: read.absence };
      const decimals = read.kind === "number" ? read.decimals : 0;
      collector.keep({ item: itemOf.get(itemCode) ?? 0, code, year, ...value }, { ...place, decimals });
    }
  }
  const nameOf = (code: string) => cellText(names[columns.find((each) => each.code === code)?.column ?? 0]);
  return collector.reading(
    items.map((code) => ({ code, name: nameOf(code), unit: ssdseUnit(nameOf(code)), direction: null })),
  );
}

interface Sources {
  readonly collector: Collector;
  readonly directory: MunicipalityDirectory;
}

function municipalityAt(cells: SheetRow, row: number, { collector, directory }: Sources): string | undefined {
  const written = cellText(cells[0]);
  if (written === "") return undefined;
  const [, five = ""] = /^R(\d{5})$/.exec(written) ?? [];
  const code = five && withCheckDigit(five);
  if (!isMunicipalityCode(code)) {
    collector.fault({
      row,
      column: 0,
      value: written,
      message: "地域コードが「R」と5桁の数字ではありません。",
      remedy: "元のファイルを取り直すか、セルを直してください。",
    });
    return undefined;
  }
  const [prefecture, name] = [cellText(cells[1]), cellText(cells[2])];
  if (!directory.byCode(code)) collector.discover({ code, prefecture, name });
  return code;
}

function yearAt(years: SheetRow | undefined, column: number): number | undefined {
  const year = Number(cellText(years?.[column]));
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined;
}

/** The first that fits decides. Items of which none speaks have no unit until a person sets it. */
const units: readonly (readonly [RegExp, string])[] = [
  [/比率|割合/u, "％"],
  [/面積/u, "ha"],
  [/歳入|歳出|地方税|民生費|土木費|教育費|災害復旧費/u, "千円"],
  [/世帯数/u, "世帯"],
  [/婚姻件数|離婚件数/u, "件"],
  [/事業所数/u, "事業所"],
  [/農家数/u, "戸"],
  [/小売店数|飲食店数/u, "店"],
  [/学校数|幼稚園数|保育所等数|公民館数|図書館数|病院数|診療所数/u, "施設"],
  [
    /人口|人員|従業者数|就業者数|失業者数|入者数|出者数|生徒数|児童数|在園者数|教員数|医師数|薬剤師数|出生数|死亡数|職員数/u,
    "人",
  ],
];

/** A unit that an item's name leaves no doubt about, else "". */
export function ssdseUnit(name: string): string {
  return units.find(([pattern]) => pattern.test(name))?.[1] ?? "";
}
