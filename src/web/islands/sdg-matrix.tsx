import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { strengthLabels, strengthSigns, type Strength } from "#domain/plan/labels.ts";
import {
  nextStrength,
  placeAfter,
  strengthOf,
  withCell,
  type CellPlace,
  type MatrixGoal,
  type MatrixMeasure,
  type SdgMatrixProps,
} from "./sdg-matrix/model.ts";
import { Gaps } from "./sdg-matrix/gaps.tsx";
import { useAlive } from "./use-alive.ts";

/** Measures × 17 goals. With script a cell is changed in place; without it leads to the page where it is changed. */
export function SdgMatrix({ goals, measures: given, gapNotes, saveTo }: SdgMatrixProps): ReactNode {
  const [measures, setMeasures] = useState<readonly MatrixMeasure[]>(given);
  const [said, say] = useState("");
  const isAlive = useAlive();
  const [here, setHere] = useState<CellPlace>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);

  const change = async (measure: MatrixMeasure, goal: MatrixGoal) => {
    const strength = nextStrength(strengthOf(measure, goal.number));
    const place = { id: measure.id, goal: goal.number };
    setMeasures((now) => withCell(now, { ...place, strength }));
    const refused = await save(saveTo, { ...place, strength });
    if (refused === undefined)
      return say(`保存済み：${measure.title}、${goal.number} ${goal.shortName}は「${wordsOf(strength)}」です。`);
    setMeasures((now) => withCell(now, { ...place, strength: strengthOf(measure, goal.number) }));
    say(`保存できませんでした：${refused}`);
  };
  const move = (event: KeyboardEvent, place: CellPlace) => {
    const next = placeAfter(event.key, place, { rows: measures.length, columns: goals.length });
    if (!next) return;
    event.preventDefault();
    setHere(next);
    focusCell(table, next);
  };

  return (
    <>
      <p role="status" className="mb-2 min-h-7 text-solid-gray-700">
        {said}
      </p>
      <div className="matrix-frame" role="region" aria-label="施策とSDGsの表" tabIndex={0}>
        <table className="matrix" ref={table}>
          <caption className="visually-hidden">施策と17のゴールとの関係</caption>
          <thead>
            <tr>
              <th scope="col">施策</th>
              {goals.map((goal) => (
                <GoalHead key={goal.number} goal={goal} />
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure, row) => (
              <tr key={measure.id}>
                <th scope="row">
                  <a href={measure.href}>
                    {measure.code} {measure.title}
                  </a>
                </th>
                {goals.map((goal, column) => (
                  <Cell
                    key={goal.number}
                    measure={measure}
                    goal={goal}
                    isAlive={isAlive}
                    isHere={here.row === row && here.column === column}
                    onChange={() => {
                      setHere({ row, column });
                      void change(measure, goal);
                    }}
                    onKeyDown={(event) => move(event, { row, column })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Gaps goals={goals} measures={measures} gapNotes={gapNotes} />
    </>
  );
}

function GoalHead({ goal }: { readonly goal: MatrixGoal }): ReactNode {
  return (
    <th scope="col">
      <b className="block">{goal.number}</b>
      <span className="block text-[0.75rem]">{goal.shortName}</span>
      <svg width="24" height="8" viewBox="0 0 24 8" aria-hidden="true" className="mx-auto mt-1 block">
        <rect width="24" height="8" rx="2" fill={goal.color} />
      </svg>
    </th>
  );
}

interface CellProps {
  readonly measure: MatrixMeasure;
  readonly goal: MatrixGoal;
  readonly isAlive: boolean;
  /** The one cell that the Tab key stops at. */
  readonly isHere: boolean;
  readonly onChange: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Cell({ measure, goal, isAlive, isHere, onChange, onKeyDown }: CellProps): ReactNode {
  const strength = strengthOf(measure, goal.number);
  const sign = strength === null ? "―" : strengthSigns[strength];
  const className = `matrix-cell${strength === null ? " matrix-none" : ""}`;
  const label = `${measure.title}、${goal.number} ${goal.shortName}：${wordsOf(strength)}`;
  if (!measure.mayEdit) {
    return (
      <td>
        <span className={className} aria-hidden="true">
          {sign}
        </span>
        <span className="visually-hidden">{wordsOf(strength)}</span>
      </td>
    );
  }
  if (!isAlive) {
    return (
      <td>
        <a href={`${measure.editHref}#goal-${goal.number}`} className={className} aria-label={label}>
          {sign}
        </a>
      </td>
    );
  }
  return (
    <td>
      <button
        type="button"
        className={className}
        aria-label={label}
        tabIndex={isHere ? 0 : -1}
        onClick={onChange}
        onKeyDown={onKeyDown}
      >
        {sign}
      </button>
    </td>
  );
}

function wordsOf(strength: Strength | null): string {
  return strength === null ? "関係なし" : `${strengthSigns[strength]} ${strengthLabels[strength]}`;
}

function focusCell(table: RefObject<HTMLTableElement | null>, { row, column }: CellPlace): void {
  const cell = table.current?.tBodies[0]?.rows[row]?.cells[column + 1];
  cell?.querySelector<HTMLElement>("button")?.focus();
}

/** Sends one cell; the words of the refusal when it was not saved. */
async function save(
  address: string,
  cell: { id: string; goal: number; strength: Strength | null },
): Promise<string | undefined> {
  const body = new URLSearchParams({ nodeId: cell.id, goal: String(cell.goal), strength: cell.strength ?? "" });
  try {
    const response = await fetch(address, { method: "POST", body });
    if (response.ok) return undefined;
    if (response.status === 422) return ((await response.json()) as { message: string }).message; // our own answer
    return response.status === 403 ? "この施策を直す権限がありません。" : "もう一度お試しください。";
  } catch {
    return "通信できませんでした。つながってから、もう一度お試しください。";
  }
}
