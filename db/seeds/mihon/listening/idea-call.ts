import { nobody, type Ctx } from "#domain/audit/index.ts";
import {
  acceptProposal,
  createCall,
  emptyProposal,
  listProposals,
  publishableConsultation,
  submitJoining,
  submitProposal,
  usualRules,
  type IdeaCall,
} from "#domain/consultations/index.ts";
import { planSnapshot, type Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { newId } from "#kernel/id.ts";
import { addDays } from "#kernel/day.ts";
import { daysBefore } from "../../earlier.ts";
import { expectAccepted } from "../../outcome.ts";

const slug = "ideas";

const call: IdeaCall = {
  theme: "総合計画の施策を進めるために、市民・事業者・市がそれぞれできること。",
  eligibility: "市内に住む人、働く人、学ぶ人",
  rules: usualRules.join("\n"),
  moderation: "before",
  twoPersons: false,
  nameAsking: "optional",
  nodeId: null,
};

const proposals = [
  {
    title: "休日にも通学路の点検を",
    text: "平日は働いているので点検に出られません。休日にも開いてほしいです。準備は町内会でも手伝えます。",
    roleField: "cityRole",
  },
  {
    title: "通学の時間に花の水やり",
    text: "通学の時間に、家の前の花に水をやりながら、子どもを見守ります。",
    roleField: "citizenRole",
  },
  { title: "空いた畑を学校の農園に", text: "使っていない畑を、小学校の農園に使ってもらえます。", roleField: "" },
] as const;

/** A call for ideas that is open: two proposals are public, one of them joined by another citizen, and one waits for a look. */
export async function seedIdeaCall(
  ctx: Ctx,
  plan: Plan,
  {
    asking,
    divisionId,
    planner,
  }: {
    readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">;
    readonly divisionId: string | null;
    readonly planner: (at: Ctx) => Ctx;
  },
): Promise<void> {
  const at = daysBefore(ctx, 10);
  const opensOn = at.clock.today();
  const days = { opensOn, closesOn: addDays(opensOn, 60), voiceYears: 5, senderYears: 1 };
  const words = { slug, title: "総合計画を進めるための提案", divisionId, duty: "answer", ...days } as const;
  const summary = "計画を進めるために、できることを提案してください。ほかの人の提案に加わることもできます。";
  const made = await createCall(at, { ...words, summary, contact: "", planId: plan.id, call });
  const { id } = expectAccepted(made, words.title);
  const version = { of: publishableConsultation, reference: slug, label: "提案の募集", note: "" } as const;
  expectAccepted(await publishNow(at, { ...version, openness: "decided", ...asking }), "its announcement");
  const citizen = { ...daysBefore(ctx, 6), actor: nobody };
  const { nodes } = await planSnapshot(ctx, plan.id);
  const way = nodes.find(({ keyword }) => keyword === "通学路・交通安全")?.id ?? "";
  for (const proposal of proposals) {
    const nodeId = proposal.roleField === "" ? "" : way;
    const sending = { slug, formKey: newId(), entry: { ...emptyProposal, ...proposal, nodeId } };
    expectAccepted(await submitProposal(citizen, sending), proposal.title);
  }
  const looking = planner(daysBefore(ctx, 5));
  for (const { voice, proposal } of (await listProposals(looking, id)).slice(0, proposals.length - 1)) {
    const seen = { voiceId: voice.id, version: proposal.version };
    expectAccepted(await acceptProposal(looking, { ...seen, marks: [], words: [] }), "a look");
  }
  await joinFirst(ctx, id, planner);
}

async function joinFirst(ctx: Ctx, callId: string, planner: (at: Ctx) => Ctx): Promise<void> {
  const entry = { text: "わたしも休日なら出られます。車の多い角を知っています。", wishesPublication: true };
  const citizen = { ...daysBefore(ctx, 4), actor: nobody };
  const number = (await listProposals(planner(ctx), callId))[0]?.voice.number ?? 0;
  expectAccepted(await submitJoining(citizen, { slug, number, formKey: newId(), entry }), entry.text);
  const looking = planner(daysBefore(ctx, 3));
  const joined = (await listProposals(looking, callId)).find(({ proposal }) => proposal.joinsId !== null);
  const seen = { voiceId: joined?.voice.id ?? "", version: joined?.proposal.version ?? 0 };
  expectAccepted(await acceptProposal(looking, { ...seen, marks: [], words: [] }), "a look at who joins");
}
