import { useEffect, useRef, type RefObject } from "react";

interface Dragging {
  readonly pointer: number;
  readonly card: string;
  readonly x: number;
  readonly y: number;
  isCarried: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

interface Hands {
  /** A card was pressed and let go without moving. */
  readonly onTap: (card: string) => void;
  /** A card is carried: how many go with it, in words. */
  readonly onTake: (card: string) => string;
  readonly onDrop: (card: string, column: string) => void;
}

const farEnough = 6; // pixels that a mouse moves before it drags
const longEnough = 350; // milliseconds that a finger stays before it drags
const edge = 60; // pixels from the board's side within which it scrolls on

/** Cards moved by mouse at once, by finger after a moment, so that the page still scrolls under it. */
export function usePointer(root: RefObject<HTMLElement | null>, isAlive: boolean, hands: Hands): void {
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const board = root.current;
    if (!board || !isAlive) return undefined;
    return listening(board, latest);
  }, [root, isAlive]);
}

function listening(board: HTMLElement, hands: { readonly current: Hands }): () => void {
  const ghost = ghostIn(board);
  let held: Dragging | undefined;
  const end = () => {
    clearTimeout(held?.timer);
    held = undefined;
    ghost.hidden = true;
    overIn(board)?.removeAttribute("data-over");
  };
  const carry = () => {
    if (!held) return;
    held.isCarried = true;
    ghost.textContent = hands.current.onTake(held.card);
    ghost.hidden = false;
    place(ghost, held.x, held.y);
  };
  const down = (event: PointerEvent) => {
    const card = cardAt(event.target);
    if (card === undefined || event.button !== 0) return;
    const timer = event.pointerType === "mouse" ? undefined : setTimeout(carry, longEnough);
    held = { pointer: event.pointerId, card, x: event.clientX, y: event.clientY, isCarried: false, timer };
  };
  const move = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const isFar = Math.hypot(event.clientX - held.x, event.clientY - held.y) > farEnough;
    if (!held.isCarried && isFar && event.pointerType !== "mouse") return end();
    if (!held.isCarried && isFar) carry();
    if (!held.isCarried) return;
    place(ghost, event.clientX, event.clientY);
    markOver(board, event);
    scrollOn(board, event);
  };
  const up = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    const { card, isCarried } = held;
    const column = overIn(board)?.dataset["column"];
    end();
    if (!isCarried) hands.current.onTap(card);
    else if (column !== undefined) hands.current.onDrop(card, column);
  };
  const still = (event: TouchEvent) => held?.isCarried && event.preventDefault(); // else the page scrolls away under the card
  const noMenu = (event: Event) => held && event.preventDefault(); // a long press asks for a menu on phones
  const escape = (event: KeyboardEvent) => event.key === "Escape" && end();
  const ends = new AbortController();
  const { signal } = ends;
  const page = board.ownerDocument;
  board.addEventListener("pointerdown", down, { signal });
  page.addEventListener("pointermove", move, { signal });
  page.addEventListener("pointerup", up, { signal });
  page.addEventListener("pointercancel", end, { signal });
  page.addEventListener("keydown", escape, { signal });
  board.addEventListener("touchmove", still, { passive: false, signal });
  board.addEventListener("contextmenu", noMenu, { signal });
  return () => {
    ends.abort();
    end();
    ghost.remove();
  };
}

/** What goes with the pointer: how many are carried. */
function ghostIn(board: HTMLElement): HTMLElement {
  const ghost = board.ownerDocument.createElement("div");
  ghost.className = "kj-ghost";
  ghost.hidden = true;
  board.append(ghost);
  return ghost;
}

function cardAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element) || target.closest("a, button")) return undefined;
  return target.closest<HTMLElement>("[data-card]")?.dataset["card"];
}

function overIn(board: HTMLElement): HTMLElement | null {
  return board.querySelector<HTMLElement>("[data-over]");
}

function markOver(board: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const below = board.ownerDocument.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-column]") ?? null;
  const before = overIn(board);
  if (before === below) return;
  before?.removeAttribute("data-over");
  below?.setAttribute("data-over", "");
}

/** By script and not by a style attribute, which the page's policy forbids. */
function place(ghost: HTMLElement, x: number, y: number): void {
  ghost.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
}

function scrollOn(board: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const { left, right } = board.getBoundingClientRect();
  const across = clientX > right - edge ? 16 : clientX < left + edge ? -16 : 0;
  if (across !== 0) board.scrollBy({ left: across });
  const view = board.ownerDocument.defaultView;
  if (!view) return;
  const along = clientY > view.innerHeight - edge ? 16 : clientY < edge ? -16 : 0;
  if (along !== 0) view.scrollBy({ top: along });
}
