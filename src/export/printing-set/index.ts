import { strToU8, zipSync } from "fflate";
import { sha256 } from "#kernel/canonical-json.ts";
import { blocksIn, plainText, type RichTable, type RichText } from "#kernel/rich-text.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { csvText } from "../csv.ts";
import { fixedArchive } from "../fixed-archive.ts";

/** A picture of the document as a file. */
export interface PrintedPicture {
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface PrintingSet {
  readonly plan: string;
  /** YYYY-MM-DD */
  readonly madeOn: string;
  readonly word: Uint8Array;
  /** The texts in reading order, with the place that each stands at. */
  readonly texts: readonly { readonly place: string; readonly text: RichText }[];
  readonly pictures: readonly PrintedPicture[];
}

interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly place: string;
}

/** The set for the printer (印刷所への一式) as one ZIP file: the Word, figures and tables as files, and what is in it. */
export function printingSet({ plan, madeOn, word, texts, pictures }: PrintingSet): Uint8Array<ArrayBuffer> {
  const parts: Part[] = [
    { path: "原稿.docx", bytes: word, place: "章・節の全体" },
    ...figureParts(texts, pictures),
    ...tableParts(texts),
  ];
  const lines = [
    `${plan}　印刷所への一式（${warekiDate(madeOn)}）`,
    "",
    "原稿.docx の「［図：…］」の場所に、「図」の同じ番号の順のファイルが入ります。「表」は、原稿の表を CSV（UTF-8）にしたものです。",
    "校正は、原稿.docx に直接書き入れて返してください。章や欄の見出しは、消さないでください。",
    "",
    ...parts.map(({ path, bytes, place }) => `${path}\t${bytes.length}バイト\tSHA-256 ${sha256(bytes)}\t${place}`),
  ];
  const files = [...parts, { path: "内容.txt", bytes: strToU8(`\uFEFF${lines.join("\r\n")}\r\n`) }];
  const packed = zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
  return fixedArchive(new Uint8Array(packed));
}

const endings: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg" };

function figureParts(texts: PrintingSet["texts"], pictures: readonly PrintedPicture[]): Part[] {
  const figures = texts.flatMap(({ place, text }) =>
    [...blocksIn(text)].flatMap((block) => (block.type === "figure" ? [{ place, ...block.attrs }] : [])),
  );
  return figures.flatMap(({ place, file, caption }, at): Part[] => {
    const picture = pictures.find((each) => each.file === file);
    if (!picture) return [];
    const path = `図/図${numberOf(at)}.${endings[picture.mediaType] ?? "bin"}`;
    return [{ path, bytes: picture.bytes, place: `${place}　${caption}` }];
  });
}

function tableParts(texts: PrintingSet["texts"]): Part[] {
  const tables = texts.flatMap(({ place, text }) =>
    [...blocksIn(text)].flatMap((block) => (block.type === "table" ? [{ place, table: block }] : [])),
  );
  return tables.map(({ place, table }, at) => ({
    path: `表/表${numberOf(at)}.csv`,
    bytes: strToU8(csvOf(table)),
    place: `${place}　${table.attrs.caption}`,
  }));
}

function numberOf(index: number): string {
  return String(index + 1).padStart(3, "0");
}

function csvOf({ content }: RichTable): string {
  return csvText(content.map((row) => row.content.map((cell) => plainText({ type: "doc", content: cell.content }))));
}
