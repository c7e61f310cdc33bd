import { grouped } from "#kernel/grouped.ts";
import type { GridDesk } from "./grid-desk.ts";
import { isLocked, textIn } from "./grid-state.ts";
import { gridCommand, type GridCommand, type Mode } from "./keys.ts";
import type { Place } from "./model.ts";
import { changedPlaces, paintCell } from "./paint.ts";
import { joinedCounts } from "./pasted-counts.ts";
import { cellsOfText, isBlock, laidOver } from "./pasted.ts";
import { inputAt, placeOf } from "./read-table.ts";

/** What moves in the table: which cell has the focus, how it takes keys, and the chosen block. */
interface Hand {
  readonly table: HTMLTableElement;
  readonly desk: GridDesk;
  readonly columns: number;
  place: Place;
  anchor: Place;
  mode: Mode;
  chosen: readonly Place[];
}

/** Takes the table over: from here on it is a grid with one tab stop. @returns how to reach a cell from outside */
export function takeOver(table: HTMLTableElement, desk: GridDesk): (place: Place) => void {
  const { model } = desk.store.read();
  const hand: Hand = { table, desk, columns: model.years.length, place: 0, anchor: 0, mode: "walk", chosen: [] };
  table.setAttribute("role", "grid");
  table.setAttribute("aria-multiselectable", "true");
  for (const input of table.querySelectorAll<HTMLInputElement>("td > input")) input.tabIndex = -1;
  const first = inputAt(table, 0, hand.columns);
  if (first) first.tabIndex = 0;
  listen(hand);
  let before = desk.store.read();
  desk.store.subscribe(() => {
    const after = desk.store.read();
    for (const place of changedPlaces(before, after)) paint(hand, place);
    before = after;
  });
  for (const place of before.edits.keys()) paint(hand, place);
  table.dataset["ready"] = "true";
  return (place) => go(hand, place);
}

function paint(hand: Hand, place: Place): void {
  const input = inputAt(hand.table, place, hand.columns);
  const isWritten = hand.mode !== "walk" && place === hand.place;
  if (input) paintCell(input, hand.desk.store.read(), place, isWritten);
}

function listen(hand: Hand): void {
  const { table } = hand;
  table.addEventListener("focusin", (event) => isCell(event.target) && arrive(hand, event.target));
  table.addEventListener("focusout", (event) => isCell(event.target) && commit(hand));
  table.addEventListener("keydown", (event) => isCell(event.target) && press(hand, event));
  table.addEventListener("input", () => (hand.mode = hand.mode === "walk" ? "type" : hand.mode));
  table.addEventListener("mousedown", (event) => isCell(event.target) && point(hand, event, event.target));
  table.addEventListener("mouseup", (event) => isCell(event.target) && hand.mode === "walk" && event.target.select());
  table.addEventListener("dblclick", (event) => isCell(event.target) && write(hand, event.target));
  table.addEventListener("paste", (event) => isCell(event.target) && paste(hand, event));
  table.addEventListener("copy", (event) => copy(hand, event));
}

function isCell(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.parentElement instanceof HTMLTableCellElement;
}

function arrive(hand: Hand, input: HTMLInputElement): void {
  const before = inputAt(hand.table, hand.place, hand.columns);
  if (before) before.tabIndex = -1;
  input.tabIndex = 0;
  hand.place = placeOf(input, hand.columns);
  hand.mode = "walk";
  input.select();
  const fault = hand.desk.store.read().faults.get(hand.place);
  if (fault) hand.desk.say(fault.message);
}

/** What was written becomes an entry of the grid. */
function commit(hand: Hand): void {
  const input = inputAt(hand.table, hand.place, hand.columns);
  if (hand.mode === "walk" || !input) return;
  hand.mode = "walk";
  hand.desk.enter([{ place: hand.place, text: input.value.trim() }]);
  paint(hand, hand.place);
}

function press(hand: Hand, event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) return; // the key belongs to the input method
  const command = gridCommand(event, hand.mode);
  if (command && obey(hand, command)) event.preventDefault();
  else if (!command && hand.mode === "walk" && [...event.key].length === 1 && !event.ctrlKey && !event.metaKey)
    tellLock(hand);
}

function tellLock({ desk, place }: Hand): void {
  const state = desk.store.read();
  if (!isLocked(state, place)) return;
  desk.say(
    state.model.at(place).row.mayEnter
      ? "確定した値です。直すには、上の「確定した値を訂正する」を押します。"
      : "ほかの課の指標です。見ることだけができます。",
  );
}

/** @returns whether the key was used; the browser does the rest otherwise */
function obey(hand: Hand, command: GridCommand): boolean {
  switch (command.kind) {
    case "move":
      return move(hand, command);
    case "edge":
      return travel(hand, edgeOf(hand, command.to), command.extend);
    case "next":
      return travel(hand, hand.place + 1, false);
    case "previous":
      return travel(hand, hand.place - 1, false);
    default:
      return act(hand, command.kind);
  }
}

function act(hand: Hand, kind: Exclude<GridCommand["kind"], "move" | "edge" | "next" | "previous">): boolean {
  const input = inputAt(hand.table, hand.place, hand.columns);
  switch (kind) {
    case "edit":
      if (input) write(hand, input);
      break;
    case "clear":
      hand.desk.enter(block(hand).map((place) => ({ place, text: "" })));
      tellLock(hand);
      break;
    case "undo":
      go(hand, hand.desk.undo() ?? hand.place);
      break;
    case "save":
      commit(hand);
      void hand.desk.save();
      break;
    case "cancel":
      hand.mode = "walk";
      paint(hand, hand.place);
      input?.select();
      break;
    case "leave":
      choose(hand, []);
      document.querySelector<HTMLElement>("[data-grid-save]")?.focus();
      break;
    case "whole":
      hand.anchor = 0;
      choose(hand, blockBetween(hand, 0, last(hand)));
      break;
  }
  return true;
}

function last({ desk }: Hand): Place {
  const { rows, years } = desk.store.read().model;
  return rows.length * years.length - 1;
}

function move(hand: Hand, { rows, columns, extend }: Extract<GridCommand, { kind: "move" }>): boolean {
  const column = (hand.place % hand.columns) + columns;
  if (column < 0 || column >= hand.columns) return true;
  const rowCount = hand.desk.store.read().model.rows.length;
  const row = Math.min(rowCount - 1, Math.max(0, Math.floor(hand.place / hand.columns) + rows));
  const to = row * hand.columns + column;
  if (to === hand.place) commit(hand);
  return travel(hand, to, extend);
}

function edgeOf(hand: Hand, to: "rowStart" | "rowEnd" | "start" | "end"): Place {
  const rowStart = hand.place - (hand.place % hand.columns);
  return { rowStart, rowEnd: rowStart + hand.columns - 1, start: 0, end: last(hand) }[to];
}

function travel(hand: Hand, to: Place, extend: boolean): boolean {
  if (to < 0 || to > last(hand)) return false;
  const anchor = extend ? hand.anchor : to;
  go(hand, to);
  hand.anchor = anchor;
  choose(hand, extend ? blockBetween(hand, anchor, to) : []);
  return true;
}

function go(hand: Hand, place: Place): void {
  const input = inputAt(hand.table, place, hand.columns);
  if (document.activeElement === input) input?.select();
  input?.focus();
  hand.anchor = place;
}

/** Into the text, behind its last sign. */
function write(hand: Hand, input: HTMLInputElement): void {
  if (input.readOnly) return tellLock(hand);
  hand.mode = "edit";
  input.setSelectionRange(input.value.length, input.value.length);
}

function point(hand: Hand, event: MouseEvent, input: HTMLInputElement): void {
  const place = placeOf(input, hand.columns);
  if (!event.shiftKey) {
    hand.anchor = place;
    return choose(hand, []);
  }
  event.preventDefault();
  travel(hand, place, true);
}

/** The chosen cells, or the one with the focus. */
function block({ chosen, place }: Hand): readonly Place[] {
  return chosen.length > 0 ? chosen : [place];
}

function blockBetween({ columns }: Hand, one: Place, other: Place): Place[] {
  const [top, bottom] = order(Math.floor(one / columns), Math.floor(other / columns));
  const [left, right] = order(one % columns, other % columns);
  const width = right - left + 1;
  return Array.from(
    { length: (bottom - top + 1) * width },
    (_, index) => (top + Math.floor(index / width)) * columns + left + (index % width),
  );
}

function order(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

function choose(hand: Hand, places: readonly Place[]): void {
  const cellAt = (place: Place) => inputAt(hand.table, place, hand.columns)?.parentElement;
  for (const place of hand.chosen) cellAt(place)?.removeAttribute("aria-selected");
  for (const place of places) cellAt(place)?.setAttribute("aria-selected", "true");
  hand.chosen = places;
}

function paste(hand: Hand, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!isBlock(text)) return; // one value: the field takes it as typing
  event.preventDefault();
  const [from = hand.place] = block(hand);
  const laid = laidOver(hand.desk.store.read().model, from, joinedCounts(cellsOfText(text)));
  hand.desk.store.take({ type: "asked", question: { kind: "paste", block: laid } });
}

function copy(hand: Hand, event: ClipboardEvent): void {
  if (hand.chosen.length < 2) return; // the field copies its own text
  event.preventDefault();
  const state = hand.desk.store.read();
  const rows = grouped(hand.chosen, (place) => Math.floor(place / hand.columns));
  const text = [...rows.values()].map((places) => places.map((place) => textIn(state, place)).join("\t")).join("\n");
  event.clipboardData?.setData("text/plain", text);
}
