import type { NodeFieldKey } from "./snapshot.ts";

/** Kinds of plans (計画の種別). */
export const planKindLabels = {
  comprehensivePlan: "総合計画",
  basicConcept: "基本構想",
  basicPlan: "基本計画",
  implementationPlan: "実施計画",
  comprehensiveStrategy: "総合戦略",
  sectoralPlan: "個別計画",
} as const;

export type PlanKind = keyof typeof planKindLabels;

export function isKnownKind(kind: string): kind is PlanKind {
  return Object.hasOwn(planKindLabels, kind);
}

/** Headings of the texts on the page of a measure (施策). */
export const nodeFieldLabels: Readonly<Record<NodeFieldKey, string>> = {
  vision: "目指す姿",
  currentState: "現状と課題",
  direction: "取組の方向",
  initiatives: "主な取組",
  citizenRole: "市民の役割",
  businessRole: "事業者・団体の役割",
  cityRole: "行政の役割",
};

/** Directions (望ましい方向) of an indicator. */
export const directionLabels = {
  up: "増やす（高いほどよい）",
  down: "減らす（低いほどよい）",
  maintain: "維持する",
  range: "範囲に収める",
} as const;

/** How an indicator's values add up (累計・単年・時点). */
export const accumulationLabels = {
  singleYear: "単年度の値",
  cumulative: "累計",
  pointInTime: "時点の値",
} as const;

/** Why an actual is 「−」. */
export const absenceLabels = {
  notSurveyed: "未調査",
  notReleased: "未公表",
  counting: "集計中",
} as const;

export type Direction = keyof typeof directionLabels;
export type Accumulation = keyof typeof accumulationLabels;
export type Absence = keyof typeof absenceLabels;

/** ◎ / ○. */
export const strengthSigns = { direct: "◎", related: "○" } as const;
export const strengthLabels = { direct: "直接かかわる", related: "関連する" } as const;

export type Strength = keyof typeof strengthSigns;

/** What a revision says happened. */
export const revisionActLabels = {
  created: "作成",
  edited: "編集",
  renamed: "名前の変更",
  moved: "移動",
  renumbered: "番号の変更",
  removed: "削除",
  restored: "削除の取消し",
  reverted: "前の版に戻す",
  undone: "操作の取消し",
  imported: "取込み",
  linked: "SDGsとの関係",
} as const;

export type RevisionAct = keyof typeof revisionActLabels;

/** What the page of a measure must have before a version is made (domain rule: error list before each 版). */
export const missingLabels = {
  code: "番号",
  division: "主管課",
  vision: "目指す姿",
  indicator: "成果指標",
  roles: "役割",
  relatedPlan: "関連する個別計画",
  sdgs: "SDGsの位置づけ",
} as const;

export type Missing = keyof typeof missingLabels;

/** What an indicator must have. */
export const indicatorFaultLabels = {
  unit: "単位がない",
  source: "出典がない",
  description: "説明・算出方法がない",
  baseline: "基準値がない",
  baselineYear: "基準年度がない",
  target: "目標値がない",
  updateMonth: "更新月がない",
  method: "達成度の計算方法がない",
  methodMisfit: "計算方法が方向や目標に合わない",
  sameAsBaseline: "維持ではないのに目標値が基準値と同じ",
  againstDirection: "目標値が望ましい方向と逆",
} as const;

export type IndicatorFault = keyof typeof indicatorFaultLabels;
