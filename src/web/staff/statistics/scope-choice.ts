import {
  namedCodes,
  type MunicipalityDirectory,
  type MunicipalityGroup,
  type Scope,
} from "#domain/statistics/index.ts";

/** What the address says of a comparison: beside whom, which year, in which order, which names. */
export interface ComparisonChoice {
  readonly scope: Scope;
  /** The word of the scope in the address: prefecture, nation, chosen, or a group's id. */
  readonly word: string;
  /** As typed, for the field. */
  readonly chosen: string;
  /** Municipalities typed and not found. */
  readonly fault: string | undefined;
  readonly year: number | undefined;
  readonly order: "rank" | "code";
  readonly filter: string;
}

/** Reads the choice out of an address; anything unknown is 県内, the newest year, by rank. */
export function choiceOf(
  query: URLSearchParams,
  { groups, directory }: { readonly groups: readonly MunicipalityGroup[]; readonly directory: MunicipalityDirectory },
): ComparisonChoice {
  const asked = query.get("scope") ?? "prefecture";
  const chosen = query.get("chosen") ?? "";
  const group = groups.find(({ id }) => id === asked);
  const named = namedCodes(chosen, directory);
  const scope: Scope =
    asked === "nation"
      ? { kind: "nation" }
      : asked === "chosen"
        ? { kind: "chosen", codes: named.ok ? named.value : [] }
        : group
          ? { kind: "group", group }
          : { kind: "prefecture" };
  const year = Number(query.get("year"));
  return {
    scope,
    word: scope.kind === "group" ? scope.group.id : scope.kind,
    chosen,
    fault: asked === "chosen" && !named.ok ? named.refusal.message : undefined,
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    order: query.get("sort") === "code" ? "code" : "rank",
    filter: (query.get("q") ?? "").trim(),
  };
}

/** The same choice as an address, with something else about it. */
export function choiceQuery(
  choice: ComparisonChoice,
  change: Partial<Record<"year" | "sort", string | number>> = {},
): string {
  const parameters = new URLSearchParams({ scope: choice.word });
  if (choice.word === "chosen") parameters.set("chosen", choice.chosen);
  const year = change.year ?? choice.year;
  if (year !== undefined) parameters.set("year", String(year));
  const order = change.sort ?? choice.order;
  if (order !== "rank") parameters.set("sort", String(order));
  if (choice.filter !== "") parameters.set("q", choice.filter);
  return `?${parameters}`;
}
