import { legible } from "#kernel/legible.ts";
import type { Sheet, Workbook } from "#kernel/sheet.ts";
import { sheetLimits } from "./limits.ts";
import { SheetRefused, sheetRefusals } from "./refusals.ts";

type Encoding = NonNullable<Workbook["encoding"]>;

/**
 * A CSV or tab-separated text as one sheet. Every cell stays text: 「1-2」 is a code here and never the second of January.
 */
export function readCsv(
  bytes: Buffer,
  { name, isLenient }: { readonly name: string; readonly isLenient: boolean },
): Workbook {
  const { text, encoding } = decode(bytes, isLenient);
  const rows = parseDelimited(text, delimiterOf(text));
  const sheet: Sheet = { name, isHidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] };
  return { kind: "csv", encoding, sheets: [sheet] };
}

interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** UTF-16 by its byte order mark, UTF-8 with or without one, else Shift_JIS as Windows writes it (CP932), else nothing we know. */
function decode(bytes: Buffer, isLenient: boolean): Decoded {
  const encodings = encodingsOf(bytes);
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return { text: legible(text), encoding: isUtf16(encoding) ? "utf-16" : encoding };
    } catch {
      continue; // these bytes are no text in this encoding
    }
  }
  const nearest = isLenient && !encodings.some(isUtf16) ? nearestText(bytes) : undefined;
  if (!nearest) throw new SheetRefused(sheetRefusals.unreadableText);
  return nearest;
}

const mostDamage = 0.01; // of its characters: more of them, and the file is written in another way altogether

/** The text with the fewest characters that could not be decoded, each of which stays as U+FFFD. */
function nearestText(bytes: Buffer): Decoded | undefined {
  const tried = (["utf-8", "shift_jis"] as const)
    .map((encoding) => ({ encoding, text: legible(new TextDecoder(encoding).decode(bytes)) }))
    .map((each) => ({ ...each, damage: each.text.split("\uFFFD").length - 1 }))
    .toSorted((one, other) => one.damage - other.damage);
  const best = tried[0];
  return best && !best.text.includes("\0") && best.damage <= best.text.length * mostDamage ? best : undefined;
}

type Decoding = "utf-16le" | "utf-16be" | "utf-8" | "shift_jis";

/** A byte order mark tells UTF-16; without one it is no encoding that an office writes. */
function encodingsOf(bytes: Buffer): readonly Decoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  return ["utf-8", "shift_jis"];
}

function isUtf16(encoding: Decoding): encoding is "utf-16le" | "utf-16be" {
  return encoding === "utf-16le" || encoding === "utf-16be";
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 5_000);
  const count = (sign: string) => head.split(sign).length;
  return count("\t") > count(",") ? "\t" : ",";
}

/** RFC 4180: fields in quotes may hold delimiters, line breaks and doubled quotes. */
function parseDelimited(text: string, delimiter: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  let cells = 0;
  const endRow = () => {
    while (row.length > 0 && row.at(-1) === null) row.pop();
    if ((cells += row.length) > sheetLimits.cells) throw new SheetRefused(sheetRefusals.tooManyCells);
    if (row.length > sheetLimits.columns) throw new SheetRefused(sheetRefusals.tooManyColumns);
    if (rows.push(row) > sheetLimits.rows) throw new SheetRefused(sheetRefusals.tooManyRows);
    row = [];
  };
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
    row.push(field.value.trim() === "" ? null : field.value);
    at = field.end;
    if (text[at] === delimiter) at++;
    else {
      endRow();
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
  if (row.length > 0) endRow();
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) throw new SheetRefused(sheetRefusals.brokenQuotes);
  const value = text
    .slice(start + 1, close)
    .replaceAll('""', '"')
    .replaceAll("\r\n", "\n");
  const after = /[^,\t\r\n]*/y;
  after.lastIndex = close + 1;
  const rest = after.exec(text)?.[0] ?? "";
  return { value: value + rest, end: close + 1 + rest.length };
}
