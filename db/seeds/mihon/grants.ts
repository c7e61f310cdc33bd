import type { GrantKpi, GrantYear } from "#domain/strategy/index.ts";

/** A sample grant project; measure and goal by name, indicators of the register by name. Everything is invented. */
export interface SampleGrant {
  readonly name: string;
  readonly summary: string;
  readonly programme: string;
  readonly goal: string;
  readonly measure: string;
  readonly division: string;
  readonly regionalPlan: string;
  readonly period: { readonly startYear: number; readonly endYear: number };
  readonly years: readonly GrantYear[];
  readonly kpis: readonly (Omit<GrantKpi, "id" | "indicatorId"> & { readonly indicator?: string })[];
}

const unchecked = {
  spentYen: null,
  effect: null,
  verdict: null,
  opinion: "",
  policy: null,
  policyReason: "",
} as const;

export const sampleGrants: readonly SampleGrant[] = [
  {
    name: "移住・関係人口つながる事業（見本）",
    summary: "お試し住宅と移住相談の窓口を設け、暮らしと仕事をまとめて案内します。",
    programme: "second-generation-2024",
    goal: "2",
    measure: "移住・定住",
    division: "企画課",
    regionalPlan: "みほん市つながる定住計画（見本）",
    period: { startYear: 2025, endYear: 2027 },
    years: [
      {
        year: 2025,
        costYen: 18_400_000,
        grantYen: 9_200_000,
        spentYen: 17_862_340,
        effect: "effective",
        verdict: "useful",
        opinion: "相談から移住までの日数が短くなった。空き家の紹介を早めるとよい。",
        policy: "revise",
        policyReason: "空き家バンクと相談の窓口を1つにする。",
      },
      { ...unchecked, year: 2026, costYen: 19_000_000, grantYen: 9_500_000 },
      { ...unchecked, year: 2027, costYen: 16_600_000, grantYen: 8_300_000 },
    ],
    kpis: [
      {
        name: "移住相談の件数",
        unit: "件",
        decimals: 0,
        base: 180,
        due: "令和10年3月",
        steps: [
          { year: 2025, increment: 40, actual: 231 },
          { year: 2026, increment: 40, actual: null },
          { year: 2027, increment: 60, actual: null },
        ],
      },
      {
        name: "お試し住宅を利用した世帯の数",
        unit: "世帯",
        decimals: 0,
        base: 0,
        due: "令和10年3月",
        steps: [
          { year: 2025, increment: 12, actual: 9 },
          { year: 2026, increment: 6, actual: null },
          { year: 2027, increment: 6, actual: null },
        ],
      },
    ],
  },
  {
    name: "宿場と温泉の周遊づくり事業（見本）",
    summary: "宿場と温泉を歩いて巡る道しるべと、予約をまとめて取れる仕組みをつくります。",
    programme: "second-generation-2024",
    goal: "1",
    measure: "観光",
    division: "商工観光課",
    regionalPlan: "みほん市めぐる観光計画（見本）",
    period: { startYear: 2027, endYear: 2029 },
    years: [
      { ...unchecked, year: 2027, costYen: 32_000_000, grantYen: 16_000_000 },
      { ...unchecked, year: 2028, costYen: 28_000_000, grantYen: 14_000_000 },
      { ...unchecked, year: 2029, costYen: 24_000_000, grantYen: 12_000_000 },
    ],
    kpis: [
      {
        name: "延べ宿泊者数",
        indicator: "延べ宿泊者数",
        unit: "人泊",
        decimals: 0,
        base: 146_000,
        due: "令和12年3月",
        steps: [
          { year: 2027, increment: 7_000, actual: null },
          { year: 2028, increment: 4_000, actual: null },
          { year: 2029, increment: 4_000, actual: null },
        ],
      },
    ],
  },
];
