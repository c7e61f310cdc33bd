/** Which part of a ratio a row of a copied table is: 「分子」「分母（世帯）」; 値 is what both make. */
const partOf = (text: string): string | undefined => /^(分子|分母|値|実績値)(?:[（(：:].*)?$/u.exec(text)?.[1];

/**
 * Rows of numerators with their denominators below become rows of 「分子/分母」, and the column that says which is which is left out.
 * Any other block stays as it is.
 */
export function joinedCounts(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const column = (rows.find((texts) => texts.some(isNumerator)) ?? []).findIndex(isNumerator);
  if (column < 0) return rows;
  const kinds = rows.map((texts) => partOf(texts[column] ?? ""));
  return rows.flatMap((texts, index) => {
    if (kinds[index] === "分子" && kinds[index + 1] === "分母")
      return [without(joined(texts, rows[index + 1] ?? [], column), column)];
    const isDone = kinds[index] === "分母" && kinds[index - 1] === "分子";
    const isResult = kinds[index] !== undefined && kinds[index - 1] === "分母" && kinds[index] !== "分子";
    return isDone || isResult ? [] : [without(texts, column)];
  });
}

function isNumerator(text: string): boolean {
  return partOf(text) === "分子";
}

function joined(tops: readonly string[], bottoms: readonly string[], column: number): string[] {
  return tops.map((top, index) => {
    const bottom = bottoms[index] ?? "";
    return index <= column || (top === "" && bottom === "") ? top : `${top}/${bottom}`;
  });
}

function without(texts: readonly string[], column: number): string[] {
  return texts.filter((_, index) => index !== column);
}
