import type { Step } from "./model.ts";

/** What the keys of the board do, in the order of its list. */
export const keyWords = [
  ["↑ ↓", "上・下の付箋へ"],
  ["← →", "となりの見出しの付箋へ"],
  ["スペース", "付箋を選ぶ・選ぶのをやめる"],
  ["Enter", "選んだ付箋を持つ。矢印で見出しを選び、Enterで置く。Escでやめる"],
  ["N", "選んだ付箋で、新しい見出しをつくる"],
  ["X", "対象外にする（理由を入れる）"],
  ["U", "直前の操作を元に戻す"],
  ["Esc", "選ぶのをやめる"],
] as const;

export type BoardKey = Step | "select" | "take" | "new" | "exclude" | "undo" | "cancel";

const keys: Readonly<Record<string, BoardKey>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  " ": "select",
  Enter: "take",
  n: "new",
  x: "exclude",
  u: "undo",
  Escape: "cancel",
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks for; with Ctrl, Alt or Meta it is the browser's. */
export function boardKey({ key, ctrlKey, altKey, metaKey }: Pressed): BoardKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  return keys[key.length === 1 ? key.toLowerCase() : key];
}

export function isStep(key: BoardKey): key is Step {
  return key === "up" || key === "down" || key === "left" || key === "right";
}
