import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import {
  emptyEntry,
  noSender,
  receiveVoice,
  suggestionsFor,
  topicOfVoice,
  voiceIdOf,
  voiceTexts,
  type Received,
  type VoiceEntry,
} from "#domain/voices/index.ts";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { consultationIn } from "../actions/consultations.ts";
import { phaseFault } from "../public-comment/submitting.ts";
import { announcedCall, type AnnouncedCall } from "./announced.ts";
import { proposalRefusals, roleFieldLabels } from "./labels.ts";
import { letThrough } from "./letting.ts";
import {
  joiningFault,
  proposalFault,
  proposalText,
  proposerFault,
  reportFault,
  type JoiningEntry,
  type ProposalEntry,
  type ReportEntry,
  type ReportGround,
} from "./proposal.ts";
import { insertReport } from "./store/acts.ts";
import { insertProposal, proposalIn, type StoredProposal } from "./store/proposals.ts";

interface Sending {
  readonly slug: string;
  /** The key of the form, known to its sender alone. */
  readonly formKey: string;
}

/** Receives a proposal (提案) from the public form, if the call that is announced is open today. */
export async function submitProposal(
  ctx: Ctx,
  { slug, formKey, entry }: Sending & { readonly entry: ProposalEntry },
): Promise<Result<Received>> {
  const call = await announcedCall(ctx, slug);
  if (!call) return refuse(proposalRefusals.notPublic);
  const fault = proposalFault(call.detail, entry) ?? proposerFault(call.detail, entry);
  if (fault) return refuse(fault);
  const roleField = entry.roleField === "" ? null : entry.roleField;
  const sendingKey = keyOf(formKey, { ...entry });
  return ctx.transaction((tx) =>
    receive(tx, ctx, { call, entry: entryOf(call, entry), sendingKey, parent: undefined, roleField }),
  );
}

/** Receives 「同じ意見です」 with a line of one's own: a short voice on the same topic, never a vote. */
export async function submitJoining(
  ctx: Ctx,
  { slug, number, formKey, entry }: Sending & { readonly number: number; readonly entry: JoiningEntry },
): Promise<Result<Received>> {
  const call = await announcedCall(ctx, slug);
  if (!call) return refuse(proposalRefusals.notPublic);
  const fault = joiningFault(entry);
  if (fault) return refuse(fault);
  const sendingKey = keyOf(formKey, { number, ...entry });
  return ctx.transaction(async (tx) => {
    const parent = await publicProposal(tx, { callId: call.id, number });
    if (!parent || parent.joinsId !== null) return refuse(proposalRefusals.notJoinable);
    const words = { ...emptyEntry, text: entry.text, wishesPublication: entry.wishesPublication };
    return receive(tx, ctx, { call, entry: words, sendingKey, parent, roleField: null });
  });
}

/** Receives what a citizen tells of something that should not be public (不適切な投稿の知らせ). The same form again is one report. */
export async function reportProposal(
  ctx: Ctx,
  { slug, number, formKey, entry }: Sending & { readonly number: number; readonly entry: ReportEntry },
): Promise<Result<null>> {
  const call = await announcedCall(ctx, slug);
  if (!call) return refuse(proposalRefusals.notPublic);
  const fault = reportFault(entry);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const found = await publicProposal(tx, { callId: call.id, number });
    if (!found) return refuse(proposalRefusals.notJoinable);
    const ground = entry.ground as ReportGround; // reportFault just knew it
    const report = { id: newId(), voiceId: found.voiceId, ground, words: entry.words.trim(), sentAt: ctx.clock.now() };
    await insertReport(tx, { ...report, sendingKey: sha256(keyOf(formKey, { number, ...entry })) });
    await record(tx, ctx, "consultation.proposal.reported", { voiceId: found.voiceId });
    return accept(null);
  });
}

/** What is public under a voice's number, proposal or joining. */
async function publicProposal(
  tx: Tx,
  { callId, number }: { readonly callId: string; readonly number: number },
): Promise<StoredProposal | undefined> {
  const voiceId = await voiceIdOf(tx, number);
  const found = voiceId && (await proposalIn(tx, voiceId));
  return found && found.callId === callId && found.state === "public" ? found : undefined;
}

function entryOf({ detail }: AnnouncedCall, entry: ProposalEntry): VoiceEntry {
  const measure = detail.measures.find(({ id }) => id === entry.nodeId);
  const place = [measure && `${measure.code} ${measure.title}`, entry.roleField && roleFieldLabels[entry.roleField]];
  const name = detail.nameAsking === "notAsked" ? "" : entry.name.trim();
  return {
    ...emptyEntry,
    text: proposalText(entry),
    place: place.filter(Boolean).join("　"),
    nodeId: measure?.id ?? null,
    senderKind: entry.senderKind,
    ageBand: entry.ageBand,
    wishesPublication: entry.wishesPublication,
    sender: { ...noSender, name },
  };
}

function keyOf(formKey: string, entry: Readonly<Record<string, Json>>): string {
  return `${formKey} ${sha256(canonicalJson({ ...entry }))}`;
}

interface Receiving {
  readonly call: AnnouncedCall;
  readonly entry: VoiceEntry;
  readonly sendingKey: string;
  /** The proposal that it joins. */
  readonly parent: StoredProposal | undefined;
  readonly roleField: StoredProposal["roleField"];
}

async function receive(tx: Tx, ctx: Ctx, receiving: Receiving): Promise<Result<Received>> {
  const { call, parent, sendingKey } = receiving;
  const { occasion } = await consultationIn(tx, call.id);
  const topicId = parent ? ((await topicOfVoice(tx, parent.voiceId)) ?? null) : null;
  const entry = { ...receiving.entry, joinsTopicId: topicId };
  const joined = parent ? { wholePoint: { topicId } } : {};
  const received = await receiveVoice(tx, ctx, { occasion, entry, way: "web", sendingKey, ...joined });
  if (!received.ok || received.value.isRepeat) return received;
  const late = phaseOf(call);
  if (late) return refuse(late); // takes the whole transaction back
  const proposal = { voiceId: received.value.id, callId: call.id, joinsId: parent?.voiceId ?? null };
  await insertProposal(tx, { ...proposal, roleField: receiving.roleField });
  const shown = await showAtOnce(tx, ctx, { call, voiceId: received.value.id, planId: occasion.planId });
  return shown.ok ? received : shown;
}

function phaseOf({ phase, snapshot: { opensOn, closesOn } }: AnnouncedCall): Refusal | undefined {
  return phaseFault({ phase, opensOn, closesOn });
}

/**
 * Where the call says that things are public before anybody looked: those in which no personal data is found, and whose words did not
 * come before. All others wait for a person.
 */
async function showAtOnce(
  tx: Tx,
  ctx: Ctx,
  { call, voiceId, planId }: { readonly call: AnnouncedCall; readonly voiceId: string; readonly planId: string },
): Promise<Result<null>> {
  const [voice] = await voiceTexts(tx, [voiceId]);
  const proposal = await proposalIn(tx, voiceId);
  if (call.detail.moderation !== "after" || !voice || !proposal || voice.text === null) return accept(null);
  const isDoubtful = voice.alike > 1 || (await suggestionsFor(tx, { id: voiceId, text: voice.text })).length > 0;
  if (isDoubtful) return accept(null);
  const parent = proposal.joinsId === null ? undefined : (await voiceTexts(tx, [proposal.joinsId]))[0];
  const inHand = { call, planId, proposal, voice, number: parent?.number ?? voice.number };
  return letThrough(tx, ctx, { inHand, copy: voice.text, standing: {} });
}
