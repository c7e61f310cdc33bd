import { holds, type Ctx } from "#domain/audit/index.ts";
import { countPeople, divisionsOn, peopleNames } from "#domain/identity/index.ts";
import {
  countDraftActuals,
  isOwn,
  latestChanges,
  listImports,
  mayImportPlans,
  listPlans,
  planCounts,
  mayReadPlans,
  planById,
  planState,
  type Finding,
  type LatestChange,
  type Plan,
  type PlanImport,
  type PlanState,
} from "#domain/plan/index.ts";
import { mayReadConsultations, waitingProposals } from "#domain/consultations/index.ts";
import { mayReadFormulation, waitingGates } from "#domain/formulation/index.ts";
import { mayReadVoices, waitingWork } from "#domain/voices/index.ts";
import { headFor, stateOf, storedPublications, type PublicationHead } from "#domain/publication/index.ts";
import { jobsOf, type JobView } from "#platform/jobs/index.ts";
import { mayReadJobs } from "../jobs/permissions.ts";
import { gateLines } from "./gate-lines.ts";
import { listeningLines, proposalLines, type WaitingLine } from "./listening-lines.ts";
import { writingLines } from "./writing-lines.ts";
import { guideSteps, isSetUp, type GuideStep } from "./set-up-guide.ts";

/** A plan as the home page shows it. */
export interface PlanCard {
  readonly plan: Plan;
  readonly state: PlanState;
  /** What stands published, if anything. */
  readonly head: PublicationHead | undefined;
  /** Whether pages were changed after that. */
  readonly isChangedSince: boolean;
  /** Measures of the person's own divisions that lack something, while the plan is still being written. */
  readonly own: readonly Finding[];
  /** Actuals that wait for this person to confirm them. */
  readonly drafts: number;
  /** Imports that were begun and not finished, for those who import. */
  readonly imports: readonly PlanImport[];
}

/** Everything the home page of a member of staff shows. */
export interface Overview {
  readonly guide: readonly GuideStep[] | undefined;
  readonly cards: readonly PlanCard[];
  /** What of the writing and the listening waits, for those who may do it. */
  readonly waiting: readonly WaitingLine[];
  readonly changes: readonly LatestChange[];
  readonly names: ReadonlyMap<string, string>;
  readonly jobs: readonly JobView[];
}

const shownChanges = 8;

export async function overviewFor(ctx: Ctx): Promise<Overview> {
  const { actor } = ctx;
  const plans = mayReadPlans(actor) ? await listPlans(ctx) : [];
  const heads = await storedPublications(ctx).heads();
  const changes = plans.length === 0 ? [] : await latestChanges(ctx, shownChanges);
  const cards = await Promise.all(plans.map((plan) => cardOf(ctx, { plan, heads, changes })));
  return {
    guide: holds(actor, "administrator", "planning") ? await guideFor(ctx, cards, heads.length) : undefined,
    cards,
    waiting: [
      ...(await writingLines(ctx, plans)),
      ...(mayReadVoices(actor) ? listeningLines(await waitingWork(ctx)) : []),
      ...(mayReadConsultations(actor) ? proposalLines(await waitingProposals(ctx)) : []),
      ...(mayReadFormulation(actor) ? gateLines(await waitingGates(ctx)) : []),
    ],
    changes,
    names: await peopleNames(
      ctx,
      changes.flatMap((change) => change.savedBy ?? []),
    ),
    jobs: mayReadJobs(actor) ? (await jobsOf(ctx, ctx.municipality.code, 30)).filter(isUnderWay) : [],
  };
}

interface CardSources {
  readonly plan: Plan;
  readonly heads: readonly PublicationHead[];
  readonly changes: readonly LatestChange[];
}

async function cardOf(ctx: Ctx, { plan, heads, changes }: CardSources): Promise<PlanCard> {
  const state = await planState(ctx, await planById(ctx, plan.id));
  const found = headFor(heads, "plan", plan.slug);
  const head = found && stateOf(found) === "current" ? found : undefined;
  const last = changes.find((change) => change.planId === plan.id);
  const isChangedSince = head !== undefined && last !== undefined && last.savedAt > head.publishedAt;
  const isSettled = head?.openness === "decided" && !isChangedSince;
  const own = isSettled ? [] : state.findings.filter(({ measure }) => isOwn(ctx.actor, measure));
  const imports = mayImportPlans(ctx.actor)
    ? (await listImports(ctx, plan.id)).filter(({ state: step }) => step === "open" || step === "applying")
    : [];
  const drafts = await countDraftActuals(ctx, plan.id);
  return { plan, state, head, isChangedSince, own, drafts, imports };
}

function isUnderWay({ kind, state }: JobView): boolean {
  return state === "failed" || (kind !== "mail.send" && (state === "waiting" || state === "running"));
}

async function guideFor(
  ctx: Ctx,
  cards: readonly PlanCard[],
  publications: number,
): Promise<readonly GuideStep[] | undefined> {
  const { plans, nodes } = await planCounts(ctx);
  const divisions = (await divisionsOn(ctx, ctx.clock.today())).length;
  const state = { divisions, people: await countPeople(ctx), plans, nodes, publications };
  const steps = guideSteps(state, `/staff/plans/${cards[0]?.plan.slug ?? ""}`);
  return isSetUp(steps) ? undefined : steps;
}
