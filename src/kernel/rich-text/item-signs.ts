import type { RichOrderedList } from "./model.ts";

const kana = [..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"];
const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** How items are signed at each depth, as official documents do (公用文の項目番号). */
const signs: readonly ((number: number) => string)[] = [
  (number) => `第${number}`,
  (number) => String(number),
  (number) => `(${number})`,
  (number) => repeated(kana, number),
  (number) => `(${repeated(kana, number)})`,
  (number) => repeated(letters, number),
  (number) => `(${repeated(letters, number)})`,
];

/** The deepest place that has a sign of its own; what lies deeper is signed like it. */
export const deepestSign = signs.length - 1;

/**
 * The printed sign of an item: 第1 → 1 → (1) → ア → (ア) → a → (a) by depth, the number by the item's place (from 0). After ン
 * and z the letters begin again doubled (アア、イイ …), which is how Word counts on, so that no two items of a list are signed alike.
 */
export function itemSign(depth: number, index: number): string {
  const sign = signs[Math.min(depth, deepestSign)];
  return sign ? sign(index + 1) : "";
}

/** How deep a list's items stand in the series of signs; `outer` is the depth of the numbered list around it, if there is one. */
export function signDepth(list: RichOrderedList, outer: number | undefined): number {
  if (list.attrs?.sign === "article") return 0;
  return outer === undefined ? 1 : outer + 1;
}

function repeated(set: readonly string[], number: number): string {
  const times = Math.floor((number - 1) / set.length) + 1;
  return (set[(number - 1) % set.length] ?? "").repeat(times);
}
