import { z } from "zod";
import { isAddressWord } from "#kernel/address-word.ts";
import type { Period } from "#kernel/period.ts";
import { fieldFaults, isYear } from "./population/path.ts";
import type { Refusal } from "#kernel/result.ts";

/** A goal of the state's strategy (国の基本目標). The key stays when the words change. */
export interface FrameGoal {
  readonly key: string;
  readonly name: string;
}

export const frameGoalsSchema = z.array(z.object({ key: z.string(), name: z.string() }));

/** National frame (国の総合戦略の枠組み): the state's goals and the years for which they hold. Data of the city, for it changes every few years. */
export interface NationalFrame {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly startYear: number;
  /** null as long as no end is known. */
  readonly endYear: number | null;
  readonly goals: readonly FrameGoal[];
  readonly source: string;
  readonly note: string;
  readonly position: number;
  readonly version: number;
}

export type FrameWords = Pick<NationalFrame, "code" | "name" | "startYear" | "endYear" | "goals" | "source" | "note">;

export function frameFault({ code, name, startYear, endYear, source }: FrameWords): Refusal | undefined {
  return fieldFaults("frame", {
    ...(!isAddressWord(code) && { code: "半角の英小文字・数字・ハイフンで入れてください。" }),
    ...(name.trim() === "" && { name: "枠組みの名前を入れてください。" }),
    ...spanFaults(startYear, endYear),
    ...(source.trim() === "" && { source: "出典（閣議決定の日や資料の名前）を入れてください。" }),
  });
}

/** Faults of a span whose end may be open. */
export function spanFaults(startYear: number, endYear: number | null): Record<string, string> {
  return {
    ...(!isYear(startYear) && { startYear: "始まりの年度を西暦で入れてください。" }),
    ...(endYear !== null &&
      (!isYear(endYear) || endYear < startYear) && {
        endYear: "終わりの年度を、始まりの年度からあとの西暦で入れてください。",
      }),
  };
}

/** Whether a dated master (枠組み・制度) holds in a fiscal year. */
export function holdsIn({ startYear, endYear }: Pick<NationalFrame, "startYear" | "endYear">, year: number): boolean {
  return startYear <= year && (endYear === null || year <= endYear);
}

/** The goals written one a line as a person writes them; a goal whose words were there before keeps its key. */
export function goalsInLines(text: string, before: readonly FrameGoal[]): FrameGoal[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const taken = new Set(before.map(({ key }) => key));
  return lines.map((name) => {
    const known = before.find((goal) => goal.name === name);
    if (known) return known;
    let number = 1;
    while (taken.has(`g${number}`)) number++;
    taken.add(`g${number}`);
    return { key: `g${number}`, name };
  });
}

/** 「2020〜2024年度」「2025年度〜」. */
export function spanWords({
  startYear,
  endYear,
}: {
  readonly startYear: number;
  readonly endYear: number | null;
}): string {
  return endYear === null ? `${startYear}年度〜` : `${startYear}〜${endYear}年度`;
}

/** Whether one period lies within another. */
export function liesWithin(inner: Period, outer: Period): boolean {
  return outer.startYear <= inner.startYear && inner.endYear <= outer.endYear;
}
