import { textDifference, type TextPiece } from "../text-difference.ts";

/** The words of a cell with what of them changed. */
export type Marked = readonly TextPiece[];

/** What changed from one text to another, on either side: the old with what was removed, the new with what was added. */
export function sidesOf(before: string, after: string): { readonly old: Marked; readonly fresh: Marked } {
  const same: Marked = before === "" ? [] : [{ kind: "same", text: before }];
  if (before === after) return { old: same, fresh: same };
  const pieces = closed(textDifference(before, after));
  return {
    old: joined(pieces.filter(({ kind }) => kind !== "added")),
    fresh: joined(pieces.filter(({ kind }) => kind !== "removed")),
  };
}

/** A single kana or sign that stayed between two changes is read with them: 「子育て|の|支援」 is one change, not two. */
function closed(pieces: readonly TextPiece[]): TextPiece[] {
  return pieces.flatMap((piece, at): TextPiece[] => {
    const isAlone = piece.kind === "same" && /^[\p{Script=Hiragana}、・]$/u.test(piece.text);
    const isBetween = isReplaced(pieces, at - 1, -1) && isReplaced(pieces, at + 1, 1);
    if (!isAlone || !isBetween) return [piece];
    return [
      { kind: "removed", text: piece.text },
      { kind: "added", text: piece.text },
    ];
  });
}

/** Whether words were both removed and added beside this place. */
function isReplaced(pieces: readonly TextPiece[], at: number, step: number): boolean {
  const kinds = new Set([pieces[at]?.kind, pieces[at + step]?.kind]);
  return kinds.has("removed") && kinds.has("added");
}

/** Neighbouring pieces of the same kind as one. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = [];
  for (const { kind, text } of pieces) {
    const last = result.at(-1);
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text };
    else result.push({ kind, text });
  }
  return result;
}

/** Cuts marked words into texts of these lengths. */
export function cut(marked: Marked, lengths: readonly number[]): Marked[] {
  const rest = [...marked];
  return lengths.map((length) => {
    const own: TextPiece[] = [];
    for (let left = length; left > 0 && rest[0];) {
      const { kind, text } = rest.shift() ?? { kind: "same", text: "" };
      own.push({ kind, text: text.slice(0, left) });
      if (text.length > left) rest.unshift({ kind, text: text.slice(left) });
      left -= Math.min(left, text.length);
    }
    return own;
  });
}
