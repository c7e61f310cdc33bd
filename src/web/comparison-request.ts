import { isRowKind, type Extent, type Orientation } from "#export/comparison-paper/comparison-table.ts";

/** What an address of a comparison asks for: which versions, how much of the table, on which side the new text stands. */
export interface ComparisonRequest {
  readonly from: string;
  readonly to: string;
  readonly extent: Extent;
  readonly orientation: Orientation;
}

/** The parameters of such an address. */
export const comparisonParameters = ["from", "to", "show", "new"] as const;

export function comparisonRequest(query: URLSearchParams): ComparisonRequest {
  const show = query.get("show") ?? "";
  return {
    from: query.get("from") ?? "",
    to: query.get("to") ?? "",
    extent: show === "everything" || isRowKind(show) ? show : "changes",
    orientation: query.get("new") === "right" ? "newRight" : "newLeft",
  };
}

/** The same as it stands behind 「?」; what is usual is not said. */
export function comparisonQuery({ from, to, extent, orientation }: ComparisonRequest): string {
  const query = new URLSearchParams({ from, to });
  if (extent !== "changes") query.set("show", extent);
  if (orientation === "newRight") query.set("new", "right");
  return query.toString();
}

export function otherWayRound(orientation: Orientation): Orientation {
  return orientation === "newLeft" ? "newRight" : "newLeft";
}

/** The anchor of a section in a comparison's page, by the key that stands for it there; versions do not change, so it stays. */
export function sectionAnchor(key: string): string {
  return `s-${key.replaceAll(/[\s/　]+/g, "-")}`;
}

/** The anchor of one row, by its place among all rows of its section. */
export function rowAnchor({ section, ordinal }: { readonly section: string; readonly ordinal: number }): string {
  return `${sectionAnchor(section)}-${ordinal}`;
}
