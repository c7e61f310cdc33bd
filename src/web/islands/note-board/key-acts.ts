import { isStep, type BoardKey } from "./keys.ts";
import { columnOf, nextTarget, walked } from "./model.ts";
import { waitingKey } from "./protocol.ts";
import type { BoardDesk } from "./use-board.ts";
import type { Hands } from "./use-hands.ts";

/** Does what a key asks: while cards are carried, arrows choose where they go; else they walk. */
export function onBoardKey(key: BoardKey, desk: BoardDesk, hands: Hands): void {
  if (hands.target === null) walking(key, desk, hands);
  else carrying(key, hands.target, { desk, hands });
}

function walking(key: BoardKey, desk: BoardDesk, hands: Hands): void {
  const { state } = desk;
  const { standing } = hands;
  if (isStep(key)) return hands.stand(walked(state, standing, key));
  switch (key) {
    case "select":
      return hands.toggle(standing);
    case "take":
      return hands.carryTo(nextTarget(state, columnOf(state, standing)?.key ?? waitingKey, "right"));
    case "undo":
      return undoLast(desk);
    case "cancel":
      return hands.stop();
    default:
      hands.setSheet({ kind: key === "new" ? "title" : "reason", ids: hands.chosen() });
  }
}

interface Room {
  readonly desk: BoardDesk;
  readonly hands: Hands;
}

function carrying(key: BoardKey, target: string, { desk, hands }: Room): void {
  if (isStep(key)) hands.carryTo(nextTarget(desk.state, target, key));
  else if (key === "take") hands.move(hands.chosen(), target);
  else if (key === "cancel") hands.stop();
}

export function undoLast({ state, act }: BoardDesk): void {
  if (state.undo) act({ kind: "undo" }, `「${state.undo.label}」を元に戻しました。`);
}
