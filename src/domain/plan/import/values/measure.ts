import { halfWidth, parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Accumulation, Direction } from "../../labels.ts";

/** One quantity found in an office's words: 「年12人」 is 12, 人, each year. */
export interface Measure {
  readonly value: number;
  /** The upper end of a range (「10〜15人」). */
  readonly upper?: number;
  readonly decimals: number;
  readonly unit: string;
  readonly accumulation?: Accumulation;
  readonly direction?: Direction;
  readonly isApproximate: boolean;
  /** Where it stood in the half-width text. */
  readonly start: number;
  readonly end: number;
  /** Whether words qualify the number: 「約」「年」「以上」. A bare 「120人」 needs no question. */
  readonly isQualified: boolean;
}

const knownUnits = [
  "パーセント",
  "ポイント",
  "百万円",
  "千円",
  "万円",
  "億円",
  "円",
  "箇所",
  "か所",
  "カ所",
  "ヶ所",
  "ヵ所",
  "ケ所",
  "世帯",
  "団体",
  "組織",
  "事業所",
  "事業者",
  "事業",
  "施設",
  "店舗",
  "種類",
  "品目",
  "地区",
  "自治会",
  "時間",
  "kWh",
  "MWh",
  "t-CO2",
  "トン",
  "kg",
  "km",
  "㎢",
  "㎡",
  "㎞",
  "ha",
  "kW",
  "MW",
  "m2",
  "m3",
  "㎥",
  "人日",
  "人泊",
  "人/年",
  "件/年",
  "回/年",
  "人",
  "名",
  "件",
  "回",
  "校",
  "社",
  "戸",
  "棟",
  "台",
  "冊",
  "点",
  "%",
  "割",
  "分",
  "組",
  "店",
  "頭",
  "本",
  "基",
  "歳",
  "泊",
  "位",
  "倍",
  "床",
  "隊",
  "社会",
  "株",
  "匹",
  "羽",
  "便",
  "路線",
  "系統",
  "区画",
  "筆",
  "枚",
  "部",
  "通",
  "科目",
  "講座",
  "教室",
  "クラブ",
  "チーム",
  "t",
  "m",
  "g",
  "日",
].sort((a, b) => b.length - a.length);
const escaped = knownUnits.map((unit) => unit.replaceAll(/[/.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|");

const unitForm = String.raw`(?:${escaped})(?:/[年月日人])?`;

/** Whether a text is a unit that plans use (人, ％, か所 …). */
export function isUnit(text: string): boolean {
  return new RegExp(`^(?:千|万|百万|億)?(?:${unitForm})$`, "u").test(halfWidth(text).trim());
}

const number = String.raw`[△▲−–-]?\s?\d[\d,]*(?:\.\d+)?(?:(?:百万|千万|千|万|億)(?!円))?`;
const overYears = String.raw`(?:\d+|[一二三四五六七八九十]+)(?:年間?|か年|カ年|ヶ年)(?:の?(?:累計|合計|延べ))?(?:で|に|の)|計画期間(?:内|中)?(?:で|に|の)?|期間(?:内|中)(?:で|に|の)?|累計|通算|延べ|のべ|合計`;
const eachYear = String.raw`毎年度?|各年度?|年間|年平均|年(?=\s*(?:約|延べ|\d))`;
const about = String.raw`約|およそ|おおよそ|概ね|おおむね`;
const after = String.raw`以上|以下|未満|超|を?維持|を?確保|程度|前後|余り?|増加?|減少?|以内`;

const pattern = new RegExp(
  String.raw`(?<before>(?:\s*(?:${overYears}|${eachYear}|${about}))*)\s*(?<value>${number})\s*(?<unit>${unitForm})?(?:\s*[〜~～-]\s*(?<upper>${number})\s*(?<upperUnit>${unitForm})?)?\s*(?<after>(?:${after})*)(?<per>/年)?`,
  "gu",
);
const notQuantities = /^(?:年|か月|カ月|ヶ月|月|週|次|期|章|節|号|番|つ目|か年|カ年|ヶ年)/u;

/** Every quantity in a text, in order. Spans of time (「5年間」 by itself), ordinals and parts of words are none. */
export function measuresIn(text: string): Measure[] {
  const half = halfWidth(text);
  const found: Measure[] = [];
  for (const match of half.matchAll(pattern)) {
    const measure = toMeasure(match, half);
    if (measure) found.push(measure);
  }
  return found;
}

function toMeasure(match: RegExpExecArray, text: string): Measure | undefined {
  const groups = match.groups ?? {};
  const value = parseJapaneseNumber(groups.value ?? "");
  const end = match.index + match[0].length;
  if (!value || /[A-Za-z]$/.test(text.slice(0, match.index))) return undefined; // SDGs11, CO2, R6
  if (groups.unit === undefined && notQuantities.test(text.slice(end))) return undefined;
  const upper = groups.upper === undefined ? undefined : parseJapaneseNumber(groups.upper);
  const qualifiers = qualifiersOf(groups.before ?? "", `${groups.after ?? ""}${groups.per ?? ""}`);
  return {
    value: value.value,
    decimals: Math.max(value.decimals, upper?.decimals ?? 0),
    unit: groups.unit ?? groups.upperUnit ?? "",
    ...qualifiers,
    ...(upper && { upper: upper.value, direction: "range" as const }),
    start: match.index,
    end,
    isQualified: match[0].replaceAll(/\s/g, "") !== `${groups.value ?? ""}${groups.unit ?? ""}`.replaceAll(/\s/g, ""),
  };
}

function qualifiersOf(before: string, behind: string): Pick<Measure, "accumulation" | "direction" | "isApproximate"> {
  const accumulation = new RegExp(overYears, "u").test(before)
    ? "cumulative"
    : /年|毎|各/u.test(before + behind)
      ? "singleYear"
      : undefined;
  const direction = /以上|超|確保|増/u.test(behind)
    ? "up"
    : /以下|未満|減|以内/u.test(behind)
      ? "down"
      : behind.includes("維持")
        ? "maintain"
        : undefined;
  return {
    ...(accumulation && { accumulation }),
    ...(direction && { direction }),
    isApproximate: new RegExp(about, "u").test(before) || /程度|前後|余/u.test(behind),
  };
}

/** The form of a text with its quantities left out, so that 「5年間で3人」 and 「5年間で12件」 can be decided together. */
export function shapeOf(text: string): string {
  const half = halfWidth(text).replaceAll(/\s/g, "");
  const measures = measuresIn(half);
  let shape = "";
  let at = 0;
  for (const measure of measures) {
    const whole = half.slice(measure.start, measure.end);
    shape += half.slice(at, measure.start) + whole.replaceAll(new RegExp(`${number}(?:${unitForm})?`, "gu"), "#");
    at = measure.end;
  }
  return shape + half.slice(at);
}
