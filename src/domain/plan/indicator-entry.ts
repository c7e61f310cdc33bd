import { halfWidth, parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { absenceLabels, type Absence } from "./labels.ts";

/** A value as a person typed it into a cell: a number, a range, 「−」 with or without why, words, or nothing. */
export type EnteredValue =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "range"; readonly lower: number; readonly upper: number }
  | { readonly kind: "absent"; readonly absence: Absence | null }
  | { readonly kind: "words"; readonly words: string };

const dash = /^[-−－–—ー‐]$/u;
const rangeSign = /\s*[〜～~]\s*/u;

/**
 * Reads a cell: full-width digits, separators, 「△」 and 「▲」 are understood, and the indicator's own unit behind the number, which
 * Excel copies along (55％); 「−」 alone is no value; what is no number stays words.
 */
export function readEntry(text: string, unit = ""): EnteredValue {
  const plain = text.trim();
  if (plain === "") return { kind: "empty" };
  const absence = absenceNamed(plain);
  if (absence || dash.test(plain)) return { kind: "absent", absence: absence ?? null };
  const bare = withoutUnit(plain, unit);
  const number = parseJapaneseNumber(plain) ?? parseJapaneseNumber(bare); // 「3万」 is 30000, also where the unit is 万
  if (number) return { kind: "number", value: number.value };
  return rangeOf(bare) ?? { kind: "words", words: plain };
}

function withoutUnit(text: string, unit: string): string {
  const [half, end] = [halfWidth(text), halfWidth(unit.trim())];
  return end !== "" && half.endsWith(end) ? half.slice(0, -end.length).trim() : text;
}

function absenceNamed(text: string): Absence | undefined {
  const inner = text.replaceAll(/^[-−－–—ー‐]?\s*[（(]?|[）)]?$/gu, "");
  const entries = Object.entries(absenceLabels) as [Absence, string][]; // the keys of the labels are the absences
  return entries.find(([, label]) => label === inner)?.[0];
}

function rangeOf(text: string): EnteredValue | undefined {
  const [lower, upper, ...more] = halfWidth(text)
    .split(rangeSign)
    .map((part) => parseJapaneseNumber(part)?.value);
  if (lower === undefined || upper === undefined || more.length > 0) return undefined;
  return { kind: "range", lower, upper };
}
