import type { Ctx } from "#domain/audit/index.ts";
import { daysBefore } from "../earlier.ts";

/** How many days before today each step of the sample's plan was: everything that tells a day of it takes it from here. */
export const daysAgo = {
  house: 240,
  policyBegun: 220,
  policyDrafted: 218,
  policyDecided: 210,
  outline: 160, // 骨子案
  outlineSentBack: 152,
  draft: 126, // 素案
  aimsConfirmed: 121,
  aimsPassed: 120,
  draftHeard: 119,
  draftPassed: 118,
  roundAnnounced: 112,
  roundOpens: 111,
  roundCloses: 82, // its 30th day
  roundSorted: 69,
  roundAnswered: 59,
  textsEdited: 54,
  roundPublished: 44,
  roundPassed: 42,
  councilHeard: 38,
  councilPassed: 36,
  councilAnswered: 32,
  valuesEntered: 31,
  final: 28, // the version that goes to the assembly
  proposalPassed: 26,
  finalHeard: 23,
  finalPassed: 22,
  billPassed: 18,
  resolved: 14,
  published: 12,
  checkBegun: 10,
  checkEnds: -20,
} as const;

export type Step = keyof typeof daysAgo;

/** The sample's days, seen from the day on which it is seeded. */
export function onDayOf(ctx: Ctx, step: Step): Ctx {
  return daysBefore(ctx, daysAgo[step]);
}
