import { useRef, useState, type DragEvent } from "react";
import { placeAt } from "./moving.ts";
import type { Move } from "./protocol.ts";
import type { TreeDesk } from "./tree-desk.ts";

interface Over {
  readonly id: string;
  readonly place: Move["place"];
}

const openAfter = 700; // milliseconds over a closed row

/** Dragging a row by its handle: where it would go is marked on the row below the pointer. */
export function useDragging(desk: TreeDesk, isAlive: boolean) {
  const [over, setOver] = useState<Over | null>(null);
  const dragged = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const end = () => {
    clearTimeout(timer.current);
    dragged.current = null;
    setOver(null);
  };
  const onDragStart = (event: DragEvent<HTMLElement>) => {
    const row = rowOf(event.target);
    dragged.current = row?.dataset["node"] ?? null;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.current ?? "");
    if (row) event.dataTransfer.setDragImage(row, 16, 16);
  };
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    const next = dragged.current === null ? undefined : overAt(event);
    if (!next) return;
    event.preventDefault(); // this is what allows letting go here
    if (next.id === over?.id && next.place === over.place) return;
    setOver(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => openIfClosed(desk, next), openAfter);
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    if (dragged.current !== null && over) desk.drop(dragged.current, { target: over.id, place: over.place });
    end();
  };
  return { over, handlers: isAlive ? { onDragStart, onDragOver, onDrop, onDragEnd: end } : {} };
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-node]") : null;
}

function overAt(event: DragEvent<HTMLElement>): Over | undefined {
  const row = rowOf(event.target);
  const id = row?.dataset["node"];
  if (!row || id === undefined) return undefined;
  const { top, height } = row.getBoundingClientRect();
  return { id, place: placeAt(event.clientY - top, height) };
}

function openIfClosed(desk: TreeDesk, { id, place }: Over): void {
  const state = desk.store.read();
  if (place === "inside" && !state.open.has(id) && (state.rows.get(id)?.children ?? 0) > 0) desk.toggle(id);
}
