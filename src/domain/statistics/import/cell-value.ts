import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { cellText, type Cell } from "#kernel/sheet.ts";
import type { Absence } from "../item.ts";

/** What a cell of a table says: a number, why there is none, nothing at all, or something that is no value. */
export type CellValue =
  | { readonly kind: "number"; readonly value: number; readonly decimals: number }
  | { readonly kind: "absence"; readonly absence: Absence }
  | { readonly kind: "empty" }
  | { readonly kind: "fault" };

/** Signs by which official tables say why there is no number (「統計表の符号」: － 該当なし, X 秘匿, … 不詳). */
const signs: readonly (readonly [RegExp, Absence])[] = [
  [/^[-－−―‐ー–—]+$/u, "notApplicable"],
  [/^[xXｘＸχ]$/u, "confidential"],
  [/^(?:…|\.{3}|・{3}|\*{1,3}|＊{1,3}|不詳|n\/?a)$/iu, "unknown"],
];

const most = 4;

/** Reads a value as tables of statistics write it. 「－」 is an absence, 0 a number, and an empty cell neither. */
export function cellValue(cell: Cell | undefined): CellValue {
  const text = cellText(cell);
  if (text === "") return { kind: "empty" };
  const sign = signs.find(([pattern]) => pattern.test(text));
  if (sign) return { kind: "absence", absence: sign[1] };
  const written = parseJapaneseNumber(text.replace(/[％%]$/u, ""));
  if (typeof cell === "object" && cell !== null && "number" in cell)
    return { kind: "number", value: cell.number, decimals: Math.min(most, written?.decimals ?? 0) };
  if (!written) return { kind: "fault" };
  return { kind: "number", value: written.value, decimals: Math.min(most, written.decimals) };
}
