import type { Ctx } from "#domain/audit/index.ts";
import { listConsultations, phasesOf, roundOf } from "#domain/consultations/index.ts";
import { frozenDocument, sectionName, unconfirmedIn, type DraftVersion } from "#domain/documents/index.ts";
import { frozenGaps, planById, planChecklist } from "#domain/plan/index.ts";
import { listOccasions, standingOf, type Occasion } from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import type { CommentPeriod } from "../comment-period.ts";
import type { Findings, OwedAnswers, VersionFindings } from "../gate-checks.ts";

/** What the version that a gate holds says of itself, and what the registers of its plan say now. */
export async function findingsFor(ctx: Ctx, version: DraftVersion): Promise<Findings> {
  const { planId } = version;
  const occasions = (await listOccasions(ctx)).filter((occasion) => occasion.planId === planId);
  const items = await planChecklist(ctx, await planById(ctx, planId));
  return {
    owed: await owedAnswers(ctx, occasions),
    lineage: items.filter(({ group }) => group === "lineage").map(({ about }) => about),
    comments: await commentPeriods(ctx, occasions),
    version: await versionFindings(ctx, version),
  };
}

async function versionFindings(ctx: Ctx, { id, frozenAt }: DraftVersion): Promise<VersionFindings | undefined> {
  const content = await frozenDocument(ctx, id);
  if (!content) return undefined;
  return {
    ...frozenGaps(content.plan),
    frozenOn: tokyoDay(frozenAt),
    sections: unconfirmedIn(content).map(sectionName),
    knowsChanges: content.sections.every(({ isChangedSince }) => isChangedSince !== undefined),
  };
}

/** Each occasion whose voices are owed an answer, by the ledger's own rule of completeness. */
async function owedAnswers(ctx: Ctx, occasions: readonly Occasion[]): Promise<OwedAnswers[]> {
  const owed: OwedAnswers[] = [];
  for (const { id, title } of occasions.filter(({ duty }) => duty === "answer")) {
    const { openVoices, openTopics } = await standingOf(ctx, id);
    owed.push({ occasionId: id, title, openVoices: openVoices.length, openTopics: openTopics.length });
  }
  return owed;
}

/** The public comments: those of the ledger alone too, but none that is only being prepared. */
async function commentPeriods(ctx: Ctx, occasions: readonly Occasion[]): Promise<CommentPeriod[]> {
  const asked = occasions.filter(({ channel }) => channel === "publicComment");
  const ids = new Set(asked.map(({ id }) => id));
  const rounds = (await listConsultations(ctx)).filter(({ id }) => ids.has(id));
  const phases = await phasesOf(ctx, rounds);
  const periods: CommentPeriod[] = [];
  for (const { id, title, opensOn, closesOn } of asked.filter((each) => phases.get(each.id) !== "preparing")) {
    const shortPeriodReason = phases.has(id) ? (await roundOf(ctx, id)).words.shortPeriodReason : "";
    periods.push({ title, opensOn, closesOn, shortPeriodReason });
  }
  return periods;
}
