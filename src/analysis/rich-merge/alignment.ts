import { plainText, type RichBlock } from "#kernel/rich-text.ts";
import { alignBlocks } from "../comparison/alignment.ts";
import { readBlock, type Block } from "../comparison/block.ts";
import { findMoves } from "../comparison/moves.ts";

/** What stands at one place of two rows of things: one of either, or one that went or came, perhaps from or to another place. */
export type Step<T> =
  | { readonly kind: "both"; readonly before: T; readonly after: T }
  | { readonly kind: "went" | "came"; readonly thing: T; readonly move: Move<T> | undefined };

/** The same thing at its old and its new place. */
export interface Move<T> {
  readonly from: T;
  readonly to: T;
}

type Words = Pick<Block, "kind" | "cells">;

/** Two rows of things, step by step in the order of the new one; what went stands where it was. */
export function steps<T>(before: readonly T[], after: readonly T[], wordsOf: (thing: T) => Words): Step<T>[] {
  const read = (thing: T, at: number) => readBlock({ section: "", number: "", ...wordsOf(thing) }, at);
  const [old, fresh] = [before.map(read), after.map(read)];
  const pairs = alignBlocks(old, fresh);
  const [kept, found] = [new Set(pairs.map((pair) => pair.old)), new Set(pairs.map((pair) => pair.fresh))];
  const moves = findMoves(
    old.filter((one) => !kept.has(one)),
    fresh.filter((one) => !found.has(one)),
  ).flatMap((pair): Move<T>[] => {
    const [from, to] = [before[pair.old.index], after[pair.fresh.index]];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const result: Step<T>[] = [];
  let [i, j] = [0, 0];
  const upTo = (oldEnd: number, freshEnd: number) => {
    for (const thing of before.slice(i, oldEnd))
      result.push({ kind: "went", thing, move: moves.find(({ from }) => from === thing) });
    for (const thing of after.slice(j, freshEnd))
      result.push({ kind: "came", thing, move: moves.find(({ to }) => to === thing) });
    [i, j] = [oldEnd, freshEnd];
  };
  for (const pair of pairs) {
    upTo(pair.old.index, pair.fresh.index);
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && other !== undefined) result.push({ kind: "both", before: one, after: other });
    [i, j] = [i + 1, j + 1];
  }
  upTo(before.length, after.length);
  return result;
}

/** The words by which a block is found in another text. */
export function wordsOfBlock(block: RichBlock): Words {
  const kinds = { heading: "heading", paragraph: "paragraph", figure: "row", table: "row" } as const;
  const kind = block.type === "bulletList" || block.type === "orderedList" ? "item" : kinds[block.type];
  if (block.type === "figure") return { kind, cells: [block.attrs.file] };
  const words = plainText({ type: "doc", content: [block] });
  return { kind, cells: block.type === "table" ? [block.attrs.caption, words] : [words] };
}
