import { halfWidth } from "#kernel/japanese-number.ts";
import { findYear } from "#kernel/japanese-year.ts";
import { isUnit } from "../values/measure.ts";
import { nodeFieldKeys, type NodeFieldKey } from "../../snapshot.ts";

/** What a column of the sheet holds. A level's column is written 「level:2」, its code alone 「code:2」, a text 「field:vision」. */
export type ColumnRole =
  | "ignore"
  | `level:${number}`
  | `code:${number}`
  | "keyword"
  | "division"
  | "relatedDivisions"
  | "priority"
  | "sdgs"
  | `field:${NodeFieldKey}`
  | "indicatorCode"
  | "indicatorName"
  | "unit"
  | "baseline"
  | "baselineYear"
  | "target"
  | "targetYear"
  | "actual"
  | "direction"
  | "accumulation"
  | "description"
  | "source";

/** One column's meaning, as guessed and then confirmed by the clerk. */
export interface ColumnMeaning {
  readonly role: ColumnRole;
  /** The fiscal year of a value column, from its header or chosen. */
  readonly year?: number;
  /** The unit that stands in the header: 「人数(人)」. */
  readonly unit?: string;
}

export type Confidence = "sure" | "likely" | "none";

export interface ColumnGuess extends ColumnMeaning {
  readonly confidence: Confidence;
}

/** The levels of the plan, by depth from 1. */
export interface LevelName {
  readonly depth: number;
  readonly name: string;
}

/** One rule: header words (spaces and brackets removed) → what the column holds. The first that matches wins. */
const headerRules: readonly (readonly [RegExp, ColumnRole, Confidence])[] = [
  [/^(?:基準|現状|現況|策定時)(?:値)?(?:の)?(?:年度|年次|年)$/u, "baselineYear", "sure"],
  [/^(?:目標|達成|最終)(?:値)?(?:の)?(?:年度|年次|年)$/u, "targetYear", "sure"],
  [/^(?:指標|KPI)(?:の)?(?:番号|No\.?|コード|ID)$/iu, "indicatorCode", "sure"],
  [
    /^(?:成果|活動|目標|評価)?指標(?:名|名称|項目)?$|^(?:KPI|重要業績評価指標)(?:名|\(?指標名\)?)?$|^(?:KPI|重要業績評価指標)/iu,
    "indicatorName",
    "sure",
  ],
  [/^数値目標(?:の?項目|名)?$|指標名/u, "indicatorName", "sure"],
  [/^単位$/u, "unit", "sure"],
  [/出典|データ元|データソース|資料名|把握方法|調査名/u, "source", "sure"],
  [/算出方法|算定方法|算式|計算式|指標の説明|指標の定義|定義|説明|指標の考え方/u, "description", "sure"],
  [/望ましい方向|^方向$|方向性\(増減\)|増減/u, "direction", "sure"],
  [/累計|集計方法|集計区分/u, "accumulation", "likely"],
  [/現状値|基準値|現況値|当初値|策定時|初期値|ベースライン|^現状$|^基準$/u, "baseline", "sure"],
  [/実績/u, "actual", "sure"],
  [/目標値|目標数値|^目標\d*$|KPI目標|めざそう値|目指す値|期待値|^(?:中間|最終)目標/u, "target", "sure"],
  [/関係(?:部|課|部課|部署)|関連(?:部|課|部課|部署)|協力課/u, "relatedDivisions", "sure"],
  [
    /担当(?:部|課|部課|部署|所属)?$|所管(?:部|課|部課|部署)?$|主管(?:部|課|部課)?$|^(?:主)?担当課|^所属$|^課名$/u,
    "division",
    "sure",
  ],
  [/SDG/iu, "sdgs", "sure"],
  [/^キーワード$|^略称$/u, "keyword", "sure"],
  [/^重点(?:施策|事業|項目|プロジェクト)?$|重点区分/u, "priority", "sure"],
  [/目指す(?:べき)?姿|めざす姿|将来の姿|5年後の姿|あるべき姿/u, "field:vision", "sure"],
  [/現状(?:と|・|及び)課題|^課題$|現状認識/u, "field:currentState", "sure"],
  [/(?:取組|取り組み|施策)の?(?:方向|方針)(?:性)?|^基本方針$/u, "field:direction", "sure"],
  [/^主な取組$/u, "field:initiatives", "sure"],
  [/主な(?:取組|取り組み|事業)|具体的な取組|取組内容/u, "field:initiatives", "likely"],
  [/市民の?役割/u, "field:citizenRole", "sure"],
  [/(?:事業者|企業|団体)(?:等|・団体)?の?役割/u, "field:businessRole", "sure"],
  [/(?:行政|市|町|村)の?役割/u, "field:cityRole", "sure"],
];
const codeHeader = /^(?:コード|No\.?|№|番号|項番|体系(?:番号|コード)|(?:施策|目標|政策)(?:番号|コード|No\.?))$/iu;
const levelHeader =
  /^(?:基本目標|まちづくりの目標|政策(?:目標|の柱)?|大項目|中項目|小項目|章|節|項|柱|分野|(?:具体的な?|基本)?施策(?:名|の名称)?|(?:基本|事務)?事業(?:名)?|取組(?:名|項目)?|目標)$/u;

/** A header as rules see it: half-width, without spaces, years and bracketed notes. */
function bareHeader(header: string): string {
  const half = halfWidth(header).replaceAll(/\s/g, "");
  return half.replaceAll(/\([^()]*\)|\[[^[\]]*\]|〔[^〔〕]*〕/gu, "");
}

/** Whether a text looks like a column's head: used to find the header row. */
export function looksLikeHeader(text: string, levels: readonly LevelName[]): boolean {
  const bare = bareHeader(text);
  if (bare === "" || bare.length > 20) return false;
  return (
    levels.some((level) => isLevelHeader(bare, level)) ||
    levelHeader.test(bare) ||
    codeHeader.test(bare) ||
    ruleFor(text) !== undefined
  );
}

function isLevelHeader(bare: string, level: LevelName): boolean {
  return bare === level.name || bare === `${level.name}名` || bare === `${level.name}名称`;
}

/** The rule for a head: by its lowest line (「成果指標 単位」 is 単位), else by the whole. */
function ruleFor(header: string) {
  const lowest = bareHeader(header.split(/[ \u3000]/u).at(-1) ?? "");
  return matchingRule(lowest) ?? matchingRule(bareHeader(header));
}

function matchingRule(bare: string) {
  const found = findYear(bare);
  const words = found ? (bare.slice(0, found.start) + bare.slice(found.end)).replaceAll(/[度()]/g, "") : bare;
  return headerRules.find(([pattern]) => pattern.test(bare) || (words !== bare && words !== "" && pattern.test(words)));
}

/**
 * What each column probably holds, from its header and, where that says nothing, from the kind of its values.
 * A guess only: the clerk sees it with sample values and corrects it.
 */
export function guessColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  levels: readonly LevelName[],
): ColumnGuess[] {
  const named = headers.map((header) => guessByHeader(header, levels));
  const levelled = assignLevels({ headers, samples, levels }, named);
  return levelled
    .map((guess, index) => (guess.role === "ignore" ? guessByValues(samples[index] ?? []) : guess))
    .map(dropSecond());
}

const yearly: readonly ColumnRole[] = ["baseline", "target", "actual"];

function guessByHeader(header: string, levels: readonly LevelName[]): ColumnGuess {
  const bare = bareHeader(header);
  const level = levels.find((each) => isLevelHeader(bare, each));
  if (level) return { role: `level:${level.depth}`, confidence: "sure" };
  const year = findYear(header)?.year;
  const [, role, confidence] = ruleFor(header) ?? [undefined, "ignore" as const, "none" as const];
  if (role === "ignore") return onlyYear(header, year);
  const unit = unitInHeader(header);
  return {
    role,
    confidence,
    ...(yearly.includes(role) && year !== undefined && { year }),
    ...(unit !== undefined && yearly.includes(role) && { unit }),
  };
}

/** A bare year over numbers is an actual more often than not; the clerk is told that this is only likely. */
function onlyYear(header: string, year: number | undefined): ColumnGuess {
  const rest = halfWidth(header).replaceAll(/[\s()年度RHSrhs.\d元令和平成昭]/gu, "");
  return year !== undefined && rest === ""
    ? { role: "actual", year, confidence: "likely" }
    : { role: "ignore", confidence: "none" };
}

/** 「目標値（人）」 → 人; a year or a note in brackets is no unit. */
export function unitInHeader(header: string): string | undefined {
  for (const match of halfWidth(header).matchAll(/[([〔]\s*(?:単位\s*[:：]?\s*)?([^()[\]〔〕]{1,8})\s*[)\]〕]/gu)) {
    const inside = (match[1] ?? "").trim();
    if (isUnit(inside)) return inside;
  }
  return undefined;
}

interface Guessed {
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly levels: readonly LevelName[];
}

/** Columns named as levels in other words (大項目, 章), and code columns, take the depths that are still free, from the left. */
function assignLevels({ headers, samples, levels }: Guessed, guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const taken = new Set(guesses.map((guess) => guess.role));
  const free = levels.map((level) => level.depth).filter((depth) => !taken.has(`level:${depth}`));
  const assigned = guesses.map((guess, index): ColumnGuess => {
    const isLevel = guess.role === "ignore" && levelHeader.test(bareHeader(headers[index] ?? ""));
    const depth = isLevel ? free.shift() : undefined;
    return depth === undefined ? guess : { role: `level:${depth}`, confidence: "likely" };
  });
  return assigned.map((guess, index) =>
    guess.role === "ignore" && codeHeader.test(bareHeader(headers[index] ?? ""))
      ? codeGuess(assigned, index, samples[index] ?? [])
      : guess,
  );
}

/**
 * A code column belongs to the level at its right; but codes of more parts than that level is deep (1-1-1 before the column of the
 * goals) are those of a lower level, whose column follows.
 */
function codeGuess(guesses: readonly ColumnGuess[], index: number, samples: readonly string[]): ColumnGuess {
  const [kind, word] = (guesses[index + 1]?.role ?? "ignore").split(":");
  if (kind !== "level") return { role: "ignore", confidence: "none" };
  const depth = Number(word);
  const parts = codeParts(samples);
  const isLower = parts > depth && guesses.some(({ role }) => role === `level:${parts}`);
  return isLower ? { role: `code:${parts}`, confidence: "likely" } : { role: `code:${depth}`, confidence: "sure" };
}

/** Of how many parts the codes of a column are (1-1-1: three); 0 where they differ. */
function codeParts(samples: readonly string[]): number {
  const counts = new Set(samples.filter((sample) => sample !== "").map((sample) => partsOf(sample)));
  const [parts = 0, ...others] = counts;
  return others.length === 0 ? parts : 0;
}

function partsOf(code: string): number {
  const plain = halfWidth(code).replaceAll(/[‐‑‒–—―−ー－.]/gu, "-");
  return /^\d+(?:-\d+)*$/u.test(plain) ? plain.split("-").length : 0;
}

const divisionName = /(?:部|課|室|局|センター|事務局|委員会|館|所)$/u;

function guessByValues(samples: readonly string[]): ColumnGuess {
  const filled = samples.filter((sample) => sample !== "");
  const share = (test: (sample: string) => boolean) =>
    filled.filter((sample) => test(sample)).length / Math.max(1, filled.length);
  if (filled.length >= 3 && share((sample) => sample.length <= 12 && divisionName.test(sample)) >= 0.8)
    return { role: "division", confidence: "likely" };
  if (filled.length >= 3 && share((sample) => /^(?:[%％人件回校戸台点円か所箇世帯ha千㎡]){1,3}$/u.test(sample)) >= 0.8)
    return { role: "unit", confidence: "likely" };
  return { role: "ignore", confidence: "none" };
}

/** Roles that one sheet has only once; a second column of the kind is left for the clerk. */
function dropSecond(): (guess: ColumnGuess) => ColumnGuess {
  const seen = new Set<string>();
  return (guess) => {
    const key = yearly.includes(guess.role) ? `${guess.role}:${guess.year}` : guess.role;
    if (guess.role !== "ignore" && seen.has(key)) return { role: "ignore", confidence: "none" };
    seen.add(key);
    return guess;
  };
}

const fixedRoles: readonly ColumnRole[] = [
  "ignore",
  "keyword",
  "division",
  "relatedDivisions",
  "priority",
  "sdgs",
  ...nodeFieldKeys.map((key) => `field:${key}` as const),
  "indicatorCode",
  "indicatorName",
  "unit",
  "baseline",
  "baselineYear",
  "target",
  "targetYear",
  "actual",
  "direction",
  "accumulation",
  "description",
  "source",
];

/** Every role that a column of a plan with these levels can have, in the order of the page's list. */
export function rolesFor(levels: readonly LevelName[]): ColumnRole[] {
  const tree = levels.flatMap(({ depth }): ColumnRole[] => [`level:${depth}`, `code:${depth}`]);
  const [ignore = "ignore", ...others] = fixedRoles;
  return [ignore, ...tree, ...others];
}

/** A role from a form, or undefined when it is none of this plan's. */
export function parseRole(text: string, levels: readonly LevelName[]): ColumnRole | undefined {
  return rolesFor(levels).find((role) => role === text);
}
