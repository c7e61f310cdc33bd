import type { ReactNode } from "react";

interface ToolsProps {
  readonly selected: number;
  readonly undo: string | undefined;
  readonly onMove: () => void;
  readonly onNew: () => void;
  readonly onExclude: () => void;
  readonly onUndo: () => void;
  readonly onStop: () => void;
}

/** What can be done with the chosen notes, always in reach at the foot of the window. */
export function BoardTools({ selected, undo, onMove, onNew, onExclude, onUndo, onStop }: ToolsProps): ReactNode {
  const isOpen = selected > 0;
  return (
    <div className="kj-tools" role="group" aria-label="選んだ付箋の操作">
      <span className="kj-selected">{isOpen ? `${selected}枚を選択` : "付箋を選んでください"}</span>
      {isOpen && (
        <button type="button" className="button button-quiet" onClick={onStop}>
          選択をやめる
        </button>
      )}
      <button type="button" className="button button-secondary" disabled={undo === undefined} onClick={onUndo}>
        元に戻す{undo !== undefined && <span className="visually-hidden">（{undo}）</span>}
      </button>
      <button type="button" className="button" disabled={!isOpen} onClick={onMove}>
        移す
      </button>
      <button type="button" className="button button-secondary" disabled={!isOpen} onClick={onNew}>
        新しい見出し
      </button>
      <button type="button" className="button button-secondary" disabled={!isOpen} onClick={onExclude}>
        対象外にする
      </button>
    </div>
  );
}
