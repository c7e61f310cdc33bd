import { z } from "zod";
import type { Target } from "./indicator.ts";

export const targetSetKinds = ["plan", "strategy", "grant", "sdg"] as const;

export const targetSetKindSchema = z.enum(targetSetKinds);

/** Target set (目標の組): the targets that a plan, its 総合戦略, a grant or the SDGs set over the same series of values. */
export interface TargetSet {
  readonly id: string;
  readonly planId: string;
  readonly kind: (typeof targetSetKinds)[number];
  readonly name: string;
  readonly startYear: number;
  readonly endYear: number;
}

/** A target of an indicator in a set. */
export interface SetTarget extends Target {
  readonly indicatorId: string;
  readonly targetSetId: string;
}

/** The target itself, without whose it is. */
export function bareTarget({ indicatorId: _indicator, targetSetId: _set, ...target }: SetTarget): Target {
  return target;
}
