import { halfWidth, parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { cellText, type Cell } from "#kernel/sheet.ts";
import { decimalsOf } from "../../indicator.ts";
import type { Absence } from "../../labels.ts";
import { measuresIn, shapeOf, type Measure } from "./measure.ts";

/** What a cell of a value column says. */
export type ValueReading =
  | { readonly kind: "empty" }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly decimals: number;
      readonly unit: string;
      readonly isAsShown?: true;
    }
  /** 「−」「未定」: there is no value, and the office says so. */
  | { readonly kind: "absent"; readonly words: string; readonly absence?: Absence }
  /** Words or a doubtful number: a person decides. */
  | {
      readonly kind: "odd";
      readonly text: string;
      readonly shape: string;
      readonly measures: readonly Measure[];
      readonly doubt: Doubt;
    }
  | { readonly kind: "error"; readonly text: string };

/** Why a value is asked about. */
export type Doubt = "words" | "unit" | "day";

const dashes = /^[-−‐–—―ー─－ｰ…・.]+$/u;

/** Whether a text is nothing but a dash or dots. */
export function isDash(text: string): boolean {
  return dashes.test(halfWidth(text).replaceAll(/\s/g, ""));
}

const noValue =
  /^(?:n\/?a|未定|未設定|未集計|不明|該当なし|対象外|算出不可|算定不可|設定なし|\*+|\/|[(（](?:未定|未設定)[)）])$/iu;
const absences: readonly (readonly [RegExp, Absence])[] = [
  [/^(?:未調査|未実施|調査なし|調査未実施|実施せず)$/u, "notSurveyed"],
  [/^(?:未公表|未発表|公表前|公表待ち)$/u, "notReleased"],
  [/^(?:集計中|調査中|算出中|精査中|確認中)$/u, "counting"],
];

/**
 * Reads a value cell: a number as it stands (percent formats as percent), a number with its unit, a sign of absence, or
 * something only a person can decide.
 * @param expectedUnit the unit that the unit column or the header gives, "" when none does
 */
export function readValue(cell: Cell | undefined, expectedUnit: string): ValueReading {
  const text = cellText(cell);
  if (text === "" || cell === null || cell === undefined) return { kind: "empty" };
  if (typeof cell === "string") return readText(text, expectedUnit);
  if ("error" in cell) return { kind: "error", text };
  if ("day" in cell) return { kind: "odd", text, shape: "day", measures: [], doubt: "day" };
  return readNumber(cell.number, text);
}

const shownUnit = /\d\s*([^\d\s,.%()）（]{1,6})$/u;

/**
 * A numeric cell: its format may carry the unit (0"人") or percent. A mean such as 33.3333… that the office shows as 33.3 is
 * taken as shown, since that is the figure the office knows.
 */
function readNumber(number: number, text: string): ValueReading {
  const isPercent = /[%％]$/u.test(text);
  const value = isPercent ? Number((number * 100).toPrecision(14)) : number;
  const unit = isPercent ? "%" : (shownUnit.exec(halfWidth(text))?.[1] ?? "");
  const shown =
    decimalsOf(value) > mostDecimals
      ? parseJapaneseNumber(halfWidth(text).slice(0, unit === "" ? undefined : -unit.length))
      : undefined;
  if (shown && shown.decimals <= mostDecimals) return { kind: "number", ...shown, unit, isAsShown: true };
  return { kind: "number", value, decimals: decimalsOf(value), unit };
}

const mostDecimals = 4;

function readText(text: string, expectedUnit: string): ValueReading {
  const compact = halfWidth(text).replaceAll(/\s/g, "");
  if (isDash(compact) || noValue.test(compact)) return { kind: "absent", words: text };
  const absence = absences.find(([words]) => words.test(compact))?.[1];
  if (absence) return { kind: "absent", words: text, absence };
  const number = parseJapaneseNumber(compact);
  if (number) return { kind: "number", ...number, unit: "" };
  return readWords(text, compact, expectedUnit);
}

function readWords(text: string, compact: string, expectedUnit: string): ValueReading {
  const measures = measuresIn(compact);
  const [only] = measures;
  if (only && measures.length === 1 && !only.isQualified && only.start === 0 && only.end === compact.length) {
    if (expectedUnit === "" || isSameUnit(only.unit, expectedUnit)) {
      return { kind: "number", value: only.value, decimals: only.decimals, unit: only.unit };
    }
    return {
      kind: "odd",
      text,
      shape: `unit:${only.unit}/${expectedUnit}`,
      measures: [only, { ...only, unit: expectedUnit }],
      doubt: "unit",
    };
  }
  const withUnit = withExpectedUnit(compact, expectedUnit);
  return withUnit ?? { kind: "odd", text, shape: shapeOf(text), measures, doubt: "words" };
}

/** 「45ｍｇ」 when the unit column says mg: a unit we have no list entry for, confirmed by the sheet itself. */
function withExpectedUnit(compact: string, expectedUnit: string): ValueReading | undefined {
  const unit = halfWidth(expectedUnit).replaceAll(/\s/g, "");
  if (unit === "" || !compact.endsWith(unit)) return undefined;
  const number = parseJapaneseNumber(compact.slice(0, -unit.length));
  return number && { kind: "number", ...number, unit: expectedUnit };
}

const unitForms: Readonly<Record<string, string>> = {
  名: "人",
  "％": "%",
  パーセント: "%",
  箇所: "か所",
  カ所: "か所",
  ヶ所: "か所",
  ヵ所: "か所",
  ケ所: "か所",
};

/** 「名」 and 「人」, 「％」 and 「%」, 「箇所」 and 「か所」 are the same unit; 「千人」 and 「人」 are not. */
export function isSameUnit(one: string, other: string): boolean {
  return unitForm(one) === unitForm(other);
}

function unitForm(unit: string): string {
  return unitForms[unit.trim()] ?? halfWidth(unit).trim();
}
