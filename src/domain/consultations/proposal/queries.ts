import type { Ctx } from "#domain/audit/index.ts";
import {
  occasionById,
  suggestionsFor,
  voiceIdOf,
  voicesLike,
  voiceTexts,
  type Mark,
  type SimilarVoice,
  type VoiceText,
} from "#domain/voices/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { mayModerateProposals, mayReadConsultations } from "../permissions.ts";
import { listConsultations } from "../queries/consultations.ts";
import type { IdeaCall } from "./call.ts";
import { actsOf, openReports, type ProposalAct, type ProposalReport } from "./store/acts.ts";
import { callIn } from "./store/calls.ts";
import { proposalsOf, waitingByCall, type StoredProposal } from "./store/proposals.ts";

/** A call's own words. @throws NotFound where the consultation is of another kind */
export async function callOf(ctx: Ctx, id: string): Promise<IdeaCall> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const call = await callIn(ctx.db, id);
  if (!call) throw new NotFound(`idea call ${id}`);
  return call;
}

/** A proposal as staff see it in a list. */
export interface ProposalLine {
  readonly proposal: StoredProposal;
  readonly voice: VoiceText;
  /** The number of the proposal that it joins. */
  readonly joins: number | null;
  /** Others that join it, let through or not. */
  readonly joined: number;
  readonly reports: readonly ProposalReport[];
}

/** Everything that came to a call, in the order of receipt. */
export async function listProposals(ctx: Ctx, callId: string): Promise<ProposalLine[]> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const proposals = await proposalsOf(ctx.db, callId);
  const texts = await voiceTexts(
    ctx.db,
    proposals.map(({ voiceId }) => voiceId),
  );
  const voices = new Map(texts.map((voice) => [voice.id, voice]));
  const reports = await openReports(ctx.db, callId);
  const joined = grouped(proposals, ({ joinsId }) => joinsId);
  return proposals.flatMap((proposal) => {
    const voice = voices.get(proposal.voiceId);
    if (!voice) return [];
    const own = reports.filter(({ voiceId }) => voiceId === proposal.voiceId);
    const joins = voices.get(proposal.joinsId ?? "")?.number ?? null;
    return [{ proposal, voice, joins, joined: joined.get(proposal.voiceId)?.length ?? 0, reports: own }];
  });
}

/** The calls with proposals that wait for this person to look at them. */
export async function waitingProposals(
  ctx: Ctx,
): Promise<readonly { readonly slug: string; readonly title: string; readonly proposals: number }[]> {
  const waiting = await waitingByCall(ctx.db);
  if (waiting.size === 0) return [];
  return (await listConsultations(ctx))
    .filter(({ id, occasion }) => waiting.has(id) && mayModerateProposals(ctx.actor, occasion))
    .map(({ id, slug, occasion: { title } }) => ({ slug, title, proposals: waiting.get(id) ?? 0 }));
}

/** One proposal with what a person needs to decide. */
export interface ProposalPage extends ProposalLine {
  readonly planId: string;
  readonly divisionId: string | null;
  readonly call: IdeaCall;
  /** What probably must not go public. */
  readonly marks: readonly Mark[];
  /** ほぼ同じ文面: voices of the same call with nearly the same words. */
  readonly similar: readonly SimilarVoice[];
  readonly acts: readonly ProposalAct[];
}

/** @throws NotFound when the call has none with this number */
export async function proposalPage(
  ctx: Ctx,
  { callId, number }: { callId: string; number: number },
): Promise<ProposalPage> {
  const voiceId = await voiceIdOf(ctx.db, number);
  const line = (await listProposals(ctx, callId)).find(({ voice }) => voice.id === voiceId);
  if (!line) throw new NotFound(`proposal ${number}`);
  const { planId, divisionId } = await occasionById(ctx, callId);
  const { id, text } = line.voice;
  return {
    ...line,
    planId,
    divisionId,
    call: await callOf(ctx, callId),
    marks: text === null ? [] : await suggestionsFor(ctx.db, { id, text }),
    similar: await voicesLike(ctx, id),
    acts: await actsOf(ctx.db, id),
  };
}
