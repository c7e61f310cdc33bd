import type { Actual } from "#domain/plan/indicator.ts";
import { actualAfter, cellFault, type ActualCell, type CellFault } from "#domain/plan/indicators/actual-cells.ts";
import { isNotBegun } from "#domain/plan/indicators/not-begun.ts";
import { readActualText } from "#domain/plan/indicators/cell-text.ts";
import { shownText, type GridModel, type Place } from "./model.ts";
import type { PastedBlock } from "./pasted.ts";
import type { RefusedCell } from "./protocol.ts";

/** Why a cell cannot be saved as it stands; "absence" only asks why there is no value. */
export interface Fault {
  readonly fault: CellFault | "absence";
  readonly message: string;
  /** What somebody else stored meanwhile, when that is the matter. */
  readonly theirs?: Actual | null;
}

/** A cell and the text that it gets. */
export interface Filling {
  readonly place: Place;
  readonly text: string;
}

/** What a person waits to be asked about, one thing at a time. */
export type Question =
  | { readonly kind: "absence"; readonly place: Place }
  | { readonly kind: "paste"; readonly block: PastedBlock };

/** The grid while it is being filled in. Nothing of it is stored until it is saved. */
export interface GridState {
  readonly model: GridModel;
  /** What is stored where that is no longer what the page was made from. */
  readonly renewed: ReadonlyMap<Place, Actual | null>;
  /** Texts that differ from what is stored. */
  readonly edits: ReadonlyMap<Place, string>;
  readonly faults: ReadonlyMap<Place, Fault>;
  /** The texts before each act, the latest last. */
  readonly past: readonly (readonly Filling[])[];
  readonly question: Question | null;
  readonly isSaving: boolean;
  readonly savedAt: string;
  /** What a save was told when it was refused. */
  readonly refusal: { readonly message: string; readonly remedy: string } | null;
  /** Words for the screen reader; the count makes the same words be said again. */
  readonly said: { readonly text: string; readonly count: number };
}

export type GridEvent =
  | { readonly type: "filled"; readonly cells: readonly Filling[]; readonly words?: string }
  | { readonly type: "undone" }
  | { readonly type: "asked"; readonly question: Question | null }
  | { readonly type: "said"; readonly text: string }
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly places: readonly Place[]; readonly savedAt: string }
  | {
      readonly type: "refused";
      readonly message: string;
      readonly remedy: string;
      readonly cells: readonly RefusedCell[];
    }
  | { readonly type: "settled"; readonly place: Place; readonly keeps: "theirs" | "mine" };

export function emptyGrid(model: GridModel, cells: readonly Filling[] = []): GridState {
  const state: GridState = {
    model,
    renewed: new Map(),
    edits: new Map(),
    faults: new Map(),
    past: [],
    question: null,
    isSaving: false,
    savedAt: "",
    refusal: null,
    said: { text: "", count: 0 },
  };
  return { ...withTexts(state, cells), past: [] };
}

/** What is stored in a cell, as far as this page knows. */
export function storedIn({ model, renewed }: GridState, place: Place): Actual | null {
  return renewed.has(place) ? (renewed.get(place) ?? null) : model.stored(place);
}

/** Whether a cell takes nothing: another division's, or confirmed and not being corrected. */
export function isLocked(state: GridState, place: Place): boolean {
  const { model } = state;
  return !model.at(place).row.mayEnter || (!model.corrects && storedIn(state, place)?.state === "confirmed");
}

/** What stands in a cell: what was entered, or what is stored. */
export function textIn(state: GridState, place: Place): string {
  return state.edits.get(place) ?? shownText(state.model, place, storedIn(state, place));
}

export function gridAfter(state: GridState, event: GridEvent): GridState {
  switch (event.type) {
    case "filled":
      return said(filled(state, event.cells), event.words);
    case "undone":
      return undone(state);
    case "asked":
      return { ...state, question: event.question };
    case "said":
      return said(state, event.text);
    case "saving":
      return { ...state, isSaving: true, refusal: null };
    case "saved":
      return saved(state, event);
    case "refused":
      return refused(state, event);
    case "settled":
      return settled(state, event);
  }
}

function said(state: GridState, text: string | undefined): GridState {
  return text === undefined ? state : { ...state, said: { text, count: state.said.count + 1 } };
}

function filled(state: GridState, cells: readonly Filling[]): GridState {
  const changing = cells.filter(({ place, text }) => textIn(state, place) !== text);
  if (changing.length === 0) return state;
  const before = changing.map(({ place }) => ({ place, text: textIn(state, place) }));
  return { ...withTexts(state, changing), past: [...state.past, before] };
}

function undone(state: GridState): GridState {
  const last = state.past.at(-1);
  if (!last) return said(state, "元に戻す入力はありません。");
  const back = { ...withTexts(state, last), past: state.past.slice(0, -1) };
  return said(back, `${last.length}か所の入力を元に戻しました。`);
}

/** Puts texts into cells and looks at each of them anew. */
function withTexts(state: GridState, cells: readonly Filling[]): GridState {
  const edits = new Map(state.edits);
  const faults = new Map(state.faults);
  for (const { place, text } of cells) {
    faults.delete(place);
    if (text === shownText(state.model, place, storedIn(state, place))) {
      edits.delete(place);
      continue;
    }
    edits.set(place, text);
    const fault = faultOf(state, place, text);
    if (fault) faults.set(place, fault);
  }
  return { ...state, edits, faults };
}

/** Whether a cell gets a value of a year that has not begun: it may stand, and is warned of. */
export function isEarly({ model, edits }: GridState, place: Place): boolean {
  return (edits.get(place) ?? "") !== "" && isNotBegun(model.at(place).year, model.thisYear);
}

/** Why this text cannot stand in this cell. Whether a correction has its reason, the server says when it is saved. */
export function faultOf(state: GridState, place: Place, text: string): Fault | undefined {
  const stored = storedIn(state, place);
  const { row, year } = state.model.at(place);
  const reading = readActualText(text, stored, row);
  if (!reading.ok) return { fault: reading.fault === "absence" ? "absence" : "value", message: reading.message };
  const cell: ActualCell = { indicatorId: row.id, year, seen: stored, value: reading.value };
  return cellFault({ cell, stored, indicator: row, reason: "訂正" });
}

function saved(
  state: GridState,
  { places, savedAt }: { readonly places: readonly Place[]; readonly savedAt: string },
): GridState {
  const renewed = new Map(state.renewed);
  const edits = new Map(state.edits);
  for (const place of places) {
    const stored = storedIn(state, place);
    const { row, year } = state.model.at(place);
    const reading = readActualText(textIn(state, place), stored, row);
    if (!reading.ok) continue;
    renewed.set(place, actualAfter({ indicatorId: row.id, year, seen: stored, value: reading.value }, stored));
    edits.delete(place);
  }
  const after = { ...state, renewed, edits, faults: new Map(), past: [], isSaving: false, savedAt, refusal: null };
  return said(after, `${places.length}か所を保存しました。`);
}

function refused(state: GridState, event: Extract<GridEvent, { type: "refused" }>): GridState {
  const rows = new Map(state.model.rows.map(({ id }, index) => [id, index]));
  const faults = new Map(state.faults);
  for (const { indicatorId, year, fault, message, current } of event.cells) {
    const [row, column] = [rows.get(indicatorId), state.model.years.indexOf(year)];
    if (row === undefined || column < 0) continue;
    const place = state.model.placeAt(row, column);
    faults.set(place, fault === "stale" ? { fault, message, theirs: current } : { fault, message });
  }
  const { message, remedy } = event;
  return said({ ...state, faults, isSaving: false, refusal: { message, remedy } }, message);
}

/** Takes what somebody else stored, or keeps one's own text over it, knowing what it replaces. */
function settled(
  state: GridState,
  { place, keeps }: { readonly place: Place; readonly keeps: "theirs" | "mine" },
): GridState {
  const { theirs = null } = state.faults.get(place) ?? {};
  const mine = textIn(state, place);
  const renewed = new Map(state.renewed).set(place, theirs);
  const after = { ...state, renewed };
  return withTexts(after, [{ place, text: keeps === "mine" ? mine : shownText(state.model, place, theirs) }]);
}
