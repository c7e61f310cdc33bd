import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import {
  copyWithout,
  keepCopyLetThrough,
  setHiddenIn,
  spansOfWords,
  voiceTexts,
  type Mark,
} from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { consultationIn } from "../actions/consultations.ts";
import { mayModerateProposals } from "../permissions.ts";
import { announcedCall } from "./announced.ts";
import { proposalRefusals } from "./labels.ts";
import { letThrough, publishStub, takeFromPublic, type InHand } from "./letting.ts";
import type { ProposalState } from "./proposal.ts";
import { closeReports, insertAct, type ProposalActKind } from "./store/acts.ts";
import { callIn } from "./store/calls.ts";
import { holdProposal, proposalIn, saveStanding } from "./store/proposals.ts";

/** The proposal as the person saw it. */
export interface SeenProposal {
  readonly voiceId: string;
  readonly version: number;
}

export interface Acceptance extends SeenProposal {
  /** What must not go public, of what is suggested. */
  readonly marks: readonly Pick<Mark, "start" | "end">[];
  /** Words that must not go public either, wherever they stand. */
  readonly words: readonly string[];
}

/**
 * Lets a proposal through (受入れ), its words without what must not go public. Where the call wants two people, the first look keeps
 * the copy and another person lets the very same words through.
 */
export async function acceptProposal(ctx: Ctx, { marks, words, ...seen }: Acceptance): Promise<Result<null>> {
  return moderate(ctx, { seen, from: ["waiting", "looked", "public"] }, async (tx, { inHand, text, twoPersons }) => {
    const { proposal } = inHand;
    const spans = words.flatMap((each) => spansOfWords(text, each.trim()));
    const copy = copyWithout(text, [...marks, ...spans]);
    const look = { by: personId(ctx.actor), at: ctx.clock.now() };
    if (twoPersons && proposal.state === "waiting") {
      await saveStanding(tx, proposal, { state: "looked", copy, looked: look });
      return accept("looked");
    }
    if (twoPersons && proposal.lookedBy === look.by) return refuse(proposalRefusals.samePerson);
    if (twoPersons && proposal.copy !== copy) return refuse(proposalRefusals.copyChanged);
    if (proposal.state === "public" && proposal.copy !== copy) await takeFromPublic(tx, ctx, inHand, renewed);
    const standing = { let: look, ...(!twoPersons && { looked: look }) };
    const through = await letThrough(tx, ctx, { inHand, copy, standing });
    if (!through.ok) return through;
    const looks = twoPersons ? [{ by: proposal.lookedBy, at: look.at }, look] : [look];
    const { edition } = inHand.voice;
    await keepCopyLetThrough(tx, { voiceId: proposal.voiceId, edition, content: copy, looks });
    return accept("accepted");
  });
}

const renewed = "公開に適さない部分を除いた文に替えました。";

export interface Refusing extends SeenProposal {
  /** One of the call's published rules. */
  readonly rule: string;
}

/** Does not make a proposal public: its number and the rule stay for all to read, and its sender reads it by receipt. */
export async function refuseProposal(ctx: Ctx, { rule, ...seen }: Refusing): Promise<Result<null>> {
  return moderate(ctx, { seen, from: ["waiting", "looked"], rule }, async (tx, { inHand }) => {
    const { proposal } = inHand;
    await saveStanding(tx, proposal, { state: "refused", copy: null, reason: rule, looked: null, let: null });
    await setHiddenIn(tx, ctx, { id: proposal.voiceId, reason: rule });
    const stub = proposal.joinsId === null ? await publishStub(tx, ctx, inHand, rule) : accept(null);
    return stub.ok ? accept("refused") : stub;
  });
}

/** Takes from the public what had been let through (公開の取りやめ), with one of the call's published rules. */
export async function hideProposal(ctx: Ctx, { rule, ...seen }: Refusing): Promise<Result<null>> {
  return moderate(ctx, { seen, from: ["public"], rule }, async (tx, { inHand }) => {
    const { proposal } = inHand;
    await saveStanding(tx, proposal, { state: "hidden", reason: rule });
    await setHiddenIn(tx, ctx, { id: proposal.voiceId, reason: rule });
    await takeFromPublic(tx, ctx, inHand, rule);
    return accept("hidden");
  });
}

/** Puts a proposal back to the beginning (もう一度確かめる): what was refused or hidden, or the first look of two. */
export async function reopenProposal(ctx: Ctx, seen: SeenProposal): Promise<Result<null>> {
  return moderate(ctx, { seen, from: ["refused", "hidden", "looked"] }, async (tx, { inHand }) => {
    const { proposal } = inHand;
    await saveStanding(tx, proposal, { state: "waiting", copy: null, reason: "", looked: null, let: null });
    if (proposal.state !== "looked") await setHiddenIn(tx, ctx, { id: proposal.voiceId, reason: null });
    await takeFromPublic(tx, ctx, inHand, "もう一度、確かめています。");
    return accept("shown");
  });
}

/** Leaves public what citizens reported, after looking at it. */
export async function keepReported(ctx: Ctx, seen: SeenProposal): Promise<Result<null>> {
  return moderate(ctx, { seen, from: ["public"] }, async () => accept("kept"));
}

interface Scene {
  readonly inHand: InHand;
  readonly text: string;
  readonly twoPersons: boolean;
}

interface Order {
  readonly seen: SeenProposal;
  readonly from: readonly ProposalState[];
  /** Must be one of the call's published rules, where one is asked for. */
  readonly rule?: string;
}

type Work = (tx: Tx, scene: Scene) => Promise<Result<ProposalActKind>>;

/** What all acts on a proposal share: permission, its present state, the log, its reports closed. */
async function moderate(ctx: Ctx, { seen, from, rule }: Order, work: Work): Promise<Result<null>> {
  const found = await proposalIn(ctx.db, seen.voiceId);
  if (!found) throw new NotFound(`proposal ${seen.voiceId}`);
  return ctx.transaction(async (tx) => {
    const { slug, occasion } = await consultationIn(tx, found.callId);
    permit(mayModerateProposals(ctx.actor, occasion), mayModerateProposals.sentence);
    const proposal = await holdProposal(tx, seen.voiceId);
    const call = await announcedCall({ ...ctx, db: tx }, slug);
    if (!call) return refuse(proposalRefusals.notPublic);
    if (proposal?.version !== seen.version || !from.includes(proposal.state))
      return refuse(proposalRefusals.otherState);
    if (rule !== undefined && !call.detail.rules.includes(rule)) return refuse(proposalRefusals.ruleMissing);
    const voices = await voiceTexts(tx, [proposal.voiceId, ...(proposal.joinsId ? [proposal.joinsId] : [])]);
    const voice = voices.find(({ id }) => id === proposal.voiceId);
    const number = voices.find(({ id }) => id === (proposal.joinsId ?? proposal.voiceId))?.number ?? 0;
    if (!voice || voice.text === null) return refuse(proposalRefusals.disposed);
    const inHand = { call, planId: occasion.planId, proposal, voice, number };
    const twoPersons = (await callIn(tx, proposal.callId))?.twoPersons ?? false;
    const done = await work(tx, { inHand, text: voice.text, twoPersons });
    if (!done.ok) return done;
    await noteAct(tx, ctx, { voiceId: voice.id, act: done.value, reason: rule ?? "" });
    return accept(null);
  });
}

/** Writes the log of a proposal and the audit trail; whoever acts has seen its reports. */
export async function noteAct(
  tx: Tx,
  ctx: Ctx,
  { voiceId, act, reason }: { readonly voiceId: string; readonly act: ProposalActKind; readonly reason: string },
): Promise<void> {
  const done = { by: personId(ctx.actor), at: ctx.clock.now() };
  await insertAct(tx, voiceId, { id: newId(), act, reason, ...done });
  await closeReports(tx, voiceId, done);
  await record(tx, ctx, `consultation.proposal.${act}`, { voiceId });
}
