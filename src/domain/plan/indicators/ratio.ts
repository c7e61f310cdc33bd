import { figure } from "#kernel/figures.ts";
import { halfWidth, parseJapaneseNumber } from "#kernel/japanese-number.ts";

/** A value with what it was counted from (分子・分母). */
export interface Counted {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** How many parts one is divided into: 100 for ％; a rate by population may be per 1, 10, … or 100,000 people, which its words say. */
function scalesOf(unit: string): readonly number[] {
  if (/^[%％]$/u.test(unit)) return [100];
  if (unit === "‰") return [1_000];
  return [1, 10, 100, 1_000, 10_000, 100_000];
}

/**
 * Why a value and its numerator and denominator do not belong together, or undefined when they do. A value may be rounded up, down
 * or half: less than one of its last digit is no difference (45.27 → 45.2 or 45.3).
 */
export function ratioFault(
  { value, numerator, denominator }: Counted,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
): string | undefined {
  if (numerator === null && denominator === null) return undefined;
  if (numerator === null || denominator === null) return "分子と分母は、両方を入力するか、両方を空にしてください。";
  if (denominator === 0) return "分母が0のため、割合を計算できません。";
  if (value === null) return undefined;
  const quotients = scalesOf(unit).map((scale) => (numerator / denominator) * scale);
  const step = 10 ** -decimals;
  if (quotients.some((quotient) => Math.abs(quotient - value) < step * (1 - 1e-9))) return undefined;
  const [first = 0] = quotients;
  return `分子÷分母は${figure(first, decimals)}${unit}で、入力された${figure(value, decimals)}${unit}と合いません。どちらかを直してください。`;
}

/** How an indicator's value is counted: so many parts of one, so many digits behind the point. */
export interface Counting {
  readonly scale: number;
  readonly decimals: number;
}

interface RatioWords {
  readonly unit: string;
  readonly decimals: number;
  readonly denominatorName: string;
  readonly description: string;
}

/** The rule by which numerator and denominator make the value: by the unit, else by 「人口10万人当たり」 in its words, else per one. */
export function countingOf({ unit, decimals, denominatorName, description }: RatioWords): Counting {
  const [first = 1, ...more] = scalesOf(unit);
  const scale = more.length === 0 ? first : perPeople([unit, denominatorName, description].join(" "));
  return { scale, decimals };
}

function perPeople(words: string): number {
  const [, many = ""] =
    /(\d[\d,]*(?:千|万)?|[千万])\s*(?:人|世帯|件|戸)(?:当たり|あたり|に対|対)/u.exec(halfWidth(words)) ?? [];
  const count = parseJapaneseNumber(many === "千" || many === "万" ? `1${many}` : many)?.value ?? 1;
  return scalesOf("").includes(count) ? count : 1;
}

/** 「1,269/9,402」: numerator and denominator as they are typed into one cell; undefined for any other text. */
export function countsIn(text: string): Omit<Counted, "value"> | undefined {
  const [top, bottom, ...more] = halfWidth(text).split("/");
  if (top === undefined || bottom === undefined || more.length > 0) return undefined;
  const [numerator, denominator] = [countIn(top), countIn(bottom)];
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}

function countIn(text: string): number | null | undefined {
  return text.trim() === "" ? null : parseJapaneseNumber(text)?.value;
}

/** The counts as a cell shows and takes them: 「1,269/9,402」. */
export function countsText({ numerator, denominator }: Omit<Counted, "value">): string {
  return numerator === null || denominator === null ? "" : `${written(numerator)}/${written(denominator)}`;
}

function written(count: number): string {
  return figure(count, (String(count).split(".")[1] ?? "").length);
}

/** The value of both, rounded half up at its last digit (13.497… → 13.5). */
export function valueCounted(numerator: number, denominator: number, { scale, decimals }: Counting): number {
  const power = 10 ** decimals;
  const shifted = Number((((Math.abs(numerator) * scale) / Math.abs(denominator)) * power).toPrecision(15)); // 100.49999999999999 is 100.5
  const value = Math.round(shifted) / power;
  return value !== 0 && numerator < 0 !== denominator < 0 ? -value : value;
}
