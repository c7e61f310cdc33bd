import { halfWidth } from "#kernel/japanese-number.ts";

/** A tree cell taken apart: 「1-2 観光を育てる【観光交流】」 is the code 1-2, a title and a keyword. */
export interface CodedTitle {
  /** A whole code as written (「1-2」), with full-width digits and hyphens made plain. */
  readonly code?: string;
  /** Only a number among siblings (「第2章」「(3)」「②」): the code follows from the level's pattern. */
  readonly ordinal?: number;
  readonly title: string;
  readonly keyword: string;
}

const hyphens = /[‐‑‒–—―−ー－ｰ]/gu;
const levelWord = String.raw`(?:(?:基本目標|基本方針|政策目標|政策|基本施策|施策|基本事業|取組|取り組み|目標|柱|方針|プロジェクト)\s*)?`;
const counters = String.raw`(?!\s*[人名年月日回次世%％歳件校番号つ割点か箇カヶ万千億,\d])`;
const wholeCode = new RegExp(
  String.raw`^${levelWord}((?:[A-Z]|\d+|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])(?:[-.]\(?\d+\)?)+)[.:：、\s]*(?=\D)`,
  "u",
);
const single = new RegExp(String.raw`^${levelWord}(\d{1,3})(?:[.:：、)]\s*|\s+|${counters})(?=\D)`, "u");
const ordinals: readonly RegExp[] = [
  /^第\s*([\d一二三四五六七八九十]+)\s*(?:章|節|編|項|部|款)[:：、\s]*/u,
  /^\(([\d一二三四五六七八九十]+)\)\s*/u,
  /^([①-⑳])\s*/u,
  /^([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.:：、\s]*/u,
];
const keywordAtEnd = /\s*【([^【】]+)】\s*$/u;
const keywordAtStart = /^\s*【([^【】]+)】\s*/u;

/** Takes a cell of a level column apart. A cell without a code is all title. */
export function readCodedTitle(text: string): CodedTitle {
  const line = text.replaceAll(/\s*\n\s*/gu, "").trim();
  const keyword = keywordAtEnd.exec(line)?.[1] ?? keywordAtStart.exec(line)?.[1] ?? "";
  const rest = line.replace(keywordAtEnd, "").replace(keywordAtStart, "").trim();
  const { length, ...number } = leadingNumber(halfWidth(rest).replaceAll(hyphens, "-"));
  const title = rest.slice(length).trim();
  return title === "" ? { title: rest, keyword } : { ...number, title, keyword };
}

interface LeadingNumber {
  readonly code?: string;
  readonly ordinal?: number;
  /** Characters taken from the front; half-width and original texts have the same length. */
  readonly length: number;
}

function leadingNumber(line: string): LeadingNumber {
  const whole = wholeCode.exec(line);
  if (whole?.[1]) return { code: whole[1].replaceAll(/[()]/g, "").replaceAll(".", "-"), length: whole[0].length };
  const one = single.exec(line);
  if (one?.[1]) return { ordinal: Number(one[1]), length: one[0].length };
  for (const pattern of ordinals) {
    const match = pattern.exec(line);
    if (match?.[1]) return { ordinal: ordinalOf(match[1]), length: match[0].length };
  }
  return { length: 0 };
}

function ordinalOf(sign: string): number {
  if (/^\d+$/.test(sign)) return Number(sign);
  const roman = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ".indexOf(sign);
  if (roman >= 0) return roman + 1;
  const circled = (sign.codePointAt(0) ?? 0) - 0x2460;
  return circled >= 0 && circled < 20 ? circled + 1 : kanjiNumber(sign);
}

/** 一 to 九十九. */
function kanjiNumber(sign: string): number {
  const digits = "〇一二三四五六七八九";
  const [tens, ones] = sign.includes("十") ? sign.split("十") : ["", sign];
  const ten = sign.includes("十") ? (tens ? digits.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? digits.indexOf(ones) : 0);
}

/** A cell that holds only a code (「１－２」「第3章」「1.2」), or undefined when it is none. */
export function readCode(text: string): Pick<CodedTitle, "code" | "ordinal"> | undefined {
  const line = halfWidth(text).replaceAll(hyphens, "-").trim();
  if (/^(?:[A-Z]|\d+|[A-Z]\d+)(?:[-.]\(?\d+\)?)+$/u.test(line))
    return { code: line.replaceAll(/[()]/g, "").replaceAll(".", "-") };
  if (/^\d{1,3}$/.test(line)) return { ordinal: Number(line) };
  const found = leadingNumber(`${line} 題`);
  return found.length >= line.length
    ? {
        ...(found.code !== undefined && { code: found.code }),
        ...(found.ordinal !== undefined && { ordinal: found.ordinal }),
      }
    : undefined;
}
