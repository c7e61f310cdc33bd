import { describe, expect, it } from "vitest";
import { attacks, bookOfRows, oneRow, sharedTextBook } from "../../test/support/attack-workbooks.ts";
import { readSheetFile } from "./sheet-reader.ts";

const read = (bytes: Uint8Array) => readSheetFile({ name: "計画.xlsx", bytes });

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const book = await read(bytes);
  return book.ok ? "accepted" : book.refusal.message;
}

async function firstRow(bytes: Uint8Array) {
  const book = await read(bytes);
  return book.ok ? book.value.sheets[0]?.rows[0] : book.refusal;
}

describe("a workbook made to do harm, read in the worker", () => {
  it.each(attacks)("is refused in words: $name", async ({ bytes, refusal }) => {
    const made = bytes();
    const [before, start] = [process.memoryUsage().rss, performance.now()];
    expect(await refusalOf(made)).toContain(refusal);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  it("is refused wherever it is cut off", async () => {
    const whole = bookOfRows(oneRow);
    for (const part of [0.1, 0.5, 0.9])
      expect(await refusalOf(whole.slice(0, whole.length * part))).toContain("ファイルが壊れているか");
  });

  it("gives of a formula, also one to another book, only the value that was counted last", async () => {
    const cells = [
      `<c r="A1"><f>1+1</f><v>7</v></c>`, // 7, not 2: it is not counted here
      `<c r="B1"><f>[1]Sheet1!A1</f><v>5</v></c>`,
      `<c r="C1" t="str"><f>cmd|'/c calc'!A1</f><v>文字</v></c>`,
      `<c r="D1" t="str"><f>IF(1,"","")</f><v></v></c>`,
      `<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
    ];
    const row = await firstRow(bookOfRows(`<row r="1">${cells.join("")}</row>`));
    const error = { error: "#DIV/0!", text: "#DIV/0!" };
    expect(row).toEqual([{ number: 7, text: "7" }, { number: 5, text: "5" }, "文字", null, error]);
  });

  it("does not fill the memory with one text that many cells share", async () => {
    expect(await refusalOf(sharedTextBook(32_000, 2_000))).toContain("文字が多すぎます"); // 64 million signs
  });

  it("is read where it is only odd: deep XML, formats down to the last row, whole columns merged", async () => {
    const odd = {
      behind: `<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>${"<a>".repeat(200_000)}`,
    };
    const book = await read(bookOfRows(`${oneRow}<row r="1048576" ht="20"><c r="A1048576" s="0"/></row>`, odd));
    expect(book.ok && book.value.sheets[0]).toMatchObject({
      rows: [[{ number: 5 }]],
      merges: [{ top: 0, left: 0, bottom: 0, right: 0 }],
    });
  });
});
