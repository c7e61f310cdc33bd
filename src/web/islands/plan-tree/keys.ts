/** What a key asks for in the tree. */
export type Command =
  | "up"
  | "down"
  | "first"
  | "last"
  | "pageUp"
  | "pageDown"
  | "openOrEnter"
  | "closeOrLeave"
  | "openSiblings"
  | "rename"
  | "addSibling"
  | "addChild"
  | "moveUp"
  | "moveDown"
  | "indent"
  | "outdent"
  | "remove"
  | "undo"
  | "menu"
  | "dismiss";

export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const chords: Readonly<Record<string, Command>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "openOrEnter",
  ArrowLeft: "closeOrLeave",
  Home: "first",
  End: "last",
  PageUp: "pageUp",
  PageDown: "pageDown",
  "*": "openSiblings",
  "Shift+*": "openSiblings", // where the sign is typed with Shift
  F2: "rename",
  Enter: "rename",
  Insert: "addSibling",
  "Ctrl+Enter": "addSibling",
  "Shift+Insert": "addChild",
  "Ctrl+Shift+Enter": "addChild",
  "Alt+ArrowUp": "moveUp",
  "Alt+ArrowDown": "moveDown",
  "Alt+ArrowRight": "indent",
  "Alt+ArrowLeft": "outdent",
  Delete: "remove",
  "Ctrl+z": "undo",
  ContextMenu: "menu",
  "Shift+F10": "menu",
  Escape: "dismiss",
};

/** The command of a key press on a row, or undefined: then the browser does what it always does. ⌘ counts as Ctrl. */
export function commandFor(press: KeyPress): Command | undefined {
  const modifiers = [
    press.ctrlKey || press.metaKey ? "Ctrl" : "",
    press.altKey ? "Alt" : "",
    press.shiftKey ? "Shift" : "",
  ];
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return chords[[...modifiers.filter(Boolean), key].join("+")];
}

/** A single printable character without a modifier: the person types the beginning of a name. */
export function typedCharacter(press: KeyPress): string | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  return [...press.key].length === 1 && press.key !== " " ? press.key : undefined;
}

/** What a key asks for while a name is typed. */
export type DraftCommand = "commit" | "cancel";

/** While an input method composes (変換中), Enter and Escape belong to it. 229 is what some browsers report instead. */
export function draftCommandFor(press: {
  readonly key: string;
  readonly isComposing: boolean;
  readonly keyCode: number;
}): DraftCommand | undefined {
  if (press.isComposing || press.keyCode === 229) return undefined;
  if (press.key === "Enter") return "commit";
  return press.key === "Escape" ? "cancel" : undefined;
}

/** The keys in words, for the list that a person can open. */
export const keyList: readonly { readonly keys: string; readonly act: string }[] = [
  { keys: "↑ ↓", act: "前・次の行へ" },
  { keys: "→", act: "開く。開いているときは中へ" },
  { keys: "←", act: "閉じる。閉じているときは上の階層へ" },
  { keys: "Home / End", act: "最初・最後の行へ" },
  { keys: "1、2… や文字", act: "その文字で始まる番号・名前の行へ" },
  { keys: "*", act: "同じ階層をすべて開く" },
  { keys: "Enter または F2", act: "名前を変える" },
  { keys: "Insert または Ctrl+Enter", act: "下に追加する" },
  { keys: "Shift+Insert または Ctrl+Shift+Enter", act: "中に追加する" },
  { keys: "Alt+↑ / Alt+↓", act: "同じ階層の中で上・下へ移す" },
  { keys: "Alt+→ / Alt+←", act: "階層を下げる・上げる" },
  { keys: "Delete", act: "削除する（元に戻せます）" },
  { keys: "Ctrl+Z", act: "直前の操作を元に戻す" },
  { keys: "Shift+F10", act: "操作のメニューを開く" },
  { keys: "Tab", act: "行の中のリンク・メニューへ" },
  { keys: "Esc", act: "入力をやめる。知らせを閉じる" },
];
