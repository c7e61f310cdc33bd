import type { RichCell, RichTable } from "./model.ts";

/** A cell with the place of its upper left corner and the places that it covers. */
export interface PlacedCell {
  readonly cell: RichCell;
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface TableGrid {
  readonly columns: number;
  /** The cells that begin in each row. */
  readonly rows: readonly (readonly PlacedCell[])[];
}

export const tableLimits = { rows: 500, columns: 30 };

/** Where each cell of a table stands; undefined when the cells overlap, leave holes or reach over the edge. */
export function tableGrid(table: RichTable): TableGrid | undefined {
  const taken: boolean[][] = table.content.map(() => []);
  const rows = table.content.map(({ content }, row) => {
    let column = 0;
    return content.map((cell): PlacedCell | undefined => {
      while (taken[row]?.[column]) column += 1;
      const placed = { cell, row, column, rowspan: cell.attrs?.rowspan ?? 1, colspan: cell.attrs?.colspan ?? 1 };
      return isFree(placed, taken) ? covering(placed, taken) : undefined;
    });
  });
  const columns = taken[0]?.length ?? 0;
  const isFull = columns > 0 && taken.every((row) => row.length === columns && !row.includes(false));
  const isWhole = rows.every((row): row is PlacedCell[] => row.every((placed) => placed !== undefined));
  return isFull && isWhole ? { columns, rows } : undefined;
}

function isFree({ row, column, rowspan, colspan }: PlacedCell, taken: readonly (readonly boolean[])[]): boolean {
  if (row + rowspan > taken.length || column + colspan > tableLimits.columns) return false;
  return taken.slice(row, row + rowspan).every((places) => !places.slice(column, column + colspan).includes(true));
}

function covering(placed: PlacedCell, taken: boolean[][]): PlacedCell {
  for (const places of taken.slice(placed.row, placed.row + placed.rowspan))
    for (let at = 0; at < placed.column + placed.colspan; at += 1)
      places[at] = at >= placed.column || (places[at] ?? false);
  return placed;
}

/** How many rows at the top are heads: all of their cells are headings, and none reaches into the rows below. */
export function headRows(grid: TableGrid): number {
  const first = grid.rows.findIndex((row) => !isHead(row));
  let heads = first === -1 ? grid.rows.length : first;
  while (
    heads > 0 &&
    grid.rows
      .slice(0, heads)
      .flat()
      .some(({ row, rowspan }) => row + rowspan > heads)
  )
    heads -= 1;
  return heads === grid.rows.length ? heads - 1 : heads;
}

function isHead(row: readonly PlacedCell[]): boolean {
  return row.every(({ cell }) => cell.type === "tableHeader");
}
