import type { ReactNode } from "react";
import type { GridDesk } from "./grid-desk.ts";
import { textIn, type Fault, type GridState } from "./grid-state.ts";
import { shownText, type Place } from "./model.ts";
import { placeWords, textWords } from "./words.ts";

interface FaultListProps {
  readonly state: GridState;
  readonly desk: GridDesk;
  readonly goTo: (place: Place) => void;
}

const shownAtMost = 50;

/** What a refused save asks to mend, cell by cell; where somebody else was first, both values stand side by side. */
export function FaultList({ state, desk, goTo }: FaultListProps): ReactNode {
  const { refusal, faults } = state;
  if (!refusal) return null;
  return (
    <div className="notice notice-bad grid-faults" role="alert">
      <p className="notice-title">{refusal.message}</p>
      {refusal.remedy && <p>{refusal.remedy}</p>}
      <ul className="mt-2">
        {[...faults].slice(0, shownAtMost).map(([place, fault]) => (
          <li key={place} className="mt-2">
            <button type="button" className="button button-quiet button-small" onClick={() => goTo(place)}>
              {placeWords(state, place)}
            </button>
            <span>{fault.message}</span>
            {fault.theirs !== undefined && <Settling state={state} place={place} fault={fault} desk={desk} />}
          </li>
        ))}
      </ul>
      {faults.size > shownAtMost && <p className="mt-2">ほかに{faults.size - shownAtMost}か所あります。</p>}
    </div>
  );
}

interface SettlingProps {
  readonly state: GridState;
  readonly place: Place;
  readonly fault: Fault;
  readonly desk: GridDesk;
}

function Settling({ state, place, fault, desk }: SettlingProps): ReactNode {
  const theirs = textWords(shownText(state.model, place, fault.theirs ?? null));
  const settle = (keeps: "theirs" | "mine") => desk.store.take({ type: "settled", place, keeps });
  return (
    <span className="actions mt-1">
      <button type="button" className="button button-secondary button-small" onClick={() => settle("theirs")}>
        ほかの人の値（{theirs}）にする
      </button>
      <button type="button" className="button button-secondary button-small" onClick={() => settle("mine")}>
        自分の値（{textWords(textIn(state, place))}）にする
      </button>
    </span>
  );
}
