import { z } from "zod";
import type { Period } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { spanFaults } from "../frame.ts";
import { fieldFaults } from "../population/path.ts";
import type { KpiStep } from "./increments.ts";

export const effects = ["veryEffective", "effective", "someEffect", "noEffect"] as const;
export const verdicts = ["useful", "notUseful"] as const;
export const policies = ["expand", "revise", "continue", "stop", "end"] as const;
/** 事業効果. */
export type Effect = (typeof effects)[number];
/** 外部有識者の評価. */
export type Verdict = (typeof verdicts)[number];
/** 今後の方針. */
export type Policy = (typeof policies)[number];

/** A year of a grant project: its money in whole yen, and what the yearly check (効果検証) said. */
export interface GrantYear {
  readonly year: number;
  /** 事業費; null: not known, which is not 0. */
  readonly costYen: number | null;
  /** 交付金額. */
  readonly grantYen: number | null;
  /** 実績額. */
  readonly spentYen: number | null;
  readonly effect: Effect | null;
  readonly verdict: Verdict | null;
  readonly opinion: string;
  readonly policy: Policy | null;
  readonly policyReason: string;
}

export const stepsSchema = z.array(
  z.object({ year: z.number().int(), increment: z.number().nullable(), actual: z.number().nullable() }),
);

/** A KPI of a grant project: the value before (事前値) and yearly increments. */
export interface GrantKpi {
  readonly id: string;
  /** The register's indicator when it is the same figure: then contradictions are found. */
  readonly indicatorId: string | null;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly base: number;
  /** 目標年月, in words. */
  readonly due: string;
  readonly steps: readonly KpiStep[];
}

/** Where a grant project stands (位置づけ): the strategy's goal and the plan's measure that it serves. */
export interface GrantPosition {
  readonly strategyId: string | null;
  readonly goalId: string | null;
  readonly nodeId: string | null;
}

/** Grant project (交付金事業): what a programme pays for. */
export interface GrantProject extends Period, GrantPosition {
  readonly id: string;
  readonly programmeId: string;
  readonly name: string;
  readonly summary: string;
  readonly divisionId: string | null;
  /** 地域再生計画 by which it was approved. */
  readonly regionalPlan: string;
  readonly position: number;
  readonly version: number;
  readonly years: readonly GrantYear[];
  readonly kpis: readonly GrantKpi[];
}

export type ProjectWords = Omit<GrantProject, "id" | "position" | "version" | "years" | "kpis">;

/** A year of which nothing is known. */
export function emptyYear(year: number): GrantYear {
  return {
    year,
    costYen: null,
    grantYen: null,
    spentYen: null,
    effect: null,
    verdict: null,
    opinion: "",
    policy: null,
    policyReason: "",
  };
}

export function projectFault({ name, programmeId, startYear, endYear }: ProjectWords): Refusal | undefined {
  return fieldFaults("project", {
    ...(name.trim() === "" && { name: "事業の名前を入れてください。" }),
    ...(programmeId === "" && { programmeId: "交付金の制度を選んでください。" }),
    ...spanFaults(startYear, endYear),
    ...(endYear - startYear > 20 && { endYear: "期間は20年までにしてください。" }),
  });
}

/** What stops the money and the check of years from being kept: amounts are whole yen, not below zero; a verdict needs its words. */
export function yearsFault(years: readonly GrantYear[]): Refusal | undefined {
  const faults: Record<string, string> = {};
  for (const { year, costYen, grantYen, spentYen, policy, policyReason } of years) {
    const amounts = { cost: costYen, grant: grantYen, spent: spentYen };
    for (const [key, yen] of Object.entries(amounts))
      if (yen !== null && (!Number.isSafeInteger(yen) || yen < 0))
        faults[`${key}-${year}`] = `${year}年度：円単位の整数で入れてください。分からないときは空欄にします。`;
    if (costYen !== null && grantYen !== null && grantYen > costYen)
      faults[`grant-${year}`] = `${year}年度：交付金額が事業費より大きくなっています。`;
    if (policy !== null && policyReason.trim() === "")
      faults[`policyReason-${year}`] = `${year}年度：今後の方針の理由を入れてください。`;
  }
  return fieldFaults("years", faults);
}

export function kpiFault({ name, decimals, base }: Omit<GrantKpi, "id">): Refusal | undefined {
  return fieldFaults("kpi", {
    ...(name.trim() === "" && { name: "指標の名前を入れてください。" }),
    ...((!Number.isInteger(decimals) || decimals < 0 || decimals > 4) && {
      decimals: "小数の桁数は0から4までにしてください。",
    }),
    ...(!Number.isFinite(base) && { base: "事前値を数で入れてください。" }),
  });
}
