import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { workbookBytes, type Sheet, type Workbook } from "./index.ts";

const madeOn = "2026-04-01";

function bookOf(sheet: Partial<Sheet>): Workbook {
  return { title: "見本", madeOn, sheets: [{ name: "指標", columns: [], rows: [], ...sheet }] };
}

async function read(book: Workbook): Promise<ExcelJS.Workbook> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load((await workbookBytes(book)).buffer);
  return file;
}

async function firstSheet(book: Workbook): Promise<ExcelJS.Worksheet> {
  const page = (await read(book)).worksheets[0];
  if (!page) throw new Error("no sheet");
  return page;
}

const text = { heading: "名称", width: 20, kind: "text" } as const;

describe("a written workbook", () => {
  it("gives the same bytes for the same content, whenever it is written", async () => {
    const book = bookOf({
      columns: [text, { ...text, choices: ["上げる", "下げる"] }],
      rows: [["甲", "上げる"]],
      isProtected: true,
    });
    const first = await workbookBytes(book);
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // ZIP counts in two seconds
    expect(Buffer.from(await workbookBytes(book)).equals(Buffer.from(first))).toBe(true);
  });

  it("keeps what looks like a formula as a text, also for who edits the cell", async () => {
    const page = await firstSheet(bookOf({ columns: [text], rows: [["=1+1"], ["@SUM(A1)"], ["１－２"]] }));
    expect(page.getCell("A2").type).toBe(ExcelJS.ValueType.String);
    expect([2, 3, 4].map((row) => page.getCell(row, 1).value)).toEqual(["=1+1", "@SUM(A1)", "１－２"]);
    expect(page.getCell("A2").numFmt).toBe("@");
  });

  it("shows numbers with the column's decimals, or with the cell's own", async () => {
    const column = { heading: "値", width: 12, kind: "number", decimals: 0 } as const;
    const page = await firstSheet(
      bookOf({ columns: [column], rows: [[1234], [{ value: 12.5, decimals: 1 }], [null]] }),
    );
    expect([page.getCell("A2").numFmt, page.getCell("A3").numFmt]).toEqual(["#,##0", "#,##0.0"]);
    expect([page.getCell("A2").value, page.getCell("A3").value, page.getCell("A4").value]).toEqual([1234, 12.5, null]);
  });

  it("writes days as Excel's days: 2027-03-31 is day 46,477", async () => {
    // 1970-01-01 is 25,569; 2027-03-31 lies 20,908 days later (57 years, 14 of them leap: 57×365+14+89).
    const column = { heading: "日付", width: 18, kind: "day" } as const;
    const page = await firstSheet(bookOf({ columns: [column], rows: [["2027-03-31"]] }));
    expect(page.getCell("A2").value).toEqual(new Date("2027-03-31T00:00:00Z"));
  });

  it("locks the head and the locked columns of a protected sheet alone", async () => {
    const columns = [{ ...text, isLocked: true, isHidden: true }, text];
    const page = await firstSheet(bookOf({ columns, rows: [["id", "甲"]], isProtected: true }));
    const locks = ["A1", "B1", "A2", "B2"].map((address) => page.getCell(address).protection?.locked ?? true);
    expect(locks).toEqual([true, true, true, false]);
    expect(page.getColumn(1).hidden).toBe(true);
  });

  it("offers the choices in every row, in the prepared ones too, from a sheet that nobody sees", async () => {
    const choices = Array.from({ length: 60 }, (_, index) => `${index + 1}課, 係`); // longer than 255 signs, with commas
    const book = bookOf({ columns: [{ ...text, choices }], rows: [["1課, 係"]], spareRows: 2 });
    const file = await read(book);
    const rules = [2, 3, 4].map((row) => file.worksheets[0]?.getCell(row, 1).dataValidation.formulae[0]);
    expect(rules).toEqual(Array.from({ length: 3 }, () => "選択肢!$A$1:$A$60"));
    expect(file.worksheets[1]?.state).toBe("veryHidden");
    expect(file.worksheets[1]?.getCell("A60").value).toBe("60課, 係");
  });

  it("cuts a text that no cell can hold, and says so", async () => {
    const page = await firstSheet(bookOf({ columns: [text], rows: [["長".repeat(40_000)]] }));
    const value = String(page.getCell("A2").value);
    expect(value.length).toBe(32_767);
    expect(value.endsWith("…（以下略）")).toBe(true);
  });
});
