import { deflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const openPackage = "http://schemas.openxmlformats.org/package/2006";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const frame: Readonly<Record<string, string>> = {
  "/[Content_Types].xml": `<Types xmlns="${openPackage}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/></Types>`,
  "/_rels/.rels": `<Relationships xmlns="${openPackage}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "/xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="体系" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "/xl/_rels/workbook.xml.rels": `<Relationships xmlns="${openPackage}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

/** The bytes of an .xlsx of these parts, as a person with bad intent or a clumsy program might write it. */
export function bookOfParts(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const archive = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries({ ...frame, ...parts }))
    CFB.utils.cfb_add(archive, name, Buffer.from(content));
  return new Uint8Array(
    Buffer.from(CFB.write(archive, { type: "buffer", fileType: "zip", compression: true }) as Buffer),
  ); // type "buffer" gives one
}

/** A book whose one sheet has these rows of XML, what stands behind them, and what is declared before. */
export function bookOfRows(rows: string, { behind = "", before = "" } = {}): Uint8Array<ArrayBuffer> {
  const sheet = `${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  return bookOfParts({ "/xl/worksheets/sheet1.xml": sheet });
}

export const oneRow = `<row r="1"><c r="A1"><v>5</v></c></row>`;

/** A small file that unpacks to so many bytes, which its directory admits to (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export function zipBomb(size: number): Uint8Array<ArrayBuffer> {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const packed = deflateRawSync(Buffer.alloc(size, 32));
  const [local, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04034b50, 0);
  entry.writeUInt32LE(0x02014b50, 0);
  end.writeUInt32LE(0x06054b50, 0);
  for (const [header, at] of [
    [local, 8],
    [entry, 10],
  ] as const) {
    header.writeUInt16LE(8, at); // deflated
    header.writeUInt32LE(packed.length, at + 10);
    header.writeUInt32LE(size, at + 14);
    header.writeUInt16LE(name.length, at + 18);
  }
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]));
}

/** The container that Office writes around a book that a password encrypts (MS-OFFCRYPTO). */
export function encryptedBook(): Uint8Array<ArrayBuffer> {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.from("<encryption/>".repeat(100)));
  CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.from("secret".repeat(1_000)));
  return new Uint8Array(Buffer.from(CFB.write(container, { type: "buffer" }) as Buffer)); // type "buffer" gives one
}

/** Text of one shared string that so many cells show. */
export function sharedTextBook(length: number, cells: number): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: cells }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`);
  return bookOfParts({
    "/xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    "/xl/sharedStrings.xml": `<sst xmlns="${main}"><si><t>${"あ".repeat(length)}</t></si></sst>`,
  });
}

/** Each attack with the sentence that refuses it. */
export const attacks: readonly {
  readonly name: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  readonly refusal: string;
}[] = [
  {
    name: "途中で切れたファイル",
    bytes: () => bookOfRows(oneRow.repeat(50)).slice(0, 900),
    refusal: "ファイルが壊れているか",
  },
  {
    name: "展開すると大きくなるファイル",
    bytes: () => zipBomb(60_000_000),
    refusal: "展開すると大きくなりすぎるファイル",
  },
  {
    name: "1,048,576行",
    bytes: () => bookOfRows(`${oneRow}<row r="1048576"><c r="A1048576"><v>7</v></c></row>`),
    refusal: "行が多すぎます（上限 10万行）",
  },
  {
    name: "計算されていない数式",
    bytes: () => bookOfRows(`<row r="1"><c r="A1"><f>[1]Sheet1!A1</f></c><c r="B1"><f>1+1</f><v></v></c></row>`),
    refusal: "数式が計算されていないセルがあります（A1、B1）。",
  },
  {
    name: "実体の宣言",
    bytes: () => bookOfRows(oneRow, { before: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` }),
    refusal: "Excel が書かない宣言（DOCTYPE）がある",
  },
  {
    name: "重なる結合セル",
    bytes: () =>
      bookOfRows(oneRow, { behind: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(30_000)}</mergeCells>` }),
    refusal: "結合セルが多すぎるか、重なっている",
  },
  { name: "パスワード", bytes: encryptedBook, refusal: "パスワードのかかったファイル" },
  {
    name: "画像を.xlsxと名づけたもの",
    bytes: () => new Uint8Array(Buffer.from("\u0089PNG\r\n\u001a\n", "latin1")),
    refusal: "表のファイルではありません。",
  },
  {
    name: "Wordの文書",
    bytes: () => bookOfParts({ "/word/document.xml": "<document/>" }),
    refusal: "表のファイルではありません。",
  },
];
