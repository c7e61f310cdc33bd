import type { DecidedTargets } from "../../queries/decided-targets.ts";
import type { Difference } from "./difference.ts";

/** What of the settled values a sheet says otherwise, in places (指標 × 年度): it is asked for before the import is applied. */
export interface SettledChanges {
  /** Actuals that come in at all: whether they stand (確定), only the clerk knows. */
  readonly actuals: number;
  /** Confirmed actuals that would be corrected. */
  readonly corrected: number;
  /** Published targets that would be revised. */
  readonly revised: number;
}

export function settledChanges(difference: Difference, decided: DecidedTargets): SettledChanges {
  const places = difference.changedIndicators.flatMap(({ id, present, facets }) =>
    facets.map(({ facet }) => ({ id, content: present.content, ...placeOf(facet) })),
  );
  const added = difference.addedIndicators.flatMap(({ actuals }) => actuals ?? []);
  const changed = places.filter(({ kind }) => kind === "actual");
  const corrected = changed.filter(({ content, year }) =>
    content.actuals.some((actual) => actual.year === year && actual.state === "confirmed"),
  );
  const revised = places.filter(
    ({ kind, id, content, year }) =>
      kind === "target" && decided(id).has(year) && content.targets.some((target) => target.year === year),
  );
  return { actuals: changed.length + added.length, corrected: corrected.length, revised: revised.length };
}

/** 「target:2031」: which value, of which year. */
function placeOf(facet: string) {
  const [kind = "", year = ""] = facet.split(":");
  return { kind, year: Number(year) };
}
