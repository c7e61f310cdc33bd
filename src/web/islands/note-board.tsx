import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { Column } from "./note-board/column.tsx";
import { onBoardKey, undoLast } from "./note-board/key-acts.ts";
import { boardKey, keyWords } from "./note-board/keys.ts";
import type { BoardColumn, NoteBoardProps } from "./note-board/protocol.ts";
import { Sheets } from "./note-board/sheets.tsx";
import { BoardTools } from "./note-board/tools.tsx";
import { useBoard } from "./note-board/use-board.ts";
import { useHands } from "./note-board/use-hands.ts";
import { usePointer } from "./note-board/use-pointer.ts";
import { useAlive } from "./use-alive.ts";

/** The board (盤) on which notes are gathered under headings, by mouse, touch and keyboard. Without script there is the one by forms. */
export function NoteBoard({ state: initial, acts, plain }: NoteBoardProps): ReactNode {
  const isAlive = useAlive();
  const root = useRef<HTMLDivElement>(null);
  const desk = useBoard(initial, acts);
  const hands = useHands(desk, useFocus(root));
  const { state } = desk;
  const { selected, setSheet } = hands;
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnCard = event.target instanceof HTMLElement && event.target.closest("[data-card]") !== null;
    const key = isOnCard ? boardKey(event) : undefined;
    if (!key) return;
    event.preventDefault();
    onBoardKey(key, desk, hands);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const id = target instanceof HTMLElement ? target.dataset["card"] : undefined;
    if (id !== undefined) hands.follow(id);
  };
  usePointer(root, isAlive, {
    onTap: hands.toggle,
    onTake: (id) => `${selected.has(id) ? selected.size : 1}枚を移す`,
    onDrop: (id, to) => hands.move(selected.has(id) ? hands.chosen() : [id], to),
  });
  useTargetInSight(root, hands.target);
  const onRename = useCallback((column: BoardColumn) => setSheet({ kind: "rename", column }), [setSheet]);
  const onJoin = useCallback((column: BoardColumn) => setSheet({ kind: "join", column }), [setSheet]);
  if (!isAlive) return null;
  return (
    <div className="kj">
      <p role="status" className="kj-said" data-refused={desk.isRefused ? "" : undefined}>
        {desk.said || "付箋を引いて見出しに移すか、選んでから下のボタンで移します。"}
      </p>
      <div ref={root} className="kj-board" onKeyDown={onKeyDown} onFocus={onFocus}>
        {state.columns.map((column) => (
          <Column
            key={column.key}
            column={column}
            current={hands.standing}
            selected={selected}
            isTarget={hands.target === column.key}
            onRename={onRename}
            onJoin={onJoin}
          />
        ))}
      </div>
      <BoardTools
        selected={selected.size}
        undo={state.undo?.label}
        onMove={() => setSheet({ kind: "place", ids: hands.chosen() })}
        onNew={() => setSheet({ kind: "title", ids: hands.chosen() })}
        onExclude={() => setSheet({ kind: "reason", ids: hands.chosen() })}
        onUndo={() => undoLast(desk)}
        onStop={hands.stop}
      />
      <Help plain={plain} />
      <Sheets open={hands.sheet} state={state} onMove={hands.move} onAct={hands.take} onClose={() => setSheet(null)} />
    </div>
  );
}

/** The heading to which cards are carried is scrolled into the window. */
function useTargetInSight(root: { readonly current: HTMLElement | null }, target: string | null): void {
  useEffect(() => {
    const column = target === null ? null : root.current?.querySelector(`[data-column="${target}"]`);
    column?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [root, target]);
}

/** Puts the focus on a card once it is drawn at its place. */
function useFocus(root: { readonly current: HTMLElement | null }): (id: string) => void {
  const [wanted, want] = useState({ id: "" });
  useEffect(() => {
    if (wanted.id !== "") root.current?.querySelector<HTMLElement>(`[data-card="${wanted.id}"]`)?.focus();
  }, [root, wanted]);
  return (id) => want({ id });
}

function Help({ plain }: { readonly plain: string }): ReactNode {
  return (
    <details className="mt-6">
      <summary>キーの一覧と、フォームで動かす盤</summary>
      <dl className="desk-keys mt-2">
        {keyWords.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">
        <a href={plain}>フォームで動かす盤を開く</a>
      </p>
    </details>
  );
}
