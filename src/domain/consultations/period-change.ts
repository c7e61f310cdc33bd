/** Period change (期間の変更): 延長, or 繰上げの締切; each with a reason that is published. */
export const periodChangeKinds = ["extension", "earlyClosing"] as const;

export type PeriodChangeKind = (typeof periodChangeKinds)[number];

export interface PeriodChange {
  readonly id: string;
  readonly kind: PeriodChangeKind;
  readonly closesOnBefore: string;
  readonly closesOnAfter: string;
  readonly reason: string;
  readonly savedAt: Date;
}
