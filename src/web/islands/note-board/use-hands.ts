import { useState } from "react";
import { cardsOf, columnOf, firstCard, standingWithout } from "./model.ts";
import { excludedKey, type BoardAct } from "./protocol.ts";
import type { OpenSheet } from "./sheets.tsx";
import type { BoardDesk } from "./use-board.ts";

export type Hands = ReturnType<typeof useHands>;

/** What a person has in hand at the board: where the keyboard stands, what is chosen, where it is carried, and the acts with it. */
export function useHands(desk: BoardDesk, focus: (id: string) => void) {
  const { state, act, say } = desk;
  const [current, setCurrent] = useState(() => firstCard(state) ?? "");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<string | null>(null);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const standing = columnOf(state, current) ? current : (firstCard(state) ?? "");
  const titleOf = (key: string) => state.columns.find((column) => column.key === key)?.title ?? "";
  const stand = (id: string) => {
    setCurrent(id);
    focus(id);
  };
  const leave = (ids: readonly string[]) => {
    stand(ids.length === 0 ? standing : standingWithout(state, ids));
    setSelected(new Set());
    setTarget(null);
    setSheet(null);
  };
  return {
    standing,
    selected,
    target,
    sheet,
    setSheet,
    titleOf,
    stand,
    /** The focus came to a card by other ways than the arrows. */
    follow: setCurrent,
    /** The chosen cards in the board's order; else the one on which one stands. */
    chosen: () =>
      selected.size > 0 ? cardsOf(state, selected).map(({ id }) => id) : standing === "" ? [] : [standing],
    toggle(id: string) {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setCurrent(id);
      setSelected(next);
      say(next.size === 0 ? "選んだ付箋はありません。" : `${next.size}枚を選んでいます。`);
    },
    carryTo(key: string) {
      setTarget(key);
      say(`移す先：${titleOf(key)}。Enterで置きます。Escでやめます。`);
    },
    stop() {
      setTarget(null);
      setSelected(new Set());
      say(target === null ? "選ぶのをやめました。" : "移すのをやめました。");
    },
    move(ids: readonly string[], to: string, title = titleOf(to)) {
      if (to === excludedKey) return setSheet({ kind: "reason", ids });
      const moving = ids.filter((id) => columnOf(state, id)?.key !== to);
      leave(moving);
      if (moving.length > 0) act({ kind: "move", ids: moving, to }, `${moving.length}枚を「${title}」に移しました。`);
    },
    take(asked: BoardAct, done: string) {
      leave("ids" in asked ? asked.ids : []);
      act(asked, done);
    },
  };
}
