import { cellText, type Cell, type NumberCell } from "#kernel/sheet.ts";
import { actualText, readActualText, readTargetText, targetText, type CellReading } from "../cell-text.ts";
import type { Actual, Target } from "../../indicator.ts";
import type { Remembered } from "./memory.ts";
import type { ValueKind } from "./form.ts";
import type { Wanted } from "./model.ts";

/** The text of a cell as a person would have typed it for a value of this unit, or why it is no value at all. */
export function typedText(
  cell: Cell | undefined,
  unit: string,
): { readonly text: string } | { readonly fault: string } {
  if (cell === null || cell === undefined) return { text: "" };
  if (typeof cell === "string") return { text: cell.trim() };
  if ("error" in cell) return { fault: "数式の誤りです。値に直してください。" };
  if ("day" in cell) return { fault: "日付になっています。セルの書式を「標準」に戻して、値を入力し直してください。" };
  if (/[%％]$/u.test(cell.text)) return percentText(cell, unit);
  return { text: String(cell.number) };
}

/** In a format of ％ a cell holds the hundredth: 0.131 for 13.1％. For a value in ％ that can mean one thing only. */
function percentText({ number }: NumberCell, unit: string): { readonly text: string } | { readonly fault: string } {
  if (/^[%％]$/u.test(unit)) return { text: String(Number((number * 100).toPrecision(15))) };
  return {
    fault: `「％」の書式のセルですが、この指標の単位は「${unit}」です（中の値は${number}）。書式を「標準」に戻して、値を入力し直してください。`,
  };
}

/** What a cell shows, for people. */
export function shownCell(cell: Cell | undefined): string {
  return cellText(cell);
}

export interface Place {
  readonly kind: ValueKind;
  readonly year: number;
}

/** Where a text stands, and the unit that may be written behind its number. */
interface UnitPlace extends Place {
  readonly unit: string;
}

/** Reads a typed text as a value of its sheet. */
export function wantedValue(text: string, { kind, year, unit }: UnitPlace, before: Actual | null): CellReading<Wanted> {
  if (kind === "targets") return { ok: true, value: { target: readTargetText(text, year, unit) } };
  const reading = readActualText(text, before, { unit });
  return reading.ok ? { ok: true, value: { actual: reading.value } } : reading;
}

/** Whether a value says the same as another in what a sheet shows of it. */
export function saysSame(wanted: Wanted, other: Actual | Target | null): boolean {
  if ("target" in wanted) {
    const [one, two] = [wanted.target, other && "words" in other ? other : null];
    return one === null || two === null
      ? one === two
      : one.value === two.value && one.upperValue === two.upperValue && one.words === two.words;
  }
  const [one, two] = [wanted.actual, other && "absence" in other ? other : null];
  return one === null || two === null ? one === two : one.value === two.value && one.absence === two.absence;
}

/** The value of a year, stored or remembered. */
export function valueOf(
  values: Pick<Remembered, "actuals" | "targets"> | undefined,
  { kind, year }: Place,
): Actual | Target | null {
  return values?.[kind].find((each) => each.year === year) ?? null;
}

export function actualOf(value: Actual | Target | null): Actual | null {
  return value && "absence" in value ? value : null;
}

/** A value as its sheet shows it. */
export function valueText(value: Actual | Target | null, decimals: number): string {
  if (value === null) return "";
  return "words" in value ? targetText(value, decimals) : actualText(value, decimals);
}
