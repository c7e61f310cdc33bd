/** What the keys of the desk do, in the order of the list that 「?」 shows. */
export const keyWords = [
  ["↓ ↑", "次の文・前の文へ（J、Kでも）"],
  ["Shift＋↓ ↑", "続けて選ぶ"],
  ["N", "選んだ文を論点にして、まとめ先を選ぶ"],
  ["1～9", "候補のまとめ先を選ぶ（まとめ先を選ぶ欄が空のとき）"],
  ["Enter", "欄が空ならまとめ先を決めずに進む。言葉を入れたときは、その名前で新しくつくる"],
  ["T", "論点のまとめ先を選び直す"],
  ["X", "対象外にする（理由を入れる）"],
  ["R", "対象外をやめる"],
  ["Delete", "論点を取り消す"],
  ["A", "残りの文をすべて論点にする"],
  ["U", "直前の操作を元に戻す"],
  ["→ ←", "次の意見・前の意見"],
  ["Esc", "欄を閉じる"],
  ["?", "キーの一覧を出す・しまう"],
] as const;

export type DeskKey =
  | "down"
  | "up"
  | "point"
  | "topic"
  | "exclude"
  | "restore"
  | "remove"
  | "rest"
  | "undo"
  | "next"
  | "previous"
  | "close"
  | "keys";

const keys: Readonly<Record<string, DeskKey>> = {
  ArrowDown: "down",
  j: "down",
  ArrowUp: "up",
  k: "up",
  n: "point",
  t: "topic",
  x: "exclude",
  r: "restore",
  Delete: "remove",
  a: "rest",
  u: "undo",
  ArrowRight: "next",
  ArrowLeft: "previous",
  Escape: "close",
  "?": "keys",
};

/** What a key asks for; with Ctrl, Alt or Meta it is the browser's. */
export function deskKey({
  key,
  ctrlKey,
  altKey,
  metaKey,
}: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): DeskKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  return keys[key.length === 1 ? key.toLowerCase() : key];
}
