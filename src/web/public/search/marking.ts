import { folded } from "#kernel/folding.ts";

/** A stretch of a text: a word that was searched for, or what stands between. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * A text cut into pieces that are one of the words and pieces that are not, as it was written: folding may change how many
 * characters there are, so each written letter remembers where its folded form lies.
 */
export function marked(text: string, words: readonly string[]): Piece[] {
  const written = Array.from(letters.segment(text), (letter) => letter.segment);
  const parts = written.map(folded);
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.length;
  }
  const hit = hitsIn(parts.join(""), words);
  const pieces: { text: string; isHit: boolean }[] = [];
  written.forEach((letter, index) => {
    const start = starts[index] ?? 0;
    const isInside = parts[index] !== "" || hit[start - 1] === 1;
    const isHit = hit[start] === 1 && isInside;
    const last = pieces.at(-1);
    if (last && last.isHit === isHit) last.text += letter;
    else pieces.push({ text: letter, isHit });
  });
  return pieces;
}

function hitsIn(text: string, words: readonly string[]): Uint8Array {
  const hit = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      hit.fill(1, at, at + word.length);
  }
  return hit;
}

/** About `length` letters of a text around the first word found in it, marked; undefined when none is there. */
export function excerpt(text: string, words: readonly string[], length = 90): Piece[] | undefined {
  const line = text.replace(/\s+/gu, " ").trim();
  const pieces = marked(line, words);
  const first = pieces.findIndex((piece) => piece.isHit);
  if (first < 0) return undefined;
  const before = pieces.slice(0, first).reduce((sum, piece) => sum + piece.text.length, 0);
  const start = Math.max(0, before - Math.floor(length / 3));
  const cut = line.slice(start, start + length);
  const signs = { head: start > 0 ? "…" : "", tail: start + length < line.length ? "…" : "" };
  return marked(`${signs.head}${cut}${signs.tail}`, words);
}
