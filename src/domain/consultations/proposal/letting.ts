import type { Ctx, Tx } from "#domain/audit/index.ts";
import { publishIn, withdrawIn } from "#domain/publication/index.ts";
import { topicOfItsOwn, type VoiceText } from "#domain/voices/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, type Result } from "#kernel/result.ts";
import type { AnnouncedCall } from "./announced.ts";
import { roleFieldLabels } from "./labels.ts";
import { titleAndWords } from "./proposal.ts";
import { proposalPayload, proposalReference, type ProposalSnapshot } from "./snapshot.ts";
import { saveStanding, type Standing, type StoredProposal } from "./store/proposals.ts";

/** A proposal with its voice, the call it came to and, where it joins another, that one's number. */
export interface InHand {
  readonly call: AnnouncedCall;
  readonly planId: string;
  readonly proposal: StoredProposal;
  readonly voice: VoiceText;
  /** Of the proposal itself; where it joins another, that one's. */
  readonly number: number;
}

/**
 * Lets a proposal through with these words: it gets a topic of its own, so that others can join, and goes public where its sender
 * wishes it. By the rule of the call, in the transaction of the act that lets it through (ADR 15).
 */
export async function letThrough(
  tx: Tx,
  ctx: Ctx,
  {
    inHand,
    copy,
    standing,
  }: { readonly inHand: InHand; readonly copy: string; readonly standing: Omit<Standing, "state" | "copy"> },
): Promise<Result<null>> {
  const { proposal, voice } = inHand;
  const isJoining = proposal.joinsId !== null;
  if (!isJoining) await giveTopic(tx, ctx, inHand, copy);
  const isShown = voice.wishesPublication || isJoining; // who joins is counted, with words or without
  if (isShown) {
    const words = voice.wishesPublication ? copy : null;
    const published = await publishProposal(tx, ctx, inHand, payloadOf(inHand, { words, refusal: "" }));
    if (!published.ok) return published;
  }
  await saveStanding(tx, proposal, { ...standing, state: isShown ? "public" : "unlisted", copy, reason: "" });
  return accept(null);
}

async function giveTopic(tx: Tx, ctx: Ctx, { call, planId, proposal, voice }: InHand, copy: string): Promise<void> {
  const measure = call.detail.measures.find(({ id }) => id === voice.nodeId);
  const place = [
    measure && `${measure.code} ${measure.title}`,
    proposal.roleField && roleFieldLabels[proposal.roleField],
  ];
  const words = { title: titleAndWords(copy).title, place: place.filter(Boolean).join("　"), nodeId: voice.nodeId };
  await topicOfItsOwn(tx, ctx, { voiceId: voice.id, planId, words });
}

/** What stands in the place of a proposal that is not made public: its number and why. */
export async function publishStub(tx: Tx, ctx: Ctx, inHand: InHand, refusal: string): Promise<Result<unknown>> {
  return publishProposal(tx, ctx, inHand, payloadOf(inHand, { words: null, refusal }));
}

/** Takes from the public what stands of a proposal. */
export async function takeFromPublic(tx: Tx, ctx: Ctx, inHand: InHand, reason: string): Promise<void> {
  await withdrawIn(tx, ctx, { subject: proposalPayload.subject, reference: referenceOf(inHand), reason });
}

function publishProposal(tx: Tx, ctx: Ctx, inHand: InHand, payload: ProposalSnapshot): Promise<Result<unknown>> {
  const { head } = inHand.call;
  return publishIn(tx, ctx, {
    kind: proposalPayload,
    reference: referenceOf(inHand),
    payload,
    label: inHand.proposal.joinsId === null ? `提案 第${inHand.number}号` : `提案 第${inHand.number}号と同じ意見`,
    openness: "decided",
    divisionName: head.divisionName,
    divisionContact: head.divisionContact,
    note: "",
  });
}

function referenceOf({ call, proposal, voice, number }: InHand): string {
  const joining = proposal.joinsId === null ? null : voice.number;
  return proposalReference({ callSlug: call.snapshot.slug, number, joining });
}

function payloadOf(
  { call, proposal, voice }: InHand,
  { words: text, refusal }: Pick<ProposalSnapshot, "words" | "refusal">,
): ProposalSnapshot {
  const isJoining = proposal.joinsId !== null;
  const { title, words } = isJoining ? { title: "", words: text } : { title: "", words: null, ...split(text) };
  const measure = call.detail.measures.find(({ id }) => id === voice.nodeId);
  return {
    callSlug: call.snapshot.slug,
    number: voice.number,
    receivedOn: tokyoDay(voice.receivedAt),
    title,
    words,
    measure: measure ? { ...measure, planSlug: call.snapshot.plan.slug } : null,
    roleField: proposal.roleField,
    refusal,
  };
}

function split(text: string | null): { readonly title: string; readonly words: string } | undefined {
  return text === null ? undefined : titleAndWords(text);
}
