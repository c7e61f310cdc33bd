import type { Ctx } from "#domain/audit/index.ts";
import { bindTree, freezeVersion, publishableDocument, versionReference } from "#domain/documents/index.ts";
import type { PlanWithLevels } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { accepted } from "./results.ts";

/** Freezes a plan with its tree as chapters, and publishes the version under 「the plan's word-1」. */
export async function publishSampleVersion(ctx: Ctx, { id: planId, slug }: PlanWithLevels): Promise<void> {
  accepted(await bindTree(ctx, { planId, parentId: null }));
  const entry = { planId, name: "素案", openness: "discussion", reason: "意見を聴くため" } as const;
  const { number } = accepted(await freezeVersion(ctx, entry));
  const words = {
    label: "素案",
    openness: "discussion",
    divisionName: "企画課",
    divisionContact: "",
    note: "",
  } as const;
  accepted(await publishNow(ctx, { of: publishableDocument, reference: versionReference(slug, number), ...words }));
}
