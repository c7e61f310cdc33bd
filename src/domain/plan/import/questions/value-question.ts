import { absenceLabels, accumulationLabels, type Absence, type Accumulation, type Direction } from "../../labels.ts";
import { importWords } from "../labels.ts";
import { shapeOf, type Measure } from "../values/measure.ts";
import type { Answer, Place, QuestionOption } from "../model.ts";
import type { Notebook } from "./notebook.ts";
import { isDash, readValue, type ValueReading } from "../values/value.ts";
import { japaneseNumber } from "#kernel/japanese-number.ts";
import type { Cell } from "#kernel/sheet.ts";

/** A value after reading and, where needed, asking. */
export interface SettledValue {
  readonly value: number | null;
  readonly upperValue: number | null;
  readonly words: string;
  readonly decimals: number;
  readonly unit: string;
  readonly accumulation?: Accumulation | undefined;
  readonly direction?: Direction | undefined;
  readonly absence?: Absence;
  /** 「現状維持」: the baseline's number is to be the target's. */
  readonly isBaselineKept?: boolean;
}

const nothing = { value: null, upperValue: null, words: "", decimals: 0, unit: "" } as const;

export interface ValueCell {
  readonly cell: Cell;
  readonly place: Place;
  readonly unit: string;
  /** The indicator's name, shown with a question. */
  readonly about: string;
  readonly role: "baseline" | "target" | "actual";
}

/** The value of a cell; undefined when it is empty, wrong (noted), or still waits for an answer. */
export function settleValue(input: ValueCell, notebook: Notebook): SettledValue | undefined {
  const reading = readValue(input.cell, input.unit);
  if (reading.kind === "empty") return undefined;
  if (reading.kind === "error") {
    notebook.error(input.place, reading.text, importWords.brokenFormula);
    return undefined;
  }
  if (reading.kind === "number") return settleNumber(reading, input, notebook);
  if (reading.kind === "absent") return settleAbsent(reading, input, notebook);
  return settleOdd(reading, input, notebook);
}

const mostDigits = 1e15;

function settleNumber(
  reading: ValueReading & { kind: "number" },
  input: ValueCell,
  notebook: Notebook,
): SettledValue | undefined {
  if (Math.abs(reading.value) >= mostDigits) {
    notebook.error(input.place, String(reading.value), importWords.tooLarge);
    return undefined;
  }
  if (reading.decimals > 4) {
    notebook.error(input.place, String(reading.value), importWords.tooPrecise);
    return undefined;
  }
  if (reading.isAsShown) notebook.remark(input.place, importWords.roundedAsShown(String(reading.value)));
  return { ...nothing, value: reading.value, decimals: reading.decimals, unit: reading.unit };
}

function settleAbsent(
  reading: ValueReading & { kind: "absent" },
  input: ValueCell,
  notebook: Notebook,
): SettledValue | undefined {
  const { role, place, about } = input;
  if (role !== "actual") return { ...nothing, words: isDash(reading.words) ? "−" : reading.words };
  if (reading.absence) return { ...nothing, words: reading.words, absence: reading.absence };
  const options = [
    ...(["notSurveyed", "notReleased", "counting"] as const).map((key) => ({ key, label: absenceLabels[key] })),
    { key: "leave", label: importWords.leaveEmpty },
  ];
  const answer = notebook.ask(place, {
    kind: "absence",
    text: reading.words,
    about,
    shape: "absence",
    options,
    allowsOwn: false,
  });
  const absence = (["notSurveyed", "notReleased", "counting"] as const).find((key) => key === answer?.choice);
  return absence && { ...nothing, words: reading.words, absence };
}

function settleOdd(
  reading: ValueReading & { kind: "odd" },
  input: ValueCell,
  notebook: Notebook,
): SettledValue | undefined {
  const keepsBaseline = input.role === "target" && reading.measures.length === 0 && reading.text.includes("維持");
  const quantities = reading.measures
    .slice(0, 4)
    .map((measure, index) => ({ key: `m${index}`, label: importWords.readAs(measureWords(measure)) }));
  const words = input.role === "actual" ? [] : [{ key: "words", label: importWords.keepWords }];
  const options: QuestionOption[] = [
    ...(keepsBaseline ? [{ key: "baseline", label: importWords.sameAsBaseline }] : []),
    ...(isAllQuantity(reading.text) ? [...quantities, ...words] : [...words, ...quantities]),
    ...(input.role === "target" ? [] : [{ key: "absent", label: importWords.noValue }]),
  ];
  const answer = notebook.ask(input.place, {
    kind: "value",
    text: reading.text,
    about: input.about,
    shape: `${input.role}:${reading.shape}`,
    options,
    allowsOwn: true,
  });
  return answer && settledBy(answer, reading);
}

/** Whether nothing but quantities stands in the cell: else its words say more than a number could, and are offered first. */
function isAllQuantity(text: string): boolean {
  return /^[#()→\s、・〜~]*$/u.test(
    shapeOf(text).replaceAll(/年間?|毎年度?|\d+年間で|#年間で|累計|延べ|約|以上|以下|未満|程度|を?維持/gu, ""),
  );
}

function settledBy(answer: Answer, reading: ValueReading & { kind: "odd" }): SettledValue | undefined {
  if (answer.own) {
    const { value, unit, accumulation } = answer.own;
    return { ...nothing, value, unit, accumulation, decimals: decimalsIn(value) };
  }
  if (answer.choice === "words") return { ...nothing, words: reading.text };
  if (answer.choice === "absent") return { ...nothing, words: "−", absence: "notSurveyed" };
  if (answer.choice === "baseline") return { ...nothing, isBaselineKept: true, direction: "maintain" };
  const measure = reading.measures[Number(answer.choice.slice(1))];
  return measure && ofMeasure(measure);
}

export function ofMeasure(measure: Measure): SettledValue {
  const { value, upper, decimals, unit, accumulation, direction } = measure;
  return { ...nothing, value, upperValue: upper ?? null, decimals, unit, accumulation, direction };
}

function decimalsIn(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/** 「3人（累計）」「10〜15人」: a quantity as the question's choice shows it. */
export function measureWords({ value, upper, unit, accumulation, direction }: Measure): string {
  const amount = `${japaneseNumber(value)}${upper === undefined ? "" : `〜${japaneseNumber(upper)}`}${unit}`;
  const notes = [
    accumulation && accumulationLabels[accumulation],
    direction === "maintain" && "維持",
    direction === "up" && "以上",
    direction === "down" && "以下",
  ].filter(Boolean);
  return `「${amount}」${notes.length > 0 ? `（${notes.join("・")}）` : ""}`;
}
