import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { Refusal } from "#kernel/result.ts";
import { valueFault, type Actual } from "../indicator.ts";
import { isPlanYear } from "../plan.ts";
import { isSameValue } from "./changes.ts";
import { ratioFault } from "./ratio.ts";

/** What a person enters for a year: the value, or why there is none, with what is noted beside it. Whether it stands (確定), it does not say. */
export type ActualEntry = Omit<Actual, "year" | "state">;

/** One year of one indicator as somebody saw it and wants it. */
export interface ActualCell {
  readonly indicatorId: string;
  readonly year: number;
  /** What stood there when the page or file was made; null when there was nothing. */
  readonly seen: Actual | null;
  /** What shall stand there; null takes it away. */
  readonly value: ActualEntry | null;
}

export type CellFault =
  | "stale"
  | "needsReason"
  | "notPermitted"
  | "unknown"
  | "value"
  | "nothingToConfirm"
  | "notBegun";

/** Why one cell was not taken, and what is stored there now. */
export interface CellRefusal {
  readonly indicatorId: string;
  readonly year: number;
  readonly fault: CellFault;
  readonly message: string;
  readonly current: Actual | null;
}

/** A refusal of many cells: none of them was saved; the good ones are not in the list. */
export interface CellsRefusal extends Refusal {
  readonly cells: readonly CellRefusal[];
}

/** The numbers' form: a cell is checked against its own indicator. */
interface Measured {
  readonly unit: string;
  readonly decimals: number;
}

/** What stands after a cell is taken: a confirmed value stays confirmed (its change is a correction), anything else is a draft. */
export function actualAfter({ year, value }: ActualCell, stored: Actual | null): Actual | null {
  return value && { ...value, note: value.note.trim(), year, state: stored?.state ?? "draft" };
}

/** Whether taking the cell would change anything. */
export function changesCell(cell: ActualCell, stored: Actual | null): boolean {
  return !isSameValue(actualAfter(cell, stored), stored);
}

interface CellCheck {
  readonly cell: ActualCell;
  readonly stored: Actual | null;
  readonly indicator: Measured;
  /** Why a confirmed value changes (訂正の理由); "" when none was given. */
  readonly reason: string;
}

/** Why a cell cannot be taken, or undefined. A cell that would change nothing is always taken. */
export function cellFault({
  cell,
  stored,
  indicator,
  reason,
}: CellCheck): { readonly fault: CellFault; readonly message: string } | undefined {
  if (!changesCell(cell, stored)) return undefined;
  const label = fiscalYearLabel(cell.year);
  if (!isSameValue(cell.seen, stored))
    return { fault: "stale", message: `${label}の実績値は、開いている間にほかの人が変えました。` };
  const fault = entryFault(cell, indicator);
  if (fault) return { fault: "value", message: `${label}の実績値：${fault}` };
  if (stored?.state === "confirmed" && reason.trim() === "")
    return {
      fault: "needsReason",
      message: `${label}の実績値は確定しています。直すには、訂正の理由を入力してください。`,
    };
  return undefined;
}

function entryFault({ year, value }: ActualCell, indicator: Measured): string | undefined {
  if (!isPlanYear(year)) return "年度を確かめてください。";
  if (value === null) return undefined;
  if ((value.value === null) === (value.absence === null))
    return "数か、「−」の理由（未調査・未公表・集計中）の、どちらかを入力してください。";
  const number = value.value === null ? undefined : valueFault(indicator, value.value);
  return number ?? ratioFault(value, indicator);
}

/** The refusal of many cells in words. */
export function cellsRefusal(cells: readonly CellRefusal[]): CellsRefusal {
  return {
    code: "cells",
    message: `${cells.length}か所が保存できないため、何も保存していません。`,
    remedy: "下の一覧のところを直して、もう一度保存してください。入力した内容は消えていません。",
    cells,
  };
}
