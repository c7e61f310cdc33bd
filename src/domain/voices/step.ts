import { z } from "zod";

/** What a person can do at the desk and take back. */
export const stepActs = [
  "split",
  "changed",
  "removed",
  "assigned",
  "unassigned",
  "excluded",
  "restored",
  "placed",
  "tagged",
  "untagged",
  "topicMade",
  "topicsMerged",
  "topicsRemoved",
  "divisionsAsked",
] as const;
export type StepAct = (typeof stepActs)[number];

/** A topic before and after a step: ids and days, no words. */
export interface TopicBefore {
  readonly id: string;
  readonly divisionId: string | null;
  readonly dueOn: string | null;
  readonly askedAt: string | null;
  readonly mergedIntoId: string | null;
  readonly isRemoved: boolean;
  readonly version: number;
  readonly versionAfter: number;
  /** When the step was taken back: the version in which the topic stands as it stood before. */
  readonly versionRestored?: number | undefined;
}

/**
 * LedgerStep (操作): what one act did to points and topics, so that the person who did it can take it back. Points that it changed or
 * removed are kept beside it (`point_before`); here are those that it made, and its topics.
 */
export interface LedgerStep {
  readonly points: number;
  readonly addedPointIds: readonly string[];
  readonly addedTopicIds: readonly string[];
  readonly topics: readonly TopicBefore[];
}

export const ledgerStepSchema: z.ZodType<LedgerStep> = z.object({
  points: z.number().int(),
  addedPointIds: z.array(z.string()),
  addedTopicIds: z.array(z.string()),
  topics: z.array(
    z.object({
      id: z.string(),
      divisionId: z.string().nullable(),
      dueOn: z.string().nullable(),
      askedAt: z.string().nullable(),
      mergedIntoId: z.string().nullable(),
      isRemoved: z.boolean(),
      version: z.number().int(),
      versionAfter: z.number().int(),
      versionRestored: z.number().int().optional(),
    }),
  ),
});

/** A version that stood again because later steps were taken back. */
export interface Restored {
  /** The version as it was restored. */
  readonly from: number;
  /** The version whose content it has. */
  readonly to: number;
}

/**
 * The first version that had the content of the present one: versions only grow, so a step that was taken back leaves a new version
 * with old content, and the step before it must not take that for somebody else's change.
 */
export function standingAs(version: number, restored: readonly Restored[]): number {
  let standing = version;
  for (let found = true; found;) {
    const same = restored.find(({ from }) => from === standing);
    found = same !== undefined;
    if (same) standing = same.to;
  }
  return standing;
}
