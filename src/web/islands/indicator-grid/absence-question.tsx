import type { KeyboardEvent, ReactNode } from "react";
import { absenceLabels, type Absence } from "#domain/plan/labels.ts";
import type { Filling, GridState } from "./grid-state.ts";
import type { Place } from "./model.ts";
import { QuestionDialog } from "./question.tsx";
import { placeWords } from "./words.ts";

interface AbsenceQuestionProps {
  readonly state: GridState;
  readonly place: Place;
  /** The cell with its reason, or null when that stays open. */
  readonly answer: (cell: Filling | null) => void;
}

const absences = Object.keys(absenceLabels) as Absence[]; // the keys of the labels are the absences

/** Why there is no value: one key answers. */
export function AbsenceQuestion({ state, place, answer }: AbsenceQuestionProps): ReactNode {
  const choose = (absence: Absence) => answer({ place, text: `−（${absenceLabels[absence]}）` });
  const press = (event: KeyboardEvent) => {
    const absence = absences[Number(event.key) - 1];
    if (!absence) return;
    event.preventDefault(); // the answer closes the dialog, and the key would be typed into the next cell
    choose(absence);
  };
  return (
    <QuestionDialog title="「−」の理由" close={() => answer(null)} onKeyDown={press}>
      <p className="mt-2">{placeWords(state, place)}に値がない理由を、1から3のキーでも選べます。</p>
      <p className="actions mt-4">
        {absences.map((absence, index) => (
          <button key={absence} type="button" className="button button-secondary" onClick={() => choose(absence)}>
            {index + 1} {absenceLabels[absence]}
          </button>
        ))}
      </p>
    </QuestionDialog>
  );
}
