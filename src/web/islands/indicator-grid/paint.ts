import { countedBeside } from "#domain/plan/indicators/cell-text.ts";
import { isEarly, storedIn, textIn, type GridState } from "./grid-state.ts";
import type { Place } from "./model.ts";

/** How a cell stands, as its look and its words say. */
export type CellState = "empty" | "draft" | "confirmed" | "absent" | "changed" | "fault";

export function cellState(state: GridState, place: Place): CellState {
  if (state.faults.has(place)) return "fault";
  if (state.edits.has(place)) return "changed";
  const stored = storedIn(state, place);
  if (stored === null) return "empty";
  if (stored.state === "confirmed") return "confirmed";
  return stored.absence === null ? "draft" : "absent";
}

/** The cells that look different after an event. */
export function changedPlaces(before: GridState, after: GridState): Set<Place> {
  const changed = new Set<Place>();
  for (const part of ["edits", "faults", "renewed"] as const) {
    if (before[part] === after[part]) continue;
    const [old, now]: [ReadonlyMap<Place, unknown>, ReadonlyMap<Place, unknown>] = [before[part], after[part]];
    for (const place of [...old.keys(), ...now.keys()])
      if (old.has(place) !== now.has(place) || old.get(place) !== now.get(place)) changed.add(place);
  }
  return changed;
}

/** Shows in a cell what stands there and how; the one that is being written keeps its text. */
export function paintCell(input: HTMLInputElement, state: GridState, place: Place, isWritten: boolean): void {
  const look = cellState(state, place);
  if (!isWritten) input.value = textIn(state, place);
  if (input.parentElement) input.parentElement.dataset["state"] = look;
  input.parentElement?.toggleAttribute("data-early", isEarly(state, place));
  input.setAttribute("aria-describedby", `state-${look}`);
  if (look === "fault") input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  input.title = state.faults.get(place)?.message ?? "";
  paintBeside(input, countedBeside(textIn(state, place), storedIn(state, place), state.model.at(place).row));
}

/** What the value is counted from stands small below it, only where there is something. */
function paintBeside(input: HTMLInputElement, words: string): void {
  const beside = input.parentElement?.querySelector("small");
  if (words === "") return beside?.remove();
  const small = beside ?? input.parentElement?.appendChild(document.createElement("small"));
  if (!small) return;
  small.className = "grid-counted";
  small.textContent = words;
}
