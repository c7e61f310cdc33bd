import { isAddressWord } from "#kernel/address-word.ts";
import { z } from "zod";
import { figure } from "#kernel/figures.ts";
import type { Refusal } from "#kernel/result.ts";
import { groupName, groupOf, totalKey, unknownKey, type GroupKey } from "./age-group.ts";

/** One figure of a path: how many people of an age group in a year. What a source does not say has no figure, and is never 0. */
export interface PopulationFigure {
  readonly year: number;
  readonly group: GroupKey;
  readonly value: number;
}

export const figuresSchema = z.array(z.object({ year: z.number().int(), group: z.string(), value: z.number() }));

export const pathKinds = ["record", "reference", "own"] as const;
/** What a path is: what was counted, 社人研準拠, or the city's own (独自推計). */
export type PathKind = (typeof pathKinds)[number];

/** A path of the population (人口の推計): by year and age group, with where it comes from and how it was made. */
export interface PopulationPath {
  readonly id: string;
  /** Its word in an address. */
  readonly code: string;
  readonly name: string;
  readonly kind: PathKind;
  /** 基準年: the year counted, from which the path begins. */
  readonly baseYear: number;
  readonly source: string;
  readonly method: string;
  readonly figures: readonly PopulationFigure[];
  /** Whether a publication of the strategy contains it. */
  readonly isPublic: boolean;
  readonly position: number;
  readonly version: number;
}

export type PathWords = Pick<PopulationPath, "code" | "name" | "kind" | "baseYear" | "source" | "method" | "isPublic">;

/** What the city aims at (目標人口): so many people in a year. */
export interface PopulationAim {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly value: number;
  readonly source: string;
  readonly position: number;
}

/** The plan's frame (計画人口): a path at a year. */
export interface PopulationFrame {
  readonly planId: string;
  readonly pathId: string;
  readonly year: number;
}

/** The value of a group in a year; the total also where only its parts are given, if they cover all ages. */
export function valueAt(figures: readonly PopulationFigure[], year: number, group: GroupKey): number | undefined {
  const ofYear = new Map(figures.filter((each) => each.year === year).map((each) => [each.group, each.value]));
  const given = ofYear.get(group);
  if (given !== undefined) return given;
  const bounds = group === totalKey ? { from: 0, to: null } : groupOf(group);
  if (!bounds) return undefined;
  const parts = partsOf([...ofYear.keys()], bounds);
  return (
    parts && sum(parts.map((part) => ofYear.get(part) ?? 0)) + (group === totalKey ? (ofYear.get(unknownKey) ?? 0) : 0)
  );
}

export function yearsOf(figures: readonly PopulationFigure[]): number[] {
  return [...new Set(figures.map(({ year }) => year))].toSorted((one, other) => one - other);
}

/**
 * The narrowest groups that follow each other without gap through the given ages; undefined when a group is missing
 * (then nothing can be summed: 「−」 is not 0).
 */
function partsOf(
  keys: readonly GroupKey[],
  bounds: { readonly from: number; readonly to: number | null },
): GroupKey[] | undefined {
  const inside = keys.filter((key) => {
    const group = groupOf(key);
    return group !== undefined && !(group.from === bounds.from && group.to === bounds.to);
  });
  const parts: GroupKey[] = [];
  for (let age: number | null = bounds.from; age !== null && (bounds.to === null || age <= bounds.to);) {
    const next = narrowestAt(inside, age, bounds.to);
    if (next === undefined) return undefined;
    parts.push(next.key);
    age = next.to === null ? null : next.to + 1;
  }
  return parts;
}

function narrowestAt(keys: readonly GroupKey[], age: number, limit: number | null) {
  const groups = keys.flatMap((key) => {
    const group = groupOf(key);
    const fits = group && group.from === age && (limit === null || (group.to !== null && group.to <= limit));
    return fits ? [{ key, to: group.to }] : [];
  });
  return groups.toSorted((one, other) => (one.to ?? 999) - (other.to ?? 999))[0];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Parts that do not add up to the group they make: in which year, what is written and what the parts sum to. */
export interface SumFault {
  readonly year: number;
  readonly group: GroupKey;
  readonly written: number;
  readonly summed: number;
}

/**
 * Where age groups do not add up: ages to the total, 5-year ages to 年少・生産年齢・老年. Projections are rounded group by group, so a
 * difference of at most one person for each two parts is rounding and no fault. Years that lack a group are not judged.
 */
export function sumFaults(figures: readonly PopulationFigure[]): SumFault[] {
  return yearsOf(figures).flatMap((year) => {
    const ofYear = new Map(figures.filter((each) => each.year === year).map((each) => [each.group, each.value]));
    return [...ofYear].flatMap(([group, written]) => {
      const bounds = group === totalKey ? { from: 0, to: null } : groupOf(group);
      const parts = bounds && partsOf([...ofYear.keys()], bounds);
      if (!parts) return [];
      const unknown = group === totalKey ? (ofYear.get(unknownKey) ?? 0) : 0;
      const summed = sum(parts.map((part) => ofYear.get(part) ?? 0)) + unknown;
      return Math.abs(summed - written) > parts.length / 2 ? [{ year, group, written, summed }] : [];
    });
  });
}

/** 「2040年の総数：内訳の合計は49,800人で、書かれた50,000人と200人違います。」 */
export function sumFaultWords({ year, group, written, summed }: SumFault): string {
  return `${year}年の${groupName(group)}：内訳の合計は${people(summed)}で、書かれた${people(written)}と${people(Math.abs(summed - written))}違います。`;
}

function people(value: number): string {
  return `${figure(value, 0)}人`;
}

/** What stops a path from being kept. */
export function pathFault({ code, name, baseYear, source }: PathWords): Refusal | undefined {
  const fields = {
    ...(!isAddressWord(code) && { code: "半角の英小文字・数字・ハイフンで入れてください。" }),
    ...(name.trim() === "" && { name: "推計の名前を入れてください。" }),
    ...(!isYear(baseYear) && { baseYear: "基準年を西暦で入れてください。例：2020" }),
    ...(source.trim() === "" && { source: "出典を入れてください。" }),
  };
  return fieldFaults("path", fields);
}

export function aimFault({ name, year, value }: Pick<PopulationAim, "name" | "year" | "value">): Refusal | undefined {
  return fieldFaults("aim", {
    ...(name.trim() === "" && { name: "目標の名前を入れてください。例：5万人を維持する" }),
    ...(!isYear(year) && { year: "年を西暦で入れてください。例：2040" }),
    ...((!Number.isSafeInteger(value) || value <= 0 || value > 100_000_000) && {
      value: "人口を、1以上の整数で入れてください。",
    }),
  });
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2200;
}

/** A refusal that names the fields; undefined when there is none. */
export function fieldFaults(code: string, fields: Readonly<Record<string, string>>): Refusal | undefined {
  if (Object.keys(fields).length === 0) return undefined;
  return {
    code,
    message: "入力を確かめてください。",
    remedy: "赤い字のところを直して、もう一度保存してください。",
    fields,
  };
}
