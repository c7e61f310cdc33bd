/**
 * Numbers as Japanese offices write them: full-width digits, thousands separators, 「△」「▲」「−」 for minus, 「3万」「1.2億」.
 * What is not wholly a number is not one: 「約5」 and 「5人」 are the caller's to judge.
 */

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．，％＋－／（）：＝～＃]/gu;

/** Full-width digits, letters and the signs of numbers as their ASCII forms; nothing else is touched (㎡ stays ㎡). */
export function halfWidth(text: string): string {
  return text
    .replace(fullWidth, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll("　", " ");
}

const minusSigns = /^[△▲\-−–‐ー]\s*/u;
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const plain = /^(?:\d+(?:\.\d+)?|\.\d+)$/;
const scales: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 億: 8, 兆: 12 };
const scaled = /^([\d,.]+)(百万|千万|千|万|億|兆)$/u;

/** A number and how many decimals it was written with. */
export interface WrittenNumber {
  readonly value: number;
  readonly decimals: number;
}

/** The number that a whole text is, or undefined. 「△1,234.5」 is −1234.5; 「1,23」 (a slip in the separators) is none. */
export function parseJapaneseNumber(text: string): WrittenNumber | undefined {
  const half = halfWidth(text)
    .trim()
    .replace(/^\+\s*/, "");
  const digits = half.replace(minusSigns, "");
  const magnitude = parseMagnitude(digits);
  if (!magnitude || !Number.isFinite(magnitude.value)) return undefined;
  const negative = digits !== half && magnitude.value !== 0;
  return negative ? { ...magnitude, value: -magnitude.value } : magnitude;
}

function parseMagnitude(text: string): WrittenNumber | undefined {
  const compound = text.split(/(?<=[億万])(?=\d)/u);
  if (compound.length > 1) return sumOf(compound.map((part) => parsePart(part)));
  return parsePart(text);
}

function parsePart(text: string): WrittenNumber | undefined {
  const [, figures, scale] = scaled.exec(text) ?? [undefined, text, undefined];
  if (figures === undefined || !(grouped.test(figures) || plain.test(figures))) return undefined;
  const [whole = "", fraction = ""] = figures.replaceAll(",", "").split(".");
  const power = scale === undefined ? 0 : (scales[scale] ?? 0);
  // Shifted as text: 1.1億 must be exactly 110000000.
  const value = Number(`${whole || "0"}${fraction}e${power - fraction.length}`);
  return { value, decimals: Math.max(0, fraction.length - power) };
}

function sumOf(parts: readonly (WrittenNumber | undefined)[]): WrittenNumber | undefined {
  let value = 0;
  for (const part of parts) {
    if (!part || part.decimals > 0) return undefined;
    value += part.value;
  }
  return { value, decimals: 0 };
}

const grouping = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 6 });

/** A number as offices write it: 「1,234.5」, below zero 「△1,234.5」; at most six decimals, rounded half away from zero. */
export function japaneseNumber(value: number): string {
  return grouping.format(value).replace("-", "△");
}
