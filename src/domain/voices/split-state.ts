/**
 * How far a voice is split and sorted, as lists tell it: counted in letters, so that no text is read. Whether nothing is missing is
 * said by `completeness.ts` alone.
 */
export const splitStates = [
  "untouched", // 未着手
  "partly", // a part of its text is in no point
  "lost", // corrected since, and a point's words are no longer there
  "waiting", // a point has neither a topic nor a reason to be left out
  "done",
] as const;
export type SplitState = (typeof splitStates)[number];

export const splitStateLabels: Readonly<Record<SplitState, string>> = {
  untouched: "未着手",
  partly: "論点に入っていない文がある",
  lost: "訂正で論点の文が見つからない",
  waiting: "まとめ先の決まっていない論点がある",
  done: "仕分け済み",
};
