import { sectionStates, type ManuscriptLine } from "#domain/documents/index.ts";

/** How the list of sections can be put in order, as the address says it. */
export const sectionOrders = ["reading", "due", "state"] as const;
export type SectionOrder = (typeof sectionOrders)[number];

/** Whose loans are shown: all sections, those on loan, one's own. */
export const loanChoices = ["all", "lent", "own"] as const;
export type LoanChoice = (typeof loanChoices)[number];

/** What the list shows, as the address holds it; what was not understood is left out. */
export interface SectionChoice {
  /** An id, "none" for sections that no division answers for, "" for all. */
  readonly division: string;
  /** "unconfirmed" for all that a gate waits for: not confirmed, or changed since. */
  readonly state: ManuscriptLine["state"] | "unconfirmed" | "";
  readonly loan: LoanChoice;
  readonly order: SectionOrder;
}

export function sectionChoice(query: URLSearchParams): SectionChoice {
  const [state, loan, order] = [query.get("state"), query.get("loan"), query.get("order")];
  return {
    division: query.get("division") ?? "",
    state: state === "unconfirmed" ? state : (sectionStates.find((each) => each === state) ?? ""),
    loan: loanChoices.find((each) => each === loan) ?? "all",
    order: sectionOrders.find((each) => each === order) ?? "reading",
  };
}

/** The address of the list or its file with this choice. */
export function choiceAddress(path: string, { division, state, loan, order }: SectionChoice): string {
  const query = new URLSearchParams();
  if (division !== "") query.set("division", division);
  if (state !== "") query.set("state", state);
  if (loan !== "all") query.set("loan", loan);
  if (order !== "reading") query.set("order", order);
  return query.size > 0 ? `${path}?${query}` : path;
}

type Listed = Pick<ManuscriptLine, "divisionIds" | "state" | "loan" | "dueOn" | "isChangedSince">;

/** The chosen sections in the chosen order; equal ones stay in reading order, those without a due date come last. */
export function chosenSections<T extends Listed>(
  lines: readonly T[],
  choice: SectionChoice,
  person: string | null,
): T[] {
  const rules: Record<SectionOrder, (a: T, b: T) => number> = {
    reading: () => 0,
    due: (a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"),
    state: (a, b) => sectionStates.indexOf(a.state) - sectionStates.indexOf(b.state),
  };
  return lines.filter((line) => isChosen(line, choice, person)).toSorted(rules[choice.order]);
}

function isChosen(
  { divisionIds, state, loan, isChangedSince }: Listed,
  choice: SectionChoice,
  person: string | null,
): boolean {
  const isOfDivision =
    choice.division === "" ||
    (choice.division === "none" ? divisionIds.length === 0 : divisionIds.includes(choice.division));
  const isLent = choice.loan === "all" || (choice.loan === "lent" ? loan !== undefined : loan?.takenBy === person);
  const isOpen = state !== "confirmed" || isChangedSince;
  const isInState = choice.state === "unconfirmed" ? isOpen : choice.state === "" || state === choice.state;
  return isOfDivision && isLent && isInState;
}

/** Past its due date and not confirmed yet. */
export function isOverdue({ dueOn, state }: Pick<ManuscriptLine, "dueOn" | "state">, today: string): boolean {
  return dueOn !== null && dueOn < today && state !== "confirmed";
}
