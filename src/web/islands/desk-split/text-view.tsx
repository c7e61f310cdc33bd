import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { piecesOf, type DeskCursor, type DeskItem } from "./model.ts";
import type { TextSpan } from "./protocol.ts";

interface TextViewProps {
  readonly text: string;
  readonly items: readonly DeskItem[];
  readonly cursor: DeskCursor;
  readonly isAlive: boolean;
  readonly onKeys: (event: KeyboardEvent) => void;
  readonly onItem: (item: number, isReaching: boolean) => void;
  readonly onMarked: (span: TextSpan | undefined) => void;
}

/** The text of a voice, large, with its points marked. */
export function TextView({ text, items, cursor, isAlive, onKeys, onItem, onMarked }: TextViewProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const isChosen = (item: number) => item >= Math.min(cursor.at, cursor.to) && item <= Math.max(cursor.at, cursor.to);
  return (
    <div
      ref={root}
      className="desk-text"
      role="listbox"
      aria-label="意見の文"
      aria-multiselectable="true"
      aria-activedescendant={items.length > 0 ? `desk-item-${cursor.to}` : undefined}
      tabIndex={isAlive ? 0 : undefined}
      onKeyDown={onKeys}
      onMouseUp={() => onMarked(markedIn(root.current))}
    >
      {piecesOf(text, items).map(({ start, end, item }) =>
        item < 0 ? (
          <span key={start} role="presentation" data-start={start}>
            {text.slice(start, end)}
          </span>
        ) : (
          <Item
            key={start}
            id={`desk-item-${item}`}
            item={items[item]}
            isChosen={isAlive && isChosen(item)}
            start={start}
            words={text.slice(start, end)}
            onClick={(isReaching) => onItem(item, isReaching)}
          />
        ),
      )}
    </div>
  );
}

interface ItemProps {
  readonly id: string;
  readonly item: DeskItem | undefined;
  readonly isChosen: boolean;
  readonly start: number;
  readonly words: string;
  readonly onClick: (isReaching: boolean) => void;
}

function Item({ id, item, isChosen, start, words, onClick }: ItemProps): ReactNode {
  const mark = item?.mark;
  const kind = mark ? (mark.isExcluded ? "excluded" : mark.label === "" ? "waiting" : "sorted") : "left";
  return (
    <span id={id} role="option" aria-selected={isChosen} data-kind={kind} onClick={(event) => onClick(event.shiftKey)}>
      <span data-start={start}>{words}</span>
      {mark && <span className="desk-label">{mark.label === "" ? "まとめ先は未定" : mark.label}</span>}
    </span>
  );
}

/** The stretch that is marked by the mouse; undefined when nothing is. */
function markedIn(root: HTMLElement | null): TextSpan | undefined {
  const marked = getSelection();
  if (!root || !marked || marked.isCollapsed || marked.rangeCount === 0) return undefined;
  const range = marked.getRangeAt(0);
  const [start, end] = [
    placeOf(root, range.startContainer, range.startOffset),
    placeOf(root, range.endContainer, range.endOffset),
  ];
  return start !== undefined && end !== undefined && end > start ? { start, end } : undefined;
}

/** Where a place of the page is in the text. Labels are no part of it: such a place counts as the end of the piece before. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | undefined {
  if (!root.contains(node)) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-start]");
  if (piece) return Number(piece.dataset["start"]) + (node instanceof Element ? 0 : offset);
  const before = element?.closest("[role=option]")?.querySelector<HTMLElement>("[data-start]");
  return before ? Number(before.dataset["start"]) + (before.textContent?.length ?? 0) : undefined;
}
