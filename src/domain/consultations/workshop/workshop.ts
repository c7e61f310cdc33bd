import { fieldRefusal } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { hoursFaults, type Hours } from "../hours.ts";
import type { Span } from "../phase.ts";
import { workshopRefusals } from "./labels.ts";

/** Workshop (ワークショップ): people think together at tables, in some rounds. It has the consultation's id. */
export interface WorkshopWords {
  /** 趣旨 */
  readonly purpose: string;
  /** 参加できる人 */
  readonly eligibility: string;
  /** 申込みの方法 */
  readonly howToApply: string;
  /** これからの予定 */
  readonly nextSteps: string;
}

/** Round (回): one meeting of a workshop. */
export interface WorkshopRoundWords extends Hours {
  /** テーマ */
  readonly theme: string;
  readonly place: string;
  /** 所在地と行き方, in words. */
  readonly directions: string;
  readonly heldOn: string;
}

export interface WorkshopRound extends WorkshopRoundWords {
  readonly id: string;
  readonly consultationId: string;
  /** 第1回, 第2回 …, in the order of days. */
  readonly number: number;
  /** この回のまとめ */
  readonly summary: string;
  readonly version: number;
}

/** Table (班): some people of a round, as a count alone. */
export interface WorkshopTable {
  readonly id: string;
  readonly roundId: string;
  /** 1班 */
  readonly name: string;
  readonly people: number;
  /** 班のまとめ */
  readonly summary: string;
}

const longestWord = 200;
export const longestSummary = 4_000;
const mostPeople = 1_000;
/** The most tables of a round. */
export const mostTables = 50;

export function workshopFault(words: WorkshopWords): Refusal | undefined {
  const long = Object.entries(words).filter(([, value]) => value.length > longestSummary);
  return fieldRefusal(Object.fromEntries(long.map(([key]) => [key, `${longestSummary}字までにしてください。`])));
}

/** What is wrong with a round; its day lies in the workshop's own days. */
export function workshopRoundFault(round: WorkshopRoundWords, days: Span): Refusal | undefined {
  const { theme, place, directions, heldOn } = round;
  return fieldRefusal({
    ...(theme.trim() === "" && { theme: "この回のテーマを入れてください。" }),
    ...(theme.length > longestWord && { theme: `${longestWord}字までにしてください。` }),
    ...(place.trim() === "" && { place: "会場の名前を入れてください。" }),
    ...(place.length > longestWord && { place: `${longestWord}字までにしてください。` }),
    ...(directions.length > longestSummary && { directions: `${longestSummary}字までにしてください。` }),
    ...(isDay(heldOn)
      ? isOutside(heldOn, days) && {
          heldOn: `ワークショップの期間（${days.opensOn}〜${days.closesOn ?? ""}）の中の日にしてください。`,
        }
      : { heldOn: "日を選んでください。例：2026-12-05" }),
    ...hoursFaults(round),
  });
}

export function isOutside(day: string, { opensOn, closesOn }: Span): boolean {
  return day < opensOn || (closesOn !== null && day > closesOn);
}

/** What is wrong with the tables of a round. */
export function tablesFault(tables: readonly Pick<WorkshopTable, "name" | "people">[]): Refusal | undefined {
  if (tables.length > mostTables) return workshopRefusals.tooManyTables;
  if (!tables.every(({ people }) => isPeople(people))) return workshopRefusals.peopleWrong;
  if (tables.some(({ name }) => name.length > longestWord)) return workshopRefusals.tableNameTooLong;
  const names = tables.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return undefined;
  return { ...workshopRefusals.tableTwice, message: `「${twice}」が二つあります。` };
}

function isPeople(people: number): boolean {
  return Number.isInteger(people) && people >= 0 && people <= mostPeople;
}

/** What an announcement still needs. */
export function lacksOfWorkshop({ purpose }: WorkshopWords, { rounds }: { readonly rounds: number }): string[] {
  return [purpose.trim() === "" ? "趣旨" : "", rounds === 0 ? "回" : ""].filter(Boolean);
}
