import { targetFault } from "#domain/plan/indicator.ts";
import { readTargetText } from "#domain/plan/indicators/cell-text.ts";
import { directionLabels, type Direction } from "#domain/plan/labels.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { LookedCell } from "../indicator-grid/paste-question.tsx";
import type { BlockModel, PastedBlock } from "../indicator-grid/pasted.ts";
import { inputAt } from "../indicator-grid/read-table.ts";

/** A row of the table of targets, as far as pasting needs it. */
export interface TargetRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
}

export interface TargetModel extends BlockModel {
  readonly rows: readonly TargetRow[];
}

/** The table as the server wrote it. */
export function targetModel(table: HTMLTableElement): TargetModel {
  return {
    years: [...table.querySelectorAll<HTMLElement>("th[data-year]")].map(({ dataset }) => Number(dataset["year"])),
    rows: [...(table.tBodies[0]?.rows ?? [])].map(({ dataset }) => rowOf(dataset)),
  };
}

function rowOf({ code = "", name = "", unit = "", decimals, direction = "" }: DOMStringMap): TargetRow {
  return { code, name, unit, decimals: Number(decimals), direction: isDirection(direction) ? direction : "up" };
}

function isDirection(word: string): word is Direction {
  return word in directionLabels;
}

/** The cells of a pasted block with what stands in their fields now, and why some are not taken. */
export function lookedTargets(table: HTMLTableElement, model: TargetModel, { cells }: PastedBlock): LookedCell[] {
  return cells.flatMap(({ place, text }) => {
    const row = model.rows[Math.floor(place / model.years.length)];
    const year = model.years[place % model.years.length];
    if (!row || year === undefined) return [];
    const field = inputAt(table, place, model.years.length);
    const label = `${row.code} ${row.name}・${fiscalYearLabel(year)}`;
    const fault = field ? targetTextFault(row, year, text) : "目標値を変えられない指標です。";
    return [{ place, text, label, before: field?.value ?? "", fault, warning: "" }];
  });
}

/** Why a text cannot be a target of this row. */
export function targetTextFault(row: TargetRow, year: number, text: string): string | undefined {
  const target = readTargetText(text, year, row.unit);
  return target ? targetFault(row, target) : undefined;
}
