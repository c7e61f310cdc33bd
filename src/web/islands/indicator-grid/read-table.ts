import type { Filling } from "./grid-state.ts";
import { gridModel, type GridModel, type GridRow } from "./model.ts";

/** The grid that a table of inputs is, as the server wrote it. */
export interface ReadTable {
  readonly model: GridModel;
  /** What was entered already when the server sent the page back with faults. */
  readonly entered: readonly Filling[];
}

export function readTable(table: HTMLTableElement): ReadTable {
  const years = [...table.querySelectorAll<HTMLElement>("th[data-year]")].map(({ dataset }) => Number(dataset["year"]));
  const lines = [...(table.tBodies[0]?.rows ?? [])];
  const { corrects, thisYear } = table.dataset;
  const model = gridModel(lines.map(rowOf), years, { corrects: corrects === "true", thisYear: Number(thisYear) });
  const entered = [...table.querySelectorAll<HTMLInputElement>("td[data-entered] > input")].map((input) => ({
    place: placeOf(input, years.length),
    text: input.value,
  }));
  return { model, entered };
}

function rowOf(line: HTMLTableRowElement): GridRow {
  const { code = "", name = "", unit = "", scale = "1", enter } = line.dataset;
  const travelling = line.querySelector<HTMLInputElement>("input[name=row]")?.value ?? "";
  const [, id = "", decimals = "", seen = ""] = /^(\S+) (\d) (.*)$/su.exec(travelling) ?? [];
  const counting = { scale: Number(scale), decimals: Number(decimals) };
  return { id, code, name, unit, decimals: Number(decimals), counting, mayEnter: enter === "true", seen };
}

/** The cells of a row begin behind its name and its unit. */
const headCells = 2;

export function placeOf(input: Element, columns: number): number {
  const cell = input.closest("td");
  const line = cell?.closest("tr");
  return (line?.sectionRowIndex ?? 0) * columns + (cell?.cellIndex ?? headCells) - headCells;
}

/** The field of a cell, or undefined outside the grid. */
export function inputAt(table: HTMLTableElement, place: number, columns: number): HTMLInputElement | undefined {
  if (place < 0) return undefined;
  const line = table.tBodies[0]?.rows[Math.floor(place / columns)];
  return line?.cells[headCells + (place % columns)]?.querySelector("input") ?? undefined;
}
