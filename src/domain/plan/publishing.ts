import type { Publishable } from "#domain/publication/index.ts";
import { accept, refuse, type Refusal } from "#kernel/result.ts";
import { planPayload } from "./payload.ts";
import { planBySlug } from "./queries/plans.ts";
import { planSnapshot } from "./queries/snapshot.ts";
import type { PlanSnapshot } from "./snapshot.ts";

const nothingToPublish: Refusal = {
  code: "nothingToPublish",
  message: "公開する項目がまだありません。",
  remedy: "施策体系に項目を加えるか、Excelから取り込んでから、もう一度準備してください。",
};

/** A plan as it goes public, by its word in addresses. */
export const publishablePlan: Publishable<PlanSnapshot> = {
  ...planPayload,
  compose: async (ctx, slug) => {
    const { id } = await planBySlug(ctx, slug);
    const snapshot = await planSnapshot(ctx, id);
    return snapshot.nodes.length === 0 ? refuse(nothingToPublish) : accept(snapshot);
  },
};
