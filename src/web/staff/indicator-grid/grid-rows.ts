import {
  actualText,
  countedBeside,
  countingOf,
  isNotBegun,
  mayEnterActuals,
  targetText,
  type Actual,
  type CellRefusal,
  type Counting,
  type RegisterLine,
} from "#domain/plan/index.ts";
import type { Actor } from "#domain/audit/index.ts";
import type { FiscalYear } from "#kernel/fiscal-year.ts";
import type { CellState } from "#web/islands/indicator-grid/paint.ts";
import type { EnteredCell } from "./grid-form.ts";

/** A cell as the page shows it. */
export interface GridCell {
  readonly year: number;
  readonly text: string;
  /** What the value is counted from. */
  readonly beside: string;
  readonly state: CellState;
  readonly isLocked: boolean;
  readonly isEntered: boolean;
  /** A value of a year that has not begun. */
  readonly isEarly: boolean;
  readonly fault: string;
}

/** A row of the page: an indicator with its cells, and what a save is compared with. */
export interface GridLine {
  readonly line: RegisterLine;
  readonly mayEnter: boolean;
  readonly counting: Counting;
  readonly seen: readonly Actual[];
  readonly cells: readonly GridCell[];
}

/** What came with a save that was refused. */
export interface Returned {
  readonly entered: readonly EnteredCell[];
  readonly refused: readonly CellRefusal[];
}

interface RowsInput {
  readonly lines: readonly RegisterLine[];
  readonly years: readonly number[];
  readonly actor: Actor;
  readonly corrects: boolean;
  readonly thisYear: FiscalYear;
  readonly returned: Returned;
}

export const nothingReturned: Returned = { entered: [], refused: [] };

/**
 * The rows with what is stored, and over it what was entered when a save was refused. A cell that somebody else changed is shown
 * with the value that is stored now, so that saving again is knowing what it replaces; every other entered one is still compared
 * with what was seen when it was entered.
 */
export function gridLines({ lines, years, actor, corrects, thisYear, returned }: RowsInput): GridLine[] {
  const entered = new Map(returned.entered.map((cell) => [key(cell), cell]));
  const refused = new Map(returned.refused.map((cell) => [key(cell), cell]));
  return lines.map((line) => {
    const { indicator, measure } = line;
    const mayEnter = mayEnterActuals(actor, { ...measure, ownDivisionId: indicator.divisionId });
    const counting = countingOf(indicator);
    const stored = new Map(indicator.actuals.map((actual) => [actual.year, actual]));
    const cells = years.map((year) => {
      const place = key({ indicatorId: indicator.id, year });
      const [mine, refusal] = [entered.get(place), refused.get(place)];
      const seen = mine && refusal?.fault !== "stale" ? mine.seen : (stored.get(year) ?? null);
      const isLocked = !mayEnter || (!corrects && seen?.state === "confirmed");
      const text = mine?.text ?? actualText(seen, indicator.decimals);
      const isEarly = text !== "" && isNotBegun(year, thisYear);
      const beside = countedBeside(text, seen, { unit: indicator.unit, counting });
      const state = stateOf(seen, { isFaulty: refusal !== undefined, isEntered: mine !== undefined });
      return {
        seen,
        cell: {
          year,
          text,
          beside,
          state,
          isLocked,
          isEarly,
          isEntered: mine !== undefined,
          fault: faultWords(refusal, line),
        },
      };
    });
    return {
      line,
      mayEnter,
      counting,
      seen: cells.flatMap(({ seen }) => seen ?? []),
      cells: cells.map(({ cell }) => cell),
    };
  });
}

function key({ indicatorId, year }: { readonly indicatorId: string; readonly year: number }): string {
  return `${indicatorId} ${year}`;
}

function stateOf(
  seen: Actual | null,
  { isFaulty, isEntered }: { readonly isFaulty: boolean; readonly isEntered: boolean },
): CellState {
  if (isFaulty) return "fault";
  if (isEntered) return "changed";
  if (seen === null) return "empty";
  if (seen.state === "confirmed") return "confirmed";
  return seen.absence === null ? "draft" : "absent";
}

/** What is wrong, and for a value that changed meanwhile, what stands there now. */
function faultWords(refusal: CellRefusal | undefined, { indicator }: RegisterLine): string {
  if (!refusal) return "";
  if (refusal.fault !== "stale") return refusal.message;
  const now = actualText(refusal.current, indicator.decimals) || "空欄";
  return `${refusal.message}いまの値は${now}です。自分の値にするには、もう一度保存してください。`;
}

/** Targets of the plan's own set, to be looked at beside each other. */
export function targetCells({ indicator }: RegisterLine, years: readonly number[]): string[] {
  const targets = new Map(indicator.targets.map((target) => [target.year, target]));
  return years.map((year) => targetText(targets.get(year) ?? null, indicator.decimals));
}
