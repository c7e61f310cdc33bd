import type { Ctx } from "#domain/audit/index.ts";
import { planVersions, type DraftVersion } from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import type { CopyRemoval, PayloadKind, Publishable } from "#domain/publication/index.ts";
import { accept, NotFound, refuse } from "#kernel/result.ts";
import type { Gate } from "./gate.ts";
import { formulationRefusals } from "./labels.ts";
import { policyContentSchema } from "./policy-version.ts";
import { stageLines, type StageLine } from "./queries/gates.ts";
import {
  formulationSnapshotFormat,
  formulationSnapshotSchema,
  type FormulationSnapshot,
  type PublishedGate,
  type PublishedPolicy,
  type PublishedStage,
} from "./snapshot.ts";
import { formulationOf } from "./store/formulations.ts";
import { purgeContents, versionsOf } from "./store/policy-versions.ts";

/** Where the making of one plan stands, under the plan's word in addresses. */
export const formulationPayload: PayloadKind<FormulationSnapshot> = {
  subject: "formulation",
  format: formulationSnapshotFormat,
  schema: formulationSnapshotSchema,
};

/** The 策定方針 that is open, and the stages as they stand. */
export const publishableFormulation: Publishable<FormulationSnapshot> = {
  ...formulationPayload,
  compose: async (ctx, slug) => {
    const { id, name, startYear, endYear } = await planBySlug(ctx, slug);
    if (!(await formulationOf(ctx.db, id))) throw new NotFound(`formulation of ${slug}`);
    const policy = await openPolicy(ctx, id);
    const versions = await planVersions(ctx, id);
    const stages = (await stageLines(ctx, id)).map((line) => publishedStage(line, versions));
    if (policy === null && stages.length === 0) return refuse(formulationRefusals.nothingToShow);
    return accept({ plan: { slug, name, startYear, endYear }, policy, stages });
  },
};

/**
 * A purged publication takes the content of the 策定方針 that it showed along: who asked and who confirmed stand with the publication.
 * A payload of another kind has none.
 */
export const purgePolicy: CopyRemoval = async (tx, { payload, at }) => {
  const policy = formulationSnapshotSchema.safeParse(payload).data?.policy;
  if (policy)
    await purgeContents(tx, {
      hash: policy.hash,
      at,
      reason: "公開した策定の状況の完全な削除に伴って、内容を消しました。",
    });
};

/** The latest version that is not 非公開, and whose content stands. */
async function openPolicy(ctx: Ctx, planId: string): Promise<PublishedPolicy | null> {
  for (const { openness, number, name, datedOn, decidedBy, hash, text } of await versionsOf(ctx.db, planId))
    if (openness !== "closed" && text !== null)
      return { number, name, openness, datedOn, decidedBy, hash, content: policyContentSchema.parse(JSON.parse(text)) };
  return null;
}

function publishedStage({ stage, gates, state }: StageLine, versions: readonly DraftVersion[]): PublishedStage {
  const { name, plannedFrom, plannedUntil } = stage;
  return { name, plannedFrom, plannedUntil, state, gates: gates.map((gate) => publishedGate(gate, versions)) };
}

/** While a gate is open, nothing is told of it but the version that it holds. */
function publishedGate(gate: Gate, versions: readonly DraftVersion[]): PublishedGate {
  const held = versions.find(({ id }) => id === gate.versionId);
  const isOpen = gate.state === "open";
  return {
    state: gate.state,
    version: held ? { number: held.number, name: held.name, hash: held.hash } : null,
    decidedOn: gate.decidedOn,
    body: gate.decidedBody,
    documentNumber: gate.documentNumber,
    reason: gate.reason,
    conditions: gate.conditions.map(({ words, metOn, metAs }) => ({ words, metOn, metAs })),
    views: isOpen
      ? []
      : gate.views.map(({ hearer, body, heardOn, words, reference }) => ({ hearer, body, heardOn, words, reference })),
    confirmations: isOpen ? [] : gate.confirmations.map(({ body, confirmedOn }) => ({ body, confirmedOn })),
  };
}
