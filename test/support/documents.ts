import type { Ctx } from "#domain/audit/index.ts";
import { addPicture, bindTree, freezeVersion, publishableDocument, versionReference } from "#domain/documents/index.ts";
import { editNode, planNodes, type PlanWithLevels } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { smallPng } from "./png.ts";
import { accepted } from "./results.ts";

/** Freezes a plan with its tree as chapters, and publishes the version under 「the plan's word-1」. @returns a picture that it shows */
export async function publishSampleVersion(ctx: Ctx, { id: planId, slug }: PlanWithLevels): Promise<string> {
  const { file } = accepted(await addPicture(ctx, { planId, name: "図.png", bytes: smallPng }));
  const [node] = await planNodes(ctx, planId);
  const figure = { type: "figure", attrs: { file, alternative: "まちの地図", caption: "まちの姿" } } as const;
  const fields = { ...node?.fields, vision: { type: "doc", content: [figure] } } as const;
  accepted(await editNode(ctx, { id: node?.id ?? "", version: node?.version ?? 0, fields }));
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
  return file;
}
