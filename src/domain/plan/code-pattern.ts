/**
 * Codes by their level's pattern: `{parent}` is the code above, `{n}` the number among siblings from 1, `{nn}` the same in two digits.
 * 「{parent}-{n}」 under 「1」 gives 「1-1」, 「第{n}章」 gives 「第1章」. Without a code above, what joins to it is left out.
 */
export function codeByPattern(pattern: string, parent: string, ordinal: number): string {
  const numbered = pattern.replaceAll("{nn}", String(ordinal).padStart(2, "0")).replaceAll("{n}", String(ordinal));
  if (parent !== "") return numbered.replaceAll("{parent}", parent);
  return numbered.replaceAll(/\{parent\}[-.－・\s]*/gu, "");
}

const codeShape = /^[^\s/?#%\\]{1,30}$/u;

/** Whether a code may stand in an address (/plan/2027/1-1-1). An empty one is allowed where a level has no numbers. */
export function isCode(code: string): boolean {
  return code === "" || codeShape.test(code);
}

/** 「1-1-1-①」: the code of a measure's n-th indicator where nobody gave one. Behind ⑳ the number stands in brackets. */
export function indicatorCode(nodeCode: string, ordinal: number): string {
  const sign = ordinal <= 20 ? String.fromCodePoint(0x245f + ordinal) : `(${ordinal})`;
  return nodeCode === "" ? sign : `${nodeCode}-${sign}`;
}

/** The first free code for a measure's next indicator. */
export function freeIndicatorCode(nodeCode: string, taken: ReadonlySet<string>): string {
  let ordinal = 1;
  while (taken.has(indicatorCode(nodeCode, ordinal))) ordinal++;
  return indicatorCode(nodeCode, ordinal);
}
