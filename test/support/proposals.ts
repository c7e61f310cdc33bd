import type { Ctx } from "#domain/audit/index.ts";
import {
  createCall,
  emptyProposal,
  lastDayOf,
  listProposals,
  submitProposal,
  usualRules,
  type AllWords,
  type IdeaCall,
  type ProposalEntry,
} from "#domain/consultations/index.ts";
import { newId } from "#kernel/id.ts";
import { announce, consultationWords } from "./consultations.ts";
import { accepted } from "./results.ts";

export const callWords: IdeaCall = {
  theme: "だれもが安心して暮らせるまちにするために、市民と市ができること。",
  eligibility: "市内に住む人、働く人、学ぶ人",
  rules: usualRules.join("\n"),
  moderation: "before",
  twoPersons: false,
  nameAsking: "optional",
  nodeId: null,
};

interface CallSketch extends Partial<Pick<AllWords, "slug" | "opensOn" | "closesOn" | "divisionId">> {
  readonly call?: Partial<IdeaCall>;
}

/** An idea call on a plan, announced, open in November 2026 unless other days are given. */
export async function callOn(ctx: Ctx, planId: string, { call = {}, ...words }: CallSketch = {}) {
  const order = { ...consultationWords, slug: "ideas", title: "まちづくりの提案", ...words };
  const { id } = accepted(await createCall(ctx, { ...order, planId, call: { ...callWords, ...call } }));
  accepted(await announce(ctx, order.slug));
  return { id, slug: order.slug };
}

/** Publishes a call that is open today, with its first proposal, under the word that `publicAddresses` names, whatever today is. */
export async function publishSampleCall(ctx: Ctx, planId: string): Promise<void> {
  const opensOn = ctx.clock.today();
  const { slug } = await callOn(ctx, planId, {
    opensOn,
    closesOn: lastDayOf(opensOn, 30),
    call: { moderation: "after" },
  });
  await proposed(ctx, slug);
}

/** A proposal as a citizen sends it. */
export async function proposed(ctx: Ctx, slug: string, entry: Partial<ProposalEntry> = {}) {
  const words = { title: "休日の防災訓練", text: "平日は働いているので、訓練を休日にも開いてほしい。" };
  const sending = { slug, formKey: newId(), entry: { ...emptyProposal, ...words, ...entry } };
  return accepted(await submitProposal(ctx, sending));
}

/** A proposal as it stands, by the number of its voice. */
export async function standingOf(ctx: Ctx, callId: string, number: number) {
  const line = (await listProposals(ctx, callId)).find(({ voice }) => voice.number === number);
  if (!line) throw new Error(`no proposal ${number}`);
  const { state, version, reason, copy } = line.proposal;
  return { ...line, seen: { voiceId: line.voice.id, version }, state, reason, copy };
}
