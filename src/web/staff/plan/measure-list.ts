import type { TreeLine } from "#domain/plan/index.ts";

/** How the list of measures can be put in order, as the address says it. */
export const measureOrders = ["number", "division", "missing", "updated"] as const;
export type MeasureOrder = (typeof measureOrders)[number];

/** What the list shows, as the address holds it; what was not understood is left out. */
export interface MeasureChoice {
  readonly division: string;
  readonly order: MeasureOrder;
}

/** A division may be an id, "none" for measures that nobody is in charge of, or "" for all. */
export function measureChoice(query: URLSearchParams): MeasureChoice {
  const wanted = query.get("order");
  return {
    division: query.get("division") ?? "",
    order: measureOrders.find((order) => order === wanted) ?? "number",
  };
}

/** The address of the list or its file with this choice. */
export function measureAddress(path: string, { division, order }: MeasureChoice): string {
  const query = new URLSearchParams();
  if (division !== "") query.set("division", division);
  if (order !== "number") query.set("order", order);
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * The measures of the chosen division in the chosen order: by number is the plan's own order, by division the organisation
 * chart's (nobody's first), by what is missing the emptiest first, by update the latest first. Equal ones stay in the plan's order.
 */
export function chosenMeasures<T extends Pick<TreeLine, "divisionId" | "missing" | "updatedAt">>(
  lines: readonly T[],
  { division, order }: MeasureChoice,
  divisionIds: readonly string[],
): T[] {
  const shown = lines.filter((line) => division === "" || (line.divisionId ?? "none") === division);
  const place = ({ divisionId }: T) => (divisionId === null ? -1 : divisionIds.indexOf(divisionId));
  const rules: Record<MeasureOrder, (a: T, b: T) => number> = {
    number: () => 0,
    division: (a, b) => place(a) - place(b),
    missing: (a, b) => b.missing.length - a.missing.length,
    updated: (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime(),
  };
  return shown.sort(rules[order]);
}
