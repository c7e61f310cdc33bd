/** A piece of two texts: in both, only in the new one, or only in the old one. */
export interface TextPiece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

const words = new Intl.Segmenter("ja", { granularity: "word" });
/** Beyond this many comparisons the middle is shown as replaced whole. */
const comparisonLimit = 4_000_000;

/** What changed from one text to another, word by word (Japanese words as the runtime's dictionary parts them). */
export function textDifference(before: string, after: string): TextPiece[] {
  const old = segmentsOf(before);
  const fresh = segmentsOf(after);
  const head = commonLength(old, fresh);
  const tail = commonLength(old.slice(head).toReversed(), fresh.slice(head).toReversed());
  const middle = between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  const pieces = [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))];
  return merged(pieces);
}

function segmentsOf(text: string): string[] {
  return Array.from(words.segment(text), (segment) => segment.segment);
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function same(segments: readonly string[]): TextPiece[] {
  return segments.map((text) => ({ kind: "same", text }));
}

/** The longest common run of words is kept; what is not in it was removed or added. */
function between(old: readonly string[], fresh: readonly string[]): TextPiece[] {
  const removed = old.map((text): TextPiece => ({ kind: "removed", text }));
  const added = fresh.map((text): TextPiece => ({ kind: "added", text }));
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > comparisonLimit)
    return [...removed, ...added];
  const lengths = commonLengths(old, fresh);
  const width = fresh.length + 1;
  const pieces: TextPiece[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    const down = lengths[(i + 1) * width + j] ?? 0;
    const right = lengths[i * width + j + 1] ?? 0;
    if (old[i] === fresh[j]) {
      pieces.push(...same(old.slice(i, i + 1)));
      i++;
      j++;
    } else if (down >= right) {
      pieces.push(...removed.slice(i, i + 1));
      i++;
    } else {
      pieces.push(...added.slice(j, j + 1));
      j++;
    }
  }
  return [...pieces, ...removed.slice(i), ...added.slice(j)];
}

/** For each pair of places, how many words are still common behind them, row by row. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const here = i * width + j;
      const diagonal = lengths[here + width + 1] ?? 0;
      lengths[here] = old[i] === fresh[j] ? diagonal + 1 : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}

function merged(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) result[result.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
