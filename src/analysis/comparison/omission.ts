import type { ComparisonRow } from "./comparison.ts";

/** Rows that did not change, left out of the printed table (略). */
export interface Omission {
  readonly omitted: number;
}

/**
 * The rows that changed, with the headings above them; all others are left out (略), each run of them as one. A heading that only leads
 * to what is left out is left out too.
 */
export function withOmissions(rows: readonly ComparisonRow[]): (ComparisonRow | Omission)[] {
  const shown = shownRows(rows);
  const result: (ComparisonRow | Omission)[] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (shown.has(row)) result.push(row);
    else if (last && "omitted" in last) result[result.length - 1] = { omitted: last.omitted + 1 };
    else result.push({ omitted: 1 });
  }
  return result;
}

function shownRows(rows: readonly ComparisonRow[]): ReadonlySet<ComparisonRow> {
  const shown = new Set<ComparisonRow>();
  let heading: ComparisonRow | undefined;
  for (const row of rows) {
    if (isHeading(row)) heading = row;
    if (row.change === "same" && !row.isMoved) continue;
    shown.add(row);
    if (heading && sectionOf(heading) === sectionOf(row)) shown.add(heading);
  }
  return shown;
}

function isHeading({ old, fresh }: ComparisonRow): boolean {
  return (fresh[0] ?? old[0])?.block.kind === "heading";
}

function sectionOf({ old, fresh }: ComparisonRow): string | undefined {
  return (fresh[0] ?? old[0])?.block.section;
}
