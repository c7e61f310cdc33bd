import { actualStateLabels, type Actual, type RegisterLine } from "#domain/plan/index.ts";

/** How the register can be put in order, as the address says it. */
export const registerOrders = [
  "number",
  "name",
  "measure",
  "division",
  "latest",
  "target",
  "attainment",
  "gaps",
  "updated",
] as const;
export type RegisterOrder = (typeof registerOrders)[number];

/** What an indicator can lack, as a filter: its method, anything at all, the actual of a year, or a draft that is not confirmed. */
export const registerLacks = {
  method: "計算方法がない・合わない",
  any: "足りないところがある",
  actual: "実績値がない年度",
  draft: `${actualStateLabels.draft}の実績値がある`,
} as const;
export type RegisterLack = keyof typeof registerLacks;

/** What the register shows, as the address holds it; what was not understood is left out. */
export interface RegisterChoice {
  readonly division: string;
  readonly measure: string;
  readonly lack: RegisterLack | "";
  /** The fiscal year whose actual is missing, for the lack "actual". */
  readonly year: number;
  readonly order: RegisterOrder;
}

export function registerChoice(query: URLSearchParams, thisYear: number): RegisterChoice {
  const lack = query.get("lack") ?? "";
  const year = Number(query.get("year") || Number.NaN);
  return {
    division: query.get("division") ?? "",
    measure: query.get("measure") ?? "",
    lack: Object.hasOwn(registerLacks, lack) ? (lack as RegisterLack) : "", // hasOwn just proved it
    year: Number.isInteger(year) ? year : thisYear - 1,
    order: registerOrders.find((order) => order === query.get("order")) ?? "number",
  };
}

/** The address of the register or its file with this choice. */
export function registerAddress(path: string, { division, measure, lack, year, order }: RegisterChoice): string {
  const query = new URLSearchParams();
  if (division !== "") query.set("division", division);
  if (measure !== "") query.set("measure", measure);
  if (lack !== "") query.set("lack", lack);
  if (lack === "actual") query.set("year", String(year));
  if (order !== "number") query.set("order", order);
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * The lines that were chosen, in the chosen order: the emptiest, the lowest attainment or value and the latest save first; lines
 * without an attainment or a number come last. Equal ones stay in the plan's order.
 */
export function chosenLines(
  lines: readonly RegisterLine[],
  choice: RegisterChoice,
  divisionIds: readonly string[],
): RegisterLine[] {
  const place = ({ divisionId }: RegisterLine) => (divisionId === null ? -1 : divisionIds.indexOf(divisionId));
  const rules: Record<RegisterOrder, (one: RegisterLine, other: RegisterLine) => number> = {
    number: () => 0,
    name: (one, other) => one.indicator.name.localeCompare(other.indicator.name, "ja"),
    measure: (one, other) => byCode.compare(one.measure.code, other.measure.code),
    division: (one, other) => place(one) - place(other),
    latest: (one, other) => latestOf(one) - latestOf(other),
    target: (one, other) => targetOf(one) - targetOf(other),
    attainment: (one, other) => rateOf(one) - rateOf(other) || 0,
    gaps: (one, other) => other.gaps.length - one.gaps.length,
    updated: (one, other) => other.indicator.updatedAt.getTime() - one.indicator.updatedAt.getTime(),
  };
  return lines.filter((line) => isChosen(line, choice)).sort(rules[choice.order]);
}

function isChosen(line: RegisterLine, choice: RegisterChoice): boolean {
  const { division, measure } = choice;
  const isOfDivision = division === "" || (line.divisionId ?? "none") === division;
  return isOfDivision && (measure === "" || line.measure.id === measure) && isLacking(line, choice);
}

function isLacking({ indicator, gaps }: RegisterLine, { lack, year }: RegisterChoice): boolean {
  if (lack === "method") return gaps.includes("method") || gaps.includes("methodMisfit");
  if (lack === "any") return gaps.length > 0;
  if (lack === "draft") return indicator.actuals.some(({ state }) => state === "draft");
  if (lack === "actual") return !indicator.actuals.some((actual) => actual.year === year && actual.value !== null);
  return true;
}

/** 1-2 before 1-10. */
const byCode = new Intl.Collator("ja", { numeric: true });

function latestOf({ indicator }: RegisterLine): number {
  return latestActual(indicator)?.value ?? Number.MAX_VALUE;
}

/** The last actual that is a number. */
export function latestActual({ actuals }: Pick<RegisterLine["indicator"], "actuals">): Actual | undefined {
  return actuals.findLast(({ value }) => value !== null);
}

function targetOf({ indicator }: RegisterLine): number {
  return indicator.targets.at(-1)?.value ?? Number.MAX_VALUE;
}

function rateOf({ latest }: RegisterLine): number {
  const attainment = latest?.attainment;
  if (attainment?.kind !== "known") return Number.MAX_VALUE;
  return attainment.rate ?? (attainment.isMet ? 100 : 0);
}
