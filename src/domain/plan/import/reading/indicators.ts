import { cellText } from "#kernel/sheet.ts";
import { isNotBegun, notBegunWarning } from "../../indicators/not-begun.ts";
import type { Accumulation } from "../../labels.ts";
import { splitCompound, type Compound } from "../values/compound.ts";
import { directionOf, type DirectionQuestion } from "../questions/direction.ts";
import { readDivisions } from "../questions/divisions.ts";
import { importWords } from "../labels.ts";
import { isUnit } from "../values/measure.ts";
import type { DivisionChoice, ImportActual, ImportIndicator, ImportTarget, Place } from "../model.ts";
import type { Notebook } from "../questions/notebook.ts";
import { RowCells, type IndicatorHome, type IndicatorRow, type YearlyValue } from "./row-cells.ts";
import { isDash, isSameUnit } from "../values/value.ts";
import { measureWords, ofMeasure } from "../questions/value-question.ts";

/** The indicator of a row; undefined when the row has none, or when what it has is wrong (noted) or not answered yet. */
export function readIndicator(input: IndicatorRow): ImportIndicator | undefined {
  const cells = new RowCells(input);
  const column = cells.columnOf("indicatorName");
  if (column === undefined) return undefined;
  const name = cellText(input.row.cells[column]).replaceAll(/\s*\n\s*/gu, "");
  const place = { row: input.row.row, column };
  if (name === "" || isDash(name)) {
    const lone = cells.firstValue();
    if (lone) input.notebook.error(place, lone, importWords.nameMissing);
    return undefined;
  }
  if (!input.home) {
    input.notebook.error(place, name, importWords.noNode);
    return undefined;
  }
  const compound = cells.firstValue() ? undefined : splitCompound(name);
  const isSplit = compound !== undefined && askToSplit(compound, { name, place, notebook: input.notebook });
  return isSplit ? fromCompound(compound, cells, input.home) : fromColumns(name, cells, input.home);
}

function askToSplit(
  compound: Compound,
  { name, place, notebook }: { name: string; place: Place; notebook: Notebook },
): boolean {
  const options = [
    { key: "split", label: importWords.splitCompound(compoundWords(compound)) },
    { key: "name", label: importWords.keepAsName },
  ];
  const answer = notebook.ask(place, {
    kind: "compound",
    text: name,
    about: compound.name,
    shape: "compound",
    options,
    allowsOwn: false,
  });
  return answer?.choice === "split";
}

/** 「高校の入学者数」｜現状値「40人」（2014年度）｜目標値「40人」（単年）（2019年度）. */
function compoundWords({ name, baseline, target }: Compound): string {
  return `指標名「${name}」、現状値${partWords(baseline)}、目標値${partWords(target)}`;
}

function partWords({ measure, words, year }: Compound["baseline"]): string {
  return (measure ? measureWords(measure) : `「${words}」`) + (year === undefined ? "" : `（${year}年度）`);
}

function fromColumns(written: string, cells: RowCells, home: IndicatorHome): ImportIndicator {
  const { name, unit } = cells.unit() === "" ? withUnitInName(written, cells) : { name: written, unit: "" };
  const [baseline] = cells.values("baseline", name);
  const values = { baseline, targets: cells.values("target", name), actuals: cells.values("actual", name) };
  return assemble({ name, unit, values, cells, home });
}

const unitAtEnd = /\s*[(（](?:単位\s*[:：]\s*)?([^()（）]{1,6})[)）]$/u;

/** 「満足している人の割合（％）」 where the unit column is empty: the bracket at the end is the unit if it is one. */
function withUnitInName(written: string, cells: RowCells): { readonly name: string; readonly unit: string } {
  const unit = unitAtEnd.exec(written)?.[1];
  if (unit === undefined || !isUnit(unit)) return { name: written, unit: "" };
  cells.input.notebook.remark(cells.place("indicatorName"), importWords.unitFromName(unit));
  return { name: written.replace(unitAtEnd, ""), unit };
}

function fromCompound(compound: Compound, cells: RowCells, home: IndicatorHome): ImportIndicator {
  const place = cells.place("indicatorName");
  const part = ({ words, measure, year }: Compound["baseline"], column: "baseline" | "target"): YearlyValue => {
    const empty = { value: null, upperValue: null, words, decimals: 0, unit: "" };
    const headerYear = cells.input.mapping.columns.find(({ role }) => role === column)?.year ?? null;
    return { ...(measure ? ofMeasure(measure) : empty), year: year ?? headerYear, place };
  };
  const values = {
    baseline: part(compound.baseline, "baseline"),
    targets: [part(compound.target, "target")],
    actuals: [],
  };
  return assemble({ name: compound.name, unit: "", values, cells, home });
}

interface Parts {
  readonly name: string;
  /** The unit found in the name, "" when there is none. */
  readonly unit: string;
  readonly values: {
    readonly baseline: YearlyValue | undefined;
    readonly targets: readonly YearlyValue[];
    readonly actuals: readonly YearlyValue[];
  };
  readonly cells: RowCells;
  readonly home: IndicatorHome;
}

function assemble({ name, unit: unitInName, values, cells, home }: Parts): ImportIndicator {
  const { notebook } = cells.input;
  const targets = values.targets.map((target) => keepBaseline(target, values.baseline, notebook));
  const all = [values.baseline, ...targets, ...values.actuals].filter((value) => value !== undefined);
  const unit = oneUnit(all, cells) || unitInName;
  const { direction, isDeduced } = directionOf(directionQuestion(name, values.baseline, targets, cells));
  const hasBaseline = cells.has("baseline") || values.baseline !== undefined;
  return {
    nodeKey: home.key,
    row: cells.input.row.row,
    ...(cells.has("indicatorCode") && cells.text("indicatorCode") !== "" && { code: cells.text("indicatorCode") }),
    name,
    unit,
    decimals: Math.max(0, ...all.map((value) => value.decimals)),
    direction,
    isDirectionDeduced: isDeduced,
    accumulation: accumulationOf(name, { targets, baseline: values.baseline }, cells),
    ...(cells.has("description") && { description: cells.text("description") }),
    ...(cells.has("source") && { source: cells.text("source") }),
    ...(cells.has("division") && { division: ownDivision(cells, home) }),
    ...(hasBaseline && { baseline: toBaseline(values.baseline) }),
    ...((cells.has("target") || targets.length > 0) && { targets: toTargets(targets, notebook) }),
    ...(cells.has("actual") && { actuals: toActuals(values.actuals, cells.input) }),
  };
}

function keepBaseline(target: YearlyValue, baseline: YearlyValue | undefined, notebook: Notebook): YearlyValue {
  if (!target.isBaselineKept) return target;
  if (!baseline || baseline.value === null) {
    notebook.error(target.place, "現状維持", importWords.noBaselineToKeep);
    return target;
  }
  return { ...target, value: baseline.value, decimals: baseline.decimals, unit: baseline.unit };
}

function oneUnit(values: readonly YearlyValue[], cells: RowCells): string {
  const units = values.filter((value) => value.value !== null && value.unit !== "");
  const [first] = units;
  const other = units.find((value) => !isSameUnit(value.unit, first?.unit ?? ""));
  if (first && other)
    cells.input.notebook.error(other.place, other.unit, importWords.unitsDiffer(first.unit, other.unit));
  return cells.unit() || (first?.unit ?? "");
}

function directionQuestion(
  name: string,
  baseline: YearlyValue | undefined,
  targets: readonly YearlyValue[],
  cells: RowCells,
): DirectionQuestion {
  const last = targets.toSorted((one, other) => (one.year ?? 0) - (other.year ?? 0)).at(-1);
  const { notebook, row } = cells.input;
  return {
    written: cells.text("direction"),
    writtenAt: cells.place("direction"),
    said: last?.direction,
    baseline: baseline?.value ?? null,
    target: last?.value ?? null,
    about: name,
    place: last?.place ?? { row: row.row, column: cells.columnOf("indicatorName") ?? 0 },
    notebook,
  };
}

/** What the column says, else what the target's words say, else the name (「（累計）」), else the baseline's words. */
function accumulationOf(
  name: string,
  said: { targets: readonly YearlyValue[]; baseline: YearlyValue | undefined },
  cells: RowCells,
): Accumulation {
  const written = cells.text("accumulation");
  if (written !== "") {
    if (/累計|累積|通算/u.test(written)) return "cumulative";
    if (/時点|年度末|現在/u.test(written)) return "pointInTime";
    if (/単年|年間|各年|毎年/u.test(written)) return "singleYear";
    cells.input.notebook.error(cells.place("accumulation"), written, importWords.badAccumulation);
  }
  const inName = /[（(]\s*(?:累計|累積)[^（(]*[)）]/u.test(name) ? "cumulative" : undefined;
  return (
    said.targets.findLast((target) => target.accumulation)?.accumulation ??
    inName ??
    said.baseline?.accumulation ??
    "singleYear"
  );
}

/** An indicator keeps a division of its own only where it is not the node's. */
function ownDivision(cells: RowCells, home: IndicatorHome): DivisionChoice | null {
  const text = cells.text("division");
  if (text === "") return null;
  const [first] = readDivisions(text, cells.place("division"), cells.input.frame, cells.input.notebook);
  return first && JSON.stringify(first) !== JSON.stringify(home.division) ? first : null;
}

function toBaseline(value: YearlyValue | undefined): { year: number | null; value: number | null; words: string } {
  return { year: value?.year ?? null, value: value?.value ?? null, words: value?.words ?? "" };
}

function toTargets(values: readonly YearlyValue[], notebook: Notebook): ImportTarget[] {
  return values.flatMap(({ year, value, upperValue, words, place }): ImportTarget[] => {
    if (value === null && isDash(words)) return [];
    if (year !== null) return [{ year, value, upperValue, words }];
    notebook.error(place, String(value ?? words), importWords.noYear);
    return [];
  });
}

function toActuals(values: readonly YearlyValue[], { notebook, frame }: IndicatorRow): ImportActual[] {
  return values.flatMap(({ year, value, absence, place }): ImportActual[] => {
    if (year === null) {
      notebook.error(place, String(value ?? "−"), importWords.noActualYear);
      return [];
    }
    if (value === null) return absence ? [{ year, value, absence }] : [];
    const isEarly = isNotBegun(year, frame.thisYear);
    if (isEarly) notebook.remark(place, notBegunWarning(year));
    return [{ year, value, absence: null, ...(isEarly && { isEarly }) }];
  });
}
