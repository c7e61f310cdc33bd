import {
  absenceLabels,
  accumulationLabels,
  cadenceLabels,
  directionLabels,
  indicatorKindLabels,
  methods,
  readEntry,
  type Absence,
  type Accumulation,
  type Actual,
  type Baseline,
  type Cadence,
  type Direction,
  type IndicatorContent,
  type IndicatorKind,
  type Method,
  type RegisterEntry,
  type Target,
  type ValueGrounds,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { halfWidth } from "#kernel/japanese-number.ts";
import { isId } from "#kernel/id.ts";
import type { Period } from "#kernel/period.ts";

/** What the form of an indicator holds, as text by field name: what was typed, whether it makes sense or not. */
export type IndicatorWords = Readonly<Record<string, string>>;

/** The years that have a row: the plan's, the baseline's, and every one that has a value. */
export function yearsFor(period: Period, indicator?: IndicatorContent): number[] {
  const named = indicator ? [...indicator.targets, ...indicator.actuals].map((each) => each.year) : [];
  const first = Math.min(period.startYear - 1, ...named, indicator?.baseline.year ?? period.startYear);
  const last = Math.max(period.endYear, ...named);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** An indicator's content as the form shows it. Whether an actual stands (確定) is no field of the form. */
export function wordsOfIndicator(indicator: IndicatorContent): IndicatorWords {
  const { code, name, unit, decimals, direction, accumulation, description, source, divisionId, baseline } = indicator;
  const words: Record<string, string> = {
    code,
    name,
    unit,
    decimals: String(decimals),
    direction,
    accumulation,
    description,
    source,
    divisionId: divisionId ?? "",
    ...wordsOfRegister(indicator),
    baselineYear: baseline.year === null ? "" : String(baseline.year),
    baselineValue: baseline.value === null ? baseline.words : written(baseline.value),
  };
  for (const target of indicator.targets) words[`target-${target.year}`] = wordsOfTarget(target);
  for (const actual of indicator.actuals) Object.assign(words, wordsOfActual(actual));
  return words;
}

function wordsOfRegister(entry: RegisterEntry): Record<string, string> {
  const { kind, method, meaning, targetReason, comparison, updateMonth, cadence, trend, tolerance } = entry;
  return {
    kind,
    method: method ?? "",
    meaning,
    targetReason,
    comparison,
    updateMonth: updateMonth === null ? "" : String(updateMonth),
    cadence,
    numeratorName: entry.numeratorName,
    denominatorName: entry.denominatorName,
    trend: trend === null ? "" : written(trend),
    tolerance: tolerance === 0 ? "" : written(tolerance),
  };
}

function wordsOfActual({ year, value, absence, note, numerator, denominator }: Actual): Record<string, string> {
  return {
    [`actual-${year}`]: value === null ? "−" : written(value),
    [`absence-${year}`]: absence ?? "",
    [`note-${year}`]: note,
    [`numerator-${year}`]: numerator === null ? "" : written(numerator),
    [`denominator-${year}`]: denominator === null ? "" : written(denominator),
  };
}

/** 「95〜105」, a number, or the words. */
export function wordsOfTarget({ value, upperValue, words }: Target): string {
  if (value === null) return words;
  return upperValue === null ? written(value) : `${written(value)}〜${written(upperValue)}`;
}

/** As a person types it: 「−」 before a negative number. */
function written(value: number): string {
  return value < 0 ? `−${String(-value)}` : String(value);
}

export const emptyIndicatorWords: IndicatorWords = {
  decimals: "0",
  direction: "up",
  accumulation: "singleYear",
  kind: "outcome",
  cadence: "yearly",
};

/** Fields that belong to one save and not to the indicator: why settled values change, and who decided it. */
export const groundNames = ["correctionReason", "revisionReason", "decidedBy", "decidedOn"] as const;

export function readGrounds(words: IndicatorWords): ValueGrounds {
  return {
    correctionReason: words["correctionReason"] ?? "",
    revisionReason: words["revisionReason"] ?? "",
    decidedBy: words["decidedBy"] ?? "",
    decidedOn: words["decidedOn"] ?? "",
  };
}

/** The posted fields as text, names and values as they came. */
export function indicatorWordsIn(form: FormData): IndicatorWords {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("_") ? [[name, value.trim()]] : [],
    ),
  );
}

export interface ReadIndicator {
  readonly content: IndicatorContent;
  /** What could not be understood, by field. */
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads the words: full-width digits, 「△」 and 「−」 are understood; a target may stay in words, an actual may not. */
export function readIndicator(words: IndicatorWords, years: readonly number[]): ReadIndicator {
  const faults: Record<string, string> = {};
  const decimals = Number(halfWidth(words["decimals"] ?? ""));
  const divisionId = words["divisionId"] ?? "";
  const content: IndicatorContent = {
    code: words["code"] ?? "",
    name: words["name"] ?? "",
    unit: words["unit"] ?? "",
    decimals: Number.isInteger(decimals) ? decimals : -1,
    direction: oneOf<Direction>(directionLabels, words["direction"], "up"),
    accumulation: oneOf<Accumulation>(accumulationLabels, words["accumulation"], "singleYear"),
    description: words["description"] ?? "",
    source: words["source"] ?? "",
    divisionId: isId(divisionId) ? divisionId : null,
    ...readRegister(words, faults),
    baseline: readBaseline(words),
    targets: years.flatMap((year) => readTarget(words[`target-${year}`] ?? "", year, words["unit"])),
    actuals: years.flatMap((year) => readActual(words, year, faults)),
  };
  return { content, faults };
}

function oneOf<T extends string>(labels: Readonly<Record<T, unknown>>, value: string | undefined, otherwise: T): T {
  return value !== undefined && Object.hasOwn(labels, value) ? (value as T) : otherwise; // hasOwn just proved it
}

function readRegister(words: IndicatorWords, faults: Record<string, string>): RegisterEntry {
  const month = words["updateMonth"] ?? "";
  return {
    kind: oneOf<IndicatorKind>(indicatorKindLabels, words["kind"], "outcome"),
    method: words["method"] ? oneOf<Method>(methods, words["method"], "fromBaseline") : null,
    meaning: words["meaning"] ?? "",
    targetReason: words["targetReason"] ?? "",
    comparison: words["comparison"] ?? "",
    updateMonth: month === "" ? null : Number(halfWidth(month)),
    cadence: oneOf<Cadence>(cadenceLabels, words["cadence"], "yearly"),
    numeratorName: words["numeratorName"] ?? "",
    denominatorName: words["denominatorName"] ?? "",
    trend: readNumber(words, { name: "trend", label: "すう勢値" }, faults),
    tolerance: readNumber(words, { name: "tolerance", label: "許す幅" }, faults) ?? 0,
  };
}

/** A number or nothing; words in its place are a fault. */
function readNumber(
  words: IndicatorWords,
  { name, label }: { readonly name: string; readonly label: string },
  faults: Record<string, string>,
): number | null {
  const entry = readEntry(words[name] ?? "");
  if (entry.kind === "number") return entry.value;
  if (entry.kind !== "empty") faults[name] = `${label}は、数で入力してください。`;
  return null;
}

function readBaseline(words: IndicatorWords): Baseline {
  const text = words["baselineValue"] ?? "";
  const year = Number(words["baselineYear"] || Number.NaN);
  const entry = readEntry(text, words["unit"]);
  const value = entry.kind === "number" ? entry.value : null;
  return { year: Number.isInteger(year) ? year : null, value, words: value === null ? text : "" };
}

/** A target from a cell: a number, a range or words; none where it is empty or 「−」. */
export function readTarget(text: string, year: number, unit = ""): Target[] {
  const entry = readEntry(text, unit);
  switch (entry.kind) {
    case "number":
      return [{ year, value: entry.value, upperValue: null, words: "" }];
    case "range":
      return [{ year, value: entry.lower, upperValue: entry.upper, words: "" }];
    case "words":
      return [{ year, value: null, upperValue: null, words: entry.words }];
    default:
      return []; // nothing, or 「−」: no target in this year
  }
}

function readActual(words: IndicatorWords, year: number, faults: Record<string, string>): Actual[] {
  const entry = readEntry(words[`actual-${year}`] ?? "", words["unit"]);
  const chosen = words[`absence-${year}`] ?? "";
  const named = chosen === "" ? null : oneOf<Absence>(absenceLabels, chosen, "notSurveyed");
  const beside = besideActual(words, year, faults);
  if (entry.kind === "number") return [{ year, value: entry.value, absence: null, ...beside }];
  if (entry.kind === "empty" && named === null) return [];
  const absence = entry.kind === "absent" ? (entry.absence ?? named) : named;
  if (entry.kind === "words" || entry.kind === "range")
    faults[`actual-${year}`] = `${fiscalYearLabel(year)}の実績値は、数か「−」で入力してください。`;
  else if (absence === null)
    faults[`actual-${year}`] =
      `${fiscalYearLabel(year)}の実績値が「−」の理由（未調査・未公表・集計中）を選んでください。`;
  return [{ year, value: null, absence, ...beside }];
}

/** What a year's row says beside the value itself. */
function besideActual(words: IndicatorWords, year: number, faults: Record<string, string>) {
  const label = fiscalYearLabel(year);
  return {
    note: words[`note-${year}`] ?? "",
    state: "draft" as const, // whether it stands is decided apart from the form
    numerator: readNumber(words, { name: `numerator-${year}`, label: `${label}の分子` }, faults),
    denominator: readNumber(words, { name: `denominator-${year}`, label: `${label}の分母` }, faults),
  };
}
