import { CFB, utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { cellText, type Workbook } from "#kernel/sheet.ts";
import { runInWorker } from "#platform/files/worker.ts";
import { parseSheetFile } from "./sheet/parse.ts";
import { readSheetFile } from "./sheet-reader.ts";

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

async function excelOf(fill: Fill): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("体系"), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function bookOf(bytes: Uint8Array, name = "計画.xlsx"): Workbook {
  const parsed = parseSheetFile({ name, bytes });
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

function refusalOf(bytes: Uint8Array, name = "計画.xlsx"): string {
  const parsed = parseSheetFile({ name, bytes });
  return parsed.ok ? "accepted" : parsed.refusal.code;
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"));
/** 「観光,①髙」 in CP932: NEC's ① (87 40) and IBM's 髙 (FB FC) are in no plain Shift_JIS. */
const cp932 = new Uint8Array([0x8a, 0xcf, 0x8c, 0xf5, 0x2c, 0x87, 0x40, 0xfb, 0xfc]);

/** A zip whose directory admits to one sheet of so many bytes, as a bomb's would. */
function archiveAdmitting(unpacked: number): Uint8Array {
  const archive = CFB.utils.cfb_new();
  CFB.utils.cfb_add(archive, "/xl/worksheets/sheet1.xml", Buffer.from("<worksheet/>"));
  const bytes = Buffer.from(CFB.write(archive, { type: "buffer", fileType: "zip" }) as Buffer); // type "buffer" gives one
  bytes.writeUInt32LE(unpacked, bytes.lastIndexOf(Buffer.from("PK\u0001\u0002")) + 24);
  return new Uint8Array(bytes);
}

/** A zip of so many zero bytes whose directory admits to 1,000 of them; `stated` is what the entry's own header says. */
function archiveHiding(size: number, stated: number): Uint8Array {
  const archive = CFB.utils.cfb_new();
  CFB.utils.cfb_add(archive, "/xl/worksheets/sheet1.xml", Buffer.alloc(size));
  const bytes = Buffer.from(CFB.write(archive, { type: "buffer", fileType: "zip", compression: true }) as Buffer); // type "buffer" gives one
  bytes.writeUInt32LE(1_000, bytes.lastIndexOf(Buffer.from("PK\u0001\u0002")) + 24);
  bytes.writeUInt32LE(stated, bytes.lastIndexOf(Buffer.from("PK\u0003\u0004")) + 22);
  return new Uint8Array(bytes);
}

describe("reading an Excel file", () => {
  it("gives text, numbers as shown, and formulas by their last value", async () => {
    const book = bookOf(
      await excelOf((sheet) => {
        sheet.addRow(["1-2 観光", 1234.5, 0.853, { formula: "B1*2", result: 2469 }]);
        sheet.getCell("B1").numFmt = '#,##0.0"人"';
        sheet.getCell("C1").numFmt = "0.0%";
      }),
    );
    expect(book.sheets[0]?.rows[0]).toEqual([
      "1-2 観光",
      { number: 1234.5, text: "1,234.5人" },
      { number: 0.853, text: "85.3%" },
      { number: 2469, text: "2469" },
    ]);
  });

  it("leaves out what no database can hold, however a book spells it", async () => {
    const book = bookOf(await excelOf((sheet) => sheet.addRow(["か_x0000_ん_xD800_光", "😀"])));
    expect(book.sheets[0]?.rows[0]).toEqual(["かん光", "😀"]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("観\0光,1", "utf16le")]);
    expect(refusalOf(new Uint8Array(utf16), "a.csv")).toBe("unreadableText");
  });

  it("rounds away what only binary fractions add", async () => {
    const book = bookOf(await excelOf((sheet) => sheet.addRow([0.1 + 0.2])));
    expect(book.sheets[0]?.rows[0]?.[0]).toMatchObject({ number: 0.3 });
  });

  it("gives days as days, with era formats printed", async () => {
    const book = bookOf(
      await excelOf((sheet) => {
        sheet.addRow([new Date("2024-03-31T00:00:00Z")]);
        sheet.getCell("A1").numFmt = '[$-411]ggge"年"m"月"d"日"';
      }),
    );
    expect(book.sheets[0]?.rows[0]?.[0]).toEqual({ day: "2024-03-31", text: "令和6年3月31日" });
  });

  it("keeps merged ranges and says which rows, columns and sheets were hidden", async () => {
    const book = bookOf(
      await excelOf((sheet, whole) => {
        sheet.addRow(["基本目標", "目標"]);
        sheet.addRow(["1 安全", 3]);
        sheet.addRow(["2 安心", 4]);
        sheet.mergeCells("A2:A3");
        sheet.getRow(3).hidden = true;
        sheet.getColumn(2).hidden = true;
        whole.addWorksheet("作業用", { state: "hidden" }).addRow(["x"]);
      }),
    );
    expect(book.sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ["体系", false],
      ["作業用", true],
    ]);
    expect(book.sheets[0]).toMatchObject({
      merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
      hiddenRows: [2],
      hiddenColumns: [1],
    });
  });

  it("keeps formula errors as errors", async () => {
    const book = bookOf(
      await excelOf((sheet) => sheet.addRow([{ formula: "1/0", result: { error: "#DIV/0!" } }, "末尾"])),
    );
    expect(book.sheets[0]?.rows[0]?.[0]).toEqual({ error: "#DIV/0!", text: "#DIV/0!" });
  });

  it("reads the old .xls too", () => {
    const bytes = write(
      {
        SheetNames: ["表"],
        Sheets: {
          表: utils.aoa_to_sheet([
            ["施策", "目標値"],
            ["観光", 12],
          ]),
        },
      },
      { bookType: "biff8", type: "buffer" },
    );
    expect(bookOf(new Uint8Array(bytes), "計画.xls").sheets[0]?.rows[1]).toEqual(["観光", { number: 12, text: "12" }]);
  });
});

describe("reading a CSV file", () => {
  it("takes UTF-8 with and without a byte order mark, and CP932 with its own letters", () => {
    expect(bookOf(utf8("\uFEFF施策,目標"), "a.csv")).toMatchObject({
      encoding: "utf-8",
      sheets: [{ name: "a", rows: [["施策", "目標"]] }],
    });
    expect(bookOf(utf8("施策,目標"), "a.csv").encoding).toBe("utf-8");
    expect(bookOf(cp932, "a.csv")).toMatchObject({ encoding: "shift_jis", sheets: [{ rows: [["観光", "①髙"]] }] });
  });

  it("keeps codes as text, quoted commas and line breaks, and tells empty cells", () => {
    const rows = bookOf(utf8('1-2,"1,500人",\r\n"二行の\r\n施策",,"「""重点""」"\r\n'), "a.csv").sheets[0]?.rows;
    expect(rows).toEqual([
      ["1-2", "1,500人"],
      ["二行の\n施策", null, '「"重点"」'],
    ]);
  });

  it("takes the tab-separated UTF-16 that Excel calls Unicode text", () => {
    const little = Buffer.from("\uFEFF施策\t目標\r\n観光\t12", "utf16le");
    const big = bookOf(new Uint8Array(Buffer.from(little).swap16()), "a.csv");
    expect(big).toMatchObject({
      encoding: "utf-16",
      sheets: [
        {
          rows: [
            ["施策", "目標"],
            ["観光", "12"],
          ],
        },
      ],
    });
    const bytes = new Uint8Array(little);
    expect(bookOf(bytes, "a.txt").sheets[0]?.rows.map((row) => row.map(cellText))).toEqual([
      ["施策", "目標"],
      ["観光", "12"],
    ]);
  });
});

describe("what is no table is refused with a reason", () => {
  it("tells an empty, a foreign, a broken and an encrypted file apart", async () => {
    const whole = await excelOf((sheet) => sheet.addRow(["x".repeat(2_000)]));
    const encrypted = CFB.utils.cfb_new();
    CFB.utils.cfb_add(encrypted, "/EncryptedPackage", Buffer.from("secret".repeat(1_000)));
    expect(refusalOf(new Uint8Array())).toBe("emptyFile");
    expect(refusalOf(utf8("%PDF-1.7 …"))).toBe("notATable");
    expect(refusalOf(utf8("<html><table></table>"), "計画.xls")).toBe("webPage");
    expect(refusalOf(whole.subarray(0, whole.length - 600))).toBe("corruptFile");
    expect(refusalOf(new Uint8Array(Buffer.from(CFB.write(encrypted, { type: "buffer" }) as Buffer)))).toBe(
      "encrypted",
    ); // type "buffer" gives one
    expect(refusalOf(new Uint8Array([0x80, 0xff, 0x00, 0x01]), "a.csv")).toBe("unreadableText");
    expect(refusalOf(utf8('施策,"目標\n観光,3'), "a.csv")).toBe("brokenQuotes");
    expect(refusalOf(utf8(",,\n,,"), "a.csv")).toBe("noCells");
  });

  it("refuses a book that admits to unpack to more than two hundred times its size", () => {
    expect(refusalOf(archiveAdmitting(10_000_000))).toBe("unpacksTooLarge");
  });

  it("does not unpack an entry beyond the size that its directory admits to", () => {
    expect(refusalOf(archiveHiding(2_000_000, 1_000))).toBe("unpacksTooLarge");
    expect(refusalOf(archiveHiding(2_000_000, 0))).toBe("unpacksTooLarge"); // 0: the reader would go on to the end
    expect(refusalOf(archiveHiding(1_000, 0xffff_ffff))).toBe("unpacksTooLarge"); // the reader would reserve four gigabytes
    expect(refusalOf(archiveHiding(1_000, 1_000))).toBe("corruptFile"); // an honest zip, but no book
  });

  it("refuses too many rows and too many columns", () => {
    expect(refusalOf(utf8("a\n".repeat(100_001)), "a.csv")).toBe("tooManyRows");
    expect(refusalOf(utf8("a,".repeat(500) + "a"), "a.csv")).toBe("tooManyColumns");
  });
});

describe("the worker", () => {
  it("reads in a thread of its own and gives the same tables", async () => {
    const bytes = utf8("施策,目標\n観光,12");
    expect(await readSheetFile({ name: "a.csv", bytes })).toEqual(parseSheetFile({ name: "a.csv", bytes }));
  });

  it("ends reading that takes longer than its limit", async () => {
    const bytes = utf8("施策,目標\n".repeat(50_000));
    await expect(
      runInWorker("sheet-reader", { name: "a.csv", bytes }, { milliseconds: 1, megabytes: 512 }),
    ).rejects.toMatchObject({ reason: "tooLong" });
  });
});
