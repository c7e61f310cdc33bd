import { figure } from "#kernel/figures.ts";
import type { Attainment, Band, Reading, UnknownReason } from "./attainment.ts";
import type { Judgement } from "./judgement.ts";
import { methodFaultLabels, type Method } from "./methods.ts";

/** Why a year has no attainment, said to people. */
export const unknownReasonLabels: Readonly<Record<UnknownReason, string>> = {
  ...methodFaultLabels,
  noActual: "実績値がありません。",
  noTarget: "数で表した目標値がありません。",
  noBaseline: "数で表した基準値がありません。",
  noYears: "基準値の年度より後の年度ではないため、計算できません。",
  zeroActual: "実績値が0のため、率を計算できません。",
  notAStage: "実施済100・実施中50・未着手0のどれでもない値です。",
};

export const bandLabels: Readonly<Record<Band, string>> = {
  S: "S 目標に達した",
  A: "A 基準より良い",
  B: "B 基準と同じ水準",
  C: "C 基準より悪い",
};

/** 「60.0％」, 「達成」, 「A 基準より良い」; 「−」 where it is not known. A rate of 99.96 prints as 100.0％ and is not met. */
export function attainmentText(attainment: Attainment): string {
  if (attainment.kind === "unknown") return "−";
  if (attainment.band !== null) return bandLabels[attainment.band];
  return attainment.rate === null ? metText(attainment) : `${figure(attainment.rate, 1)}％`;
}

/** Whether the target is met, on raw values. */
export function metText(attainment: Attainment): string {
  if (attainment.kind === "unknown") return "−";
  return attainment.isMet ? "達成" : "未達成";
}

/** The formula with its numbers: 「（52 − 40）÷（60 − 40）× 100 ＝ 60.0％」; undefined where a number is missing. */
export function working({ method, reading, attainment }: Judgement): string | undefined {
  if (attainment.kind === "unknown") return undefined;
  const left = workings[method](numbersOf(reading));
  return left === "" ? attainmentText(attainment) : `${left} ＝ ${attainmentText(attainment)}`;
}

interface Numbers {
  readonly a: string;
  readonly b: string;
  readonly t: string;
  readonly upper: string;
  readonly trend: string;
  readonly elapsed: number;
  readonly whole: number;
  readonly sum: string;
  readonly tolerance: string;
  readonly sign: "≧" | "≦" | "＝";
}

const signs = { up: "≧", down: "≦", maintain: "＝", range: "≧" } as const;

function numbersOf(reading: Reading): Numbers {
  const { decimals, elapsedYears, planYears } = reading;
  const say = (value: number | null) => (value === null ? "−" : inBrackets(figure(value, decimals)));
  return {
    a: say(reading.actual),
    b: say(reading.baseline),
    t: say(reading.target),
    upper: say(reading.upperTarget),
    trend: say(reading.trend),
    elapsed: Math.min(elapsedYears ?? 0, planYears ?? 0),
    whole: planYears ?? 0,
    sum: reading.sinceStart.map(say).join("＋"),
    tolerance: reading.tolerance === 0 ? "" : `（許す幅 ±${figure(reading.tolerance, decimals)}）`,
    sign: signs[reading.direction],
  };
}

/** A number below zero in brackets, so that its sign is not read as 「引く」. */
function inBrackets(text: string): string {
  return text.startsWith("−") ? `（${text}）` : text;
}

const workings: Readonly<Record<Method, (numbers: Numbers) => string>> = {
  ratio: ({ a, t }) => `${a} ÷ ${t} × 100`,
  inverseRatio: ({ a, t }) => `${t} ÷ ${a} × 100`,
  mirroredRatio: ({ a, t }) => `（2 − ${a} ÷ ${t}）× 100`,
  fromBaseline: ({ a, b, t }) => `（${a} − ${b}）÷（${t} − ${b}）× 100`,
  pace: ({ a, b, t, elapsed, whole }) => `（${a} − ${b}）÷（${t} − ${b}）÷（${elapsed}年 ÷ ${whole}年）× 100`,
  keeping: ({ a, t, sign, tolerance }) => `実績値 ${a} ${sign} 目標値 ${t}${tolerance} か`,
  band: ({ a, b, t }) => `実績値 ${a}、基準値 ${b}、目標値 ${t}`,
  cumulative: ({ sum, t }) => `（${sum}）÷ ${t} × 100`,
  range: ({ a, t, upper }) => `${t} ≦ ${a} ≦ ${upper} か`,
  event: () => "",
  restraint: ({ a, t, trend }) => `（${a} − ${trend}）÷（${t} − ${trend}）× 100`,
};
