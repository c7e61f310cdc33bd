import { isNotBegun, notBegunWarning } from "#domain/plan/indicators/not-begun.ts";
import { faultOf, isLocked, textIn, type Filling, type GridState } from "./grid-state.ts";
import type { LookedCell } from "./paste-question.tsx";
import { placeWords } from "./words.ts";

/** Pasted cells with what stands there, and why some of them are not taken. */
export function lookedCells(state: GridState, cells: readonly Filling[]): LookedCell[] {
  return cells.map((cell) => {
    const { place, text } = cell;
    const before = textIn(state, place);
    const { year } = state.model.at(place);
    const isWarned = text !== "" && isNotBegun(year, state.model.thisYear);
    return {
      place,
      text,
      before,
      label: placeWords(state, place),
      fault: before === text ? undefined : pasteFault(state, cell),
      warning: isWarned ? notBegunWarning(year) : "",
    };
  });
}

function pasteFault(state: GridState, { place, text }: Filling): string | undefined {
  if (!state.model.at(place).row.mayEnter) return "ほかの課の指標です。";
  if (isLocked(state, place)) return "確定した値です。訂正の画面で直せます。";
  return faultOf(state, place, text)?.message;
}
