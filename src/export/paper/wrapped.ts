const words = new Intl.Segmenter("ja", { granularity: "word" });

/** What must not begin a line (行頭禁則). */
const unfit = /^[、。，．」』）・ー]/u;

/**
 * A title in lines of at most so many full-width signs: broken at full-width spaces always, then where it is too long at spaces,
 * after commas, between words, so that 「総合計画」 never parts as 「総」「合計画」. Half-width signs count half.
 */
export function wrapped(text: string, longest: number): string[] {
  return text.split("　").flatMap((line) => broken(line.trim(), longest, [/(?<= )/u, /(?<=[、。])/u]));
}

/** A text in pieces between which a line may end: words with the marks that must follow them. */
export function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.length - 1;
    if (last >= 0 && (unfit.test(segment) || /[（「『]$/u.test(pieces[last] ?? ""))) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** Breaks a line that is too long by the coarsest cut that there is; the last cut is between words. */
function broken(line: string, longest: number, [cut, ...finer]: readonly RegExp[]): string[] {
  if (line === "") return [];
  if (widthOf(line) <= longest) return [line.trim()];
  const pieces = cut ? line.split(cut) : [...words.segment(line)].map(({ segment }) => segment);
  const filled = fill(pieces, longest);
  return cut ? filled.flatMap((each) => broken(each, longest, finer)) : filled;
}

/** Pieces put together into lines as long as they fit; a line never begins with what must not stand there (行頭禁則). */
function fill(pieces: readonly string[], longest: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joins = last !== undefined && (widthOf(last + piece.trimEnd()) <= longest || unfit.test(piece));
    if (joins) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e\uff61-\uff9f]/u.test(sign) ? 0.5 : 1), 0);
}
