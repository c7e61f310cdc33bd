import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { messySheet, messySheetSecondEdition } from "./messy-sheet.ts";

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer); // the whole buffer is the file
  return workbook;
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function textsOf(workbook: ExcelJS.Workbook): string[] {
  const texts: string[] = [];
  workbook.getWorksheet("施策・指標一覧")?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts;
}

function measuresOf(workbook: ExcelJS.Workbook): string[] {
  const sheet = workbook.getWorksheet("施策・指標一覧");
  const titles = new Set<string>();
  for (let row = 7; row <= (sheet?.rowCount ?? 0); row++) titles.add(sheet?.getCell(row, 3).text ?? "");
  return [...titles].filter((title) => /^[０-９]/.test(title));
}

describe("the messy workbook", () => {
  let first: ExcelJS.Workbook;
  let second: ExcelJS.Workbook;
  beforeAll(async () => {
    first = await read(await messySheet());
    second = await read(await messySheetSecondEdition());
  });

  it("is the same to the byte each time, and the second edition is another", async () => {
    expect(hash(await messySheet())).toBe(hash(await messySheet()));
    expect(hash(await messySheet())).not.toBe(hash(await messySheetSecondEdition()));
  });

  it("begins with a cover and keeps a hidden sheet beside the table", () => {
    expect(first.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ["表紙", "visible"],
      ["作業用（触らないこと）", "hidden"],
      ["施策・指標一覧", "visible"],
    ]);
  });

  it("has title rows, a head of two rows with merged cells, and notes below", () => {
    const sheet = first.getWorksheet("施策・指標一覧");
    expect(sheet?.getCell("A1").text).toContain("施策体系・成果指標一覧");
    expect(sheet?.getCell("A6").master.address).toBe("A5");
    expect(sheet?.getCell("H5").master.address).toBe("F5");
    expect(sheet?.getCell("F6").text).toBe("指標名");
    expect(sheet?.getCell("A8").master.address).toBe("A7");
    expect(textsOf(first).some((text) => text.startsWith("（注１）"))).toBe(true);
  });

  it("holds 31 measures in its first edition and 31 in its second: one dropped, one added", () => {
    expect(measuresOf(first).length).toBe(31);
    expect(measuresOf(second).length).toBe(31);
    expect(measuresOf(second)).toContain("１－１－１　地域みんなで防災力を高める【防災】");
  });

  it.each([
    ["full-width digits", /^[０-９．]+$/],
    ["a thousands separator in text", /^\d{1,3}(,\d{3})+$/],
    ["a minus sign as a triangle", /^△/],
    ["a minus sign as a black triangle", /^▲/],
    ["a year of the era in full width", /^令和[０-９]+年度$/],
    ["a target in words", /5年間で40人/],
    ["a number with its unit", /^\d+(\.\d+)?(％|人|校|件)$/],
    ["a unit in the name", /（％）$/],
    ["a missing value", /^－$/],
  ])("shows %s", (_name, pattern) => expect(textsOf(first).some((text) => pattern.test(text))).toBe(true));
});
