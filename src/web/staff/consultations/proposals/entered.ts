/** Places that a person ticked (「12-20」), as they were sent. */
export function spansIn(values: readonly string[]): { readonly start: number; readonly end: number }[] {
  return values.flatMap((value) => {
    const [start = NaN, end = NaN] = value.split("-").map(Number);
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? [{ start, end }] : [];
  });
}

/** Words that a person typed, one a line. */
export function linesIn(words: string): string[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
