import type { Strength } from "#domain/plan/labels.ts";

/** A goal as a column. */
export interface MatrixGoal {
  readonly number: number;
  readonly shortName: string;
  readonly color: string;
}

/** A measure (施策) as a row. */
export interface MatrixMeasure {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Its page. */
  readonly href: string;
  /** The page where its links are changed without script. */
  readonly editHref: string;
  readonly mayEdit: boolean;
  readonly links: readonly { readonly goal: number; readonly strength: Strength }[];
}

export interface SdgMatrixProps {
  readonly goals: readonly MatrixGoal[];
  readonly measures: readonly MatrixMeasure[];
  readonly gapNotes: readonly { readonly goal: number; readonly explanation: string }[];
  /** Where a changed cell is sent. */
  readonly saveTo: string;
}

/** ― → ○ → ◎ → ―. */
export function nextStrength(strength: Strength | null): Strength | null {
  if (strength === null) return "related";
  return strength === "related" ? "direct" : null;
}

export function strengthOf(measure: MatrixMeasure, goal: number): Strength | null {
  return measure.links.find((link) => link.goal === goal)?.strength ?? null;
}

/** The measures with one cell changed. */
export function withCell(
  measures: readonly MatrixMeasure[],
  { id, goal, strength }: { readonly id: string; readonly goal: number; readonly strength: Strength | null },
): MatrixMeasure[] {
  return measures.map((measure) => {
    if (measure.id !== id) return measure;
    const others = measure.links.filter((link) => link.goal !== goal);
    return { ...measure, links: strength === null ? others : [...others, { goal, strength }] };
  });
}

/** A cell by row and column, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a cell, within the table; undefined for a key that leads nowhere. */
export function placeAfter(
  key: string,
  place: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | undefined {
  if (key === "Home") return { row: place.row, column: 0 };
  if (key === "End") return { row: place.row, column: size.columns - 1 };
  const step = steps[key];
  if (!step) return undefined;
  const row = Math.max(0, Math.min(size.rows - 1, place.row + step[0]));
  const column = Math.max(0, Math.min(size.columns - 1, place.column + step[1]));
  return { row, column };
}
