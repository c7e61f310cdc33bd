import { describe, expect, it } from "vitest";
import type { Cell, Sheet } from "#kernel/sheet.ts";
import { directoryOf } from "../municipality.ts";
import { cellValue } from "./cell-value.ts";
import { findHeaderRow, guessColumns, nameAndUnit, titleYear } from "./columns.ts";
import type { Reading } from "./reading.ts";
import { isSsdse, readSsdse, ssdseUnit } from "./ssdse.ts";
import { readTable } from "./table.ts";

const directory = directoryOf();

function sheetOf(rows: readonly (readonly Cell[])[], name = "Sheet1"): Sheet {
  return { name, isHidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
}

/** Reads a table as the house guesses it, for 千曲市. */
function readGuessed(sheet: Sheet, fileName = "表.csv"): Reading {
  const header = findHeaderRow(sheet);
  const columns = guessColumns(sheet, header);
  const year = titleYear(sheet, header, fileName);
  return readTable({ sheet, headerEnd: header.to, columns, year, directory, ownCode: "202185" });
}

const lines = ({ values, items }: Reading) =>
  values.map(({ item, code, year, value, absence }) => `${items[item]?.name} ${code} ${year} ${value ?? absence}`);

describe("a cell of a table", () => {
  it("keeps 「－」, 0 and empty apart", () => {
    expect(cellValue("－")).toEqual({ kind: "absence", absence: "notApplicable" });
    expect(cellValue("-")).toEqual({ kind: "absence", absence: "notApplicable" });
    expect(cellValue({ number: 0, text: "0.0" })).toEqual({ kind: "number", value: 0, decimals: 1 });
    expect(cellValue("0")).toEqual({ kind: "number", value: 0, decimals: 0 });
    expect([cellValue(null), cellValue(" ")]).toEqual([{ kind: "empty" }, { kind: "empty" }]);
  });

  it("tells 秘匿 and 不詳 from 「－」, and a word from a value", () => {
    expect(cellValue("X")).toEqual({ kind: "absence", absence: "confidential" });
    expect(cellValue("…")).toEqual({ kind: "absence", absence: "unknown" });
    expect(cellValue("調査中")).toEqual({ kind: "fault" });
    expect(cellValue({ error: "#REF!", text: "#REF!" })).toEqual({ kind: "fault" });
  });

  it("reads full width, separators, △ and ％", () => {
    expect(["１，２３４", "△1.5", "97.1％"].map((text) => cellValue(text))).toEqual([
      { kind: "number", value: 1234, decimals: 0 },
      { kind: "number", value: -1.5, decimals: 1 },
      { kind: "number", value: 97.1, decimals: 1 },
    ]);
  });
});

describe("SSDSE-A", () => {
  const sheet = sheetOf([
    ["SSDSE-A-2025", "Prefecture", "Municipality", "A1101", "D2203"],
    [null, null, "年度", "2020", "2021"],
    ["地域コード", "都道府県", "市区町村", "総人口", "実質公債費比率（市町村財政）"],
    ["R20218", "長野県", "千曲市", "58852", "9.1"],
    ["R20521", "長野県", "坂城町", "14004", "－"],
  ]);

  it("is known by its three header rows", () => {
    expect(isSsdse(sheet)).toBe(true);
    expect(
      isSsdse(
        sheetOf([
          ["団体コード", "団体名"],
          ["202185", "千曲市"],
        ]),
      ),
    ).toBe(false);
  });

  it("gives each column its own year and each area code its check digit", () => {
    expect(lines(readSsdse(sheet, directory))).toEqual([
      "総人口 202185 2020 58852",
      "実質公債費比率（市町村財政） 202185 2021 9.1",
      "総人口 205214 2020 14004",
      "実質公債費比率（市町村財政） 205214 2021 notApplicable",
    ]);
    expect(readSsdse(sheet, directory).items).toEqual([
      { code: "A1101", name: "総人口", unit: "人", decimals: 0, direction: null },
      { code: "D2203", name: "実質公債費比率（市町村財政）", unit: "％", decimals: 1, direction: null },
    ]);
  });

  it("names the cell that is no value", () => {
    const broken = sheetOf([...sheet.rows.slice(0, 4), ["R20521", "長野県", "坂城町", "一万四千", "8.0"]]);
    expect(readSsdse(broken, directory).errors).toMatchObject([{ row: 5, column: "D", value: "一万四千" }]);
  });

  it("sets no unit where the name leaves a doubt", () => {
    expect(["総人口", "核家族世帯数", "可住地面積", "歳出決算総額（市町村財政）", "漁獲量"].map(ssdseUnit)).toEqual([
      "人",
      "世帯",
      "ha",
      "千円",
      "",
    ]);
  });
});

const number = (value: number, text = String(value)) => ({ number: value, text });

describe("the ministry's workbook of indices", () => {
  const head = ["財政力指数", "経常収支\n比率", "将来負担比率"];

  it("is read with its codes as text, its year from the title, and the row of means left out", () => {
    const read = readGuessed(
      sheetOf([
        ["全市町村の主要財政指標（令和２年度）"],
        ["団体コード", "都道府県名", "団体名", ...head],
        ["011002", "北海道", "札幌市", number(0.74, "0.74"), number(97.1), number(43, "43.0")],
        ["473758", "沖縄県", "多良間村", number(0.12, "0.12"), number(84.9), "-"],
        ["全国市町村平均", null, null, number(0.51), number(93.1), number(24.9)],
      ]),
    );
    expect(lines(read)).toEqual([
      "財政力指数 011002 2020 0.74",
      "経常収支比率 011002 2020 97.1",
      "将来負担比率 011002 2020 43",
      "財政力指数 473758 2020 0.12",
      "経常収支比率 473758 2020 84.9",
      "将来負担比率 473758 2020 notApplicable",
    ]);
    expect(read).toMatchObject({ errors: [], unknown: [], skippedRows: 1 });
    expect(read.items.map(({ code, direction }) => `${code} ${direction}`)).toEqual([
      "fiscal-strength up",
      "current-balance down",
      "future-burden down",
    ]);
  });

  it("finds municipalities by prefecture and name where the form has no codes (H17 to H22)", () => {
    const read = readGuessed(
      sheetOf([
        ["都道府県名", "団体名", ...head],
        ["長野県", "千曲市", number(0.59), number(84.5), null],
        ["長野県", "南木曾町", number(0.3), number(80), null],
        ["長野県", "まぼろし村", number(0.1), number(70), null],
      ]),
      "平成17年度.xls",
    );
    expect(lines(read).filter((line) => line.startsWith("財政力"))).toEqual([
      "財政力指数 202185 2005 0.59",
      "財政力指数 204234 2005 0.3",
    ]);
    expect(read.unknown).toEqual([{ name: "長野県 まぼろし村", rows: 1 }]);
  });

  it("puts back a lost leading zero and refuses a code whose check digit is wrong or whose name is another's", () => {
    const read = readGuessed(
      sheetOf([
        ["年度", "団体コード", "都道府県名", "団体名", "財政力指数"],
        ["R2", number(11002), "北海道", "札幌市", number(0.74)],
        ["R2", "202186", "長野県", "千曲市", number(0.53)],
        ["R2", "205214", "長野県", "千曲市", number(0.53)],
        ["R2", "202185", "長野県", "千曲市", number(0.53)],
        ["令和2年度", "202185", "長野県", "千曲市", number(0.54)],
      ]),
    );
    expect(lines(read)).toEqual(["財政力指数 011002 2020 0.74", "財政力指数 202185 2020 0.53"]);
    expect(read.errors.map(({ row, column, message }) => `${row}${column} ${message}`)).toEqual([
      "3B 団体コードではありません（6桁で、最後の検査数字が合うもの）。",
      "4B このコードは「坂城町」のものですが、団体名は「千曲市」です。",
      "6E 5行目に、同じ団体・年度・項目の値があります。",
    ]);
  });
});

describe("a table that a city keeps", () => {
  it("is the city's own where it names no municipality: years down, items across", () => {
    const read = readGuessed(
      sheetOf([
        ["観光の統計"],
        ["年度", "入込客数（人）", "宿泊者数（人）", "備考"],
        ["令和5年度", "1,250,000", "210,500", ""],
        ["R6", "１３０００００", "－", "速報"],
      ]),
    );
    expect(lines(read)).toEqual([
      "入込客数 202185 2023 1250000",
      "宿泊者数 202185 2023 210500",
      "入込客数 202185 2024 1300000",
      "宿泊者数 202185 2024 notApplicable",
    ]);
    expect(read.items.map(({ unit }) => unit)).toEqual(["人", "人"]);
  });

  it("may have its items down and its years across", () => {
    const read = readGuessed(
      sheetOf([
        ["項目", "単位", "R4", "R5"],
        ["ごみの排出量", "t", "10,200", "9,980"],
      ]),
    );
    expect(lines(read)).toEqual(["ごみの排出量 202185 2022 10200", "ごみの排出量 202185 2023 9980"]);
    expect(read.items).toMatchObject([{ unit: "t" }]);
  });

  it("keeps a bracket in the name unless it is a unit", () => {
    expect(nameAndUnit("人口（人）")).toEqual({ name: "人口", unit: "人" });
    expect(nameAndUnit("総人口（男）")).toEqual({ name: "総人口（男）", unit: "" });
    expect(nameAndUnit("負担率 (%)")).toEqual({ name: "負担率", unit: "％" });
  });

  it("says where a year is missing or unreadable", () => {
    const read = readGuessed(
      sheetOf([
        ["年度", "件数"],
        ["来年", "5"],
        [null, "7"],
      ]),
    );
    expect(read.errors.map(({ row, column, message }) => `${row}${column} ${message}`)).toEqual([
      "2A 年度として読めません。",
      "3A 何年度の値かがわかりません。",
    ]);
  });
});
