import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { parseFiscalYear } from "#kernel/japanese-year.ts";
import { text } from "#web/visit.ts";

/** A year of a form: 「2027」「令和9年度」; NaN for anything else, which the rules refuse. */
export function yearIn(form: FormData, name: string): number {
  return parseFiscalYear(text(form, name)) ?? Number.NaN;
}

/** A year that may be left open. */
export function openYearIn(form: FormData, name: string): number | null {
  return text(form, name) === "" ? null : yearIn(form, name);
}

/** A number as offices write it (「1,200」「△3」); null when empty, NaN when it is none. */
export function numberIn(form: FormData, name: string): number | null {
  const words = text(form, name);
  return words === "" || words === "−" ? null : (parseJapaneseNumber(words)?.value ?? Number.NaN);
}

/** A choice of a list, or null for none. */
export function choiceIn(form: FormData, name: string): string | null {
  return text(form, name) || null;
}

/** The option of a closed list that a field names, or the one to take otherwise. */
export function oneOf<T extends string>(options: readonly T[], word: string): T | null {
  return options.find((option) => option === word) ?? null;
}
