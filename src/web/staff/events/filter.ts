import { startOfTokyoDay } from "#kernel/clock.ts";
import { addDays, isDay } from "#kernel/day.ts";
import { isId } from "#kernel/id.ts";
import type { EventFilter } from "#domain/audit/index.ts";

/** The filter as the address holds it: what was not understood is left empty. */
export interface FilterWords {
  readonly act: string;
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly before: string;
}

export function filterWords(query: URLSearchParams): FilterWords {
  const day = (name: string) => (isDay(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  const person = query.get("person") ?? "";
  const before = query.get("before") ?? "";
  return {
    act: query.get("act") ?? "",
    person: isId(person) ? person : "",
    from: day("from"),
    until: day("until"),
    before: /^\d{1,15}$/.test(before) ? before : "",
  };
}

/** The filter that the trail understands. Days are days in Tokyo, the last one included. */
export function eventFilter({ act, person, from, until, before }: FilterWords): EventFilter {
  return {
    act: act || undefined,
    personId: person || undefined,
    from: from === "" ? undefined : startOfTokyoDay(from),
    until: until === "" ? undefined : startOfTokyoDay(addDays(until, 1)),
    before: before === "" ? undefined : Number(before),
  };
}

/** The address of a page of the trail with the same filter. */
export function filterAddress(path: string, words: Partial<FilterWords>): string {
  const query = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ""));
  return query.size > 0 ? `${path}?${query}` : path;
}
