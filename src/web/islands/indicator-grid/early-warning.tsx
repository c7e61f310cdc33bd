import type { ReactNode } from "react";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { isEarly, type GridState } from "./grid-state.ts";
import type { Place } from "./model.ts";

interface EarlyWarningProps {
  readonly state: GridState;
  readonly goTo: (place: Place) => void;
}

/** Says as long as they are not saved that values stand in years that have not begun: mostly a slip of one column. */
export function EarlyWarning({ state, goTo }: EarlyWarningProps): ReactNode {
  const places = [...state.edits.keys()].filter((place) => isEarly(state, place));
  const [first] = places;
  if (first === undefined) return null;
  const years = [...new Set(places.map((place) => state.model.at(place).year))].toSorted((one, other) => one - other);
  return (
    <div className="notice notice-caution grid-faults">
      <p>
        まだ始まっていない年度（{years.map(fiscalYearLabel).join("、")}）の値が{places.length}
        か所あります。年度の列をまちがえていないか確かめてください。保存できますが、確定はできません。
      </p>
      <button type="button" className="button button-quiet button-small" onClick={() => goTo(first)}>
        その升目へ移る
      </button>
    </div>
  );
}
