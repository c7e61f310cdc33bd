import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Ctx } from "#domain/audit/index.ts";
import { editNode, nodePage } from "#domain/plan/index.ts";
import { storedPublications } from "#domain/publication/index.ts";
import { answerTable, checkedCopies, suggestedMarks, noSender, voiceByReceipt } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { callOn, proposed, standingOf } from "../../../../test/support/proposals.ts";
import { accepted } from "../../../../test/support/results.ts";
import {
  acceptProposal,
  hideProposal,
  keepReported,
  refuseProposal,
  reopenProposal,
  reportProposal,
  submitJoining,
  submitProposal,
  takeOverRole,
  usualRules,
} from "../index.ts";
import { emptyProposal } from "./proposal.ts";
import { proposalSnapshotSchema, type ProposalSnapshot } from "./snapshot.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let citizen: Ctx;
let plan: PlanInTest;
const nothing = { marks: [], words: [] };
const [personalRule] = usualRules;

beforeAll(async () => {
  const cast = await castOf(city());
  ({ planning, clerk } = cast);
  citizen = city().as(nobody);
  plan = await smallPlan(planning);
});

/** What citizens can read of one reference now, and what stands there instead. */
async function publicOf(reference: string): Promise<{ payload?: ProposalSnapshot; withdrawal?: string } | undefined> {
  const source = storedPublications(planning);
  const own = (await source.heads()).filter((head) => head.subject === "proposal" && head.reference === reference);
  const [head] = own;
  if (!head) return undefined;
  if (head.withdrawal) return { withdrawal: head.withdrawal.reason };
  return { payload: proposalSnapshotSchema.parse(await source.payload(head.id)) };
}

describe("a proposal", () => {
  it("is public only after it was accepted, with a topic of its own that others join", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "before" });
    const measure = (await plan.node("訓練")).id;
    const { number, receipt } = await proposed(citizen, slug, { nodeId: measure });
    expect(await publicOf(`before/${number}`)).toBeUndefined();
    const line = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...line.seen, ...nothing }));
    expect((await publicOf(`before/${number}`))?.payload).toMatchObject({
      title: "休日の防災訓練",
      words: "平日は働いているので、訓練を休日にも開いてほしい。",
      measure: { code: "1-1-1", title: "訓練" },
      refusal: "",
    });
    const joining = { text: "夜でもよいので、働く人が出られる時に。", wishesPublication: true };
    const joined = accepted(await submitJoining(citizen, { slug, number, formKey: newId(), entry: joining }));
    expect(await publicOf(`before/${number}/${joined.number}`)).toBeUndefined();
    const second = await standingOf(planning, id, joined.number);
    accepted(await acceptProposal(planning, { ...second.seen, ...nothing }));
    expect((await publicOf(`before/${number}/${joined.number}`))?.payload?.words).toBe(joining.text);
    const [topic, ...others] = await answerTable(planning, { occasionId: id });
    expect([topic?.topic.title, topic?.topic.points, others]).toEqual(["休日の防災訓練", 2, []]); // the proposal and who joins it
    expect((await voiceByReceipt(citizen, receipt))?.points).toHaveLength(1);
  });

  it("sent twice by the same form is one proposal with one receipt; after the last day it is refused", async () => {
    const { slug } = await callOn(planning, plan.plan.id, { slug: "twice" });
    const sending = { slug, formKey: newId(), entry: { ...emptyProposal, title: "バス", text: "休日にも走らせる。" } };
    const first = accepted(await submitProposal(citizen, sending));
    expect(accepted(await submitProposal(citizen, sending))).toEqual({ ...first, isRepeat: true });
    const late = city().as(nobody, "2026-12-01T01:00:00Z"); // the call ends on 2026-11-30
    expect(accepted(await submitProposal(late, sending)).receipt).toBe(first.receipt);
    const other = await submitProposal(late, { ...sending, formKey: newId() });
    expect(other.ok ? "" : other.refusal.code).toBe("isClosed");
  });

  it("names what is missing at its field", async () => {
    const { slug } = await callOn(planning, plan.plan.id, { slug: "faults", call: { nameAsking: "required" } });
    const send = (entry: object) =>
      submitProposal(citizen, { slug, formKey: newId(), entry: { ...emptyProposal, ...entry } });
    const empty = await send({ roleField: "cityRole" });
    expect(empty.ok ? {} : Object.keys(empty.refusal.fields ?? {})).toEqual(["nodeId", "title", "text"]);
    const nameless = await send({ title: "バス", text: "休日にも。" });
    expect(nameless.ok ? {} : nameless.refusal.fields).toEqual({ name: "氏名を入れてください。" });
  });
});

describe("moderation", () => {
  it("refuses with a published rule: a stub for all, the reason for the sender, and the way back", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "refusing" });
    const { number, receipt } = await proposed(citizen, slug);
    const { seen } = await standingOf(planning, id, number);
    const invented = await refuseProposal(planning, { ...seen, rule: "気に入らない" });
    expect(invented.ok ? "" : invented.refusal.code).toBe("ruleMissing");
    accepted(await refuseProposal(planning, { ...seen, rule: personalRule }));
    expect((await publicOf(`refusing/${number}`))?.payload).toMatchObject({
      title: "",
      words: null,
      refusal: personalRule,
    });
    expect((await voiceByReceipt(citizen, receipt))?.hiddenReason).toBe(personalRule);
    const refused = await standingOf(planning, id, number);
    accepted(await reopenProposal(planning, refused.seen));
    const again = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...again.seen, ...nothing }));
    expect((await publicOf(`refusing/${number}`))?.payload?.title).toBe("休日の防災訓練");
    expect((await voiceByReceipt(citizen, receipt))?.hiddenReason).toBe("");
  });

  it("hides what was public after a report, and keeps a log; a dismissed report is closed", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "reports" });
    const { number } = await proposed(citizen, slug);
    const before = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...before.seen, ...nothing }));
    const report = { slug, number, formKey: newId(), entry: { ground: "abuse", words: "" } };
    accepted(await reportProposal(citizen, report));
    accepted(await reportProposal(citizen, report)); // the same form again
    const reported = await standingOf(planning, id, number);
    expect(reported.reports).toHaveLength(1);
    accepted(await keepReported(planning, reported.seen));
    const kept = await standingOf(planning, id, number);
    expect(kept.reports).toEqual([]);
    accepted(await hideProposal(planning, { ...kept.seen, rule: personalRule }));
    expect(await publicOf(`reports/${number}`)).toEqual({ withdrawal: personalRule });
    const events = await planning.db
      .selectFrom("event")
      .select("act")
      .where("act", "like", "consultation.proposal.%")
      .execute();
    expect(events.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        "consultation.proposal.reported",
        "consultation.proposal.kept",
        "consultation.proposal.hidden",
      ]),
    );
  });

  it("asks two people where the call wants so: another one, and the very same words", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "two", call: { twoPersons: true } });
    const { number } = await proposed(citizen, slug, { text: "訓練の係の山田さんに電話した。" });
    const first = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...first.seen, marks: [], words: ["山田"] }));
    expect(await publicOf(`two/${number}`)).toBeUndefined();
    const looked = await standingOf(planning, id, number);
    const sameDay = await acceptProposal(planning, { ...looked.seen, marks: [], words: ["山田"] });
    expect(sameDay.ok ? "" : sameDay.refusal.code).toBe("samePerson");
    const suzuki = city().as(await personIn(city(), "鈴木", { roles: ["planning"] }));
    const other = await acceptProposal(suzuki, { ...looked.seen, ...nothing });
    expect(other.ok ? "" : other.refusal.code).toBe("copyChanged");
    accepted(await acceptProposal(suzuki, { ...looked.seen, marks: [], words: ["山田"] }));
    expect((await publicOf(`two/${number}`))?.payload?.words).toBe("訓練の係の■■さんに電話した。");
    const copies = await checkedCopies(planning, [looked.seen.voiceId]); // so that the results show the same words
    expect(copies.get(looked.seen.voiceId)).toContain("訓練の係の■■さんに電話した。");
  });

  it("loses its public copy and what was told of it with the words of its voice", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "disposed" });
    const { number } = await proposed(citizen, slug);
    const { seen } = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...seen, ...nothing }));
    const { db } = planning;
    const gone = { content: null, folded: null, place: "" };
    await db.updateTable("voice_text").set(gone).where("voice_id", "=", seen.voiceId).execute();
    const row = await db.selectFrom("proposal").where("voice_id", "=", seen.voiceId).select("copy").executeTakeFirst();
    expect(row?.copy).toBeNull();
  });

  it("is the planning office's and the call's own division's", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "whose" });
    const { number } = await proposed(citizen, slug);
    const { seen } = await standingOf(planning, id, number);
    await expect(acceptProposal(clerk, { ...seen, ...nothing })).rejects.toThrow(Forbidden);
  });

  it("lets nothing through that somebody else handled meanwhile", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "stale" });
    const { number } = await proposed(citizen, slug);
    const { seen } = await standingOf(planning, id, number);
    accepted(await acceptProposal(planning, { ...seen, ...nothing }));
    const late = await refuseProposal(planning, { ...seen, rule: personalRule });
    expect(late.ok ? "" : late.refusal.code).toBe("otherState");
  });

  it("shows at once, where the call says so, only what holds no personal data and did not come before", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "after", call: { moderation: "after" } });
    const plain = await proposed(citizen, slug, { title: "花壇", text: "駅前に花壇を作る。" });
    expect((await publicOf(`after/${plain.number}`))?.payload?.title).toBe("花壇");
    const phone = await proposed(citizen, slug, { title: "連絡", text: "電話090-0000-1234まで。" });
    const again = await proposed(citizen, slug, { title: "花壇", text: "駅前に、花壇を作る" }); // the same but for punctuation
    const unlisted = await proposed(citizen, slug, { title: "相談", text: "公開しないで。", wishesPublication: false });
    const states = [plain, phone, again, unlisted].map(
      async ({ number }) => (await standingOf(planning, id, number)).state,
    );
    expect(await Promise.all(states)).toEqual(["public", "waiting", "waiting", "unlisted"]);
    expect((await standingOf(planning, id, again.number)).voice.alike).toBe(2);
    expect(await publicOf(`after/${unlisted.number}`)).toBeUndefined();
  });
});

describe("a proposal of a role", () => {
  it("is taken over into the measure's text and tied to its topic as a change", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "roles" });
    const { id: nodeId } = await plan.node("備蓄");
    const entry = {
      nodeId,
      roleField: "citizenRole",
      title: "家に水を",
      text: "各家庭で三日分の水を備える。",
    } as const;
    const { number } = await proposed(citizen, slug, entry);
    const { seen } = await standingOf(planning, id, number);
    const early = await takeOverRole(planning, { ...seen, nodeId, version: 1, text: "早すぎる" });
    expect(early.ok ? "" : early.refusal.code).toBe("otherState");
    accepted(await acceptProposal(planning, { ...seen, ...nothing }));
    const { node } = await nodePage(planning, nodeId);
    accepted(
      await takeOverRole(planning, { ...seen, nodeId, version: node.version, text: "三日分の水と食べ物を備えます。" }),
    );
    const [line] = await answerTable(planning, { occasionId: id });
    expect(line?.changes).toMatchObject([
      { nodeId, field: "citizenRole", before: "", after: "三日分の水と食べ物を備えます。" },
    ]);
    const stale = await takeOverRole(planning, { ...seen, nodeId, version: node.version, text: "古い版から" });
    expect(stale.ok).toBe(false);
    accepted(await editNode(planning, { id: nodeId, version: node.version + 1, keyword: "" }));
  });
});

describe("personal data", () => {
  it("planted in every field is suggested and stands nowhere outside before somebody lets it through", async () => {
    const { id, slug } = await callOn(planning, plan.plan.id, { slug: "planted", call: { moderation: "after" } });
    const planted = ["山本花子", "090-0000-7777", "hanako@mihon.example"];
    const text = `私は${planted.join("、")}です。`;
    const { number } = await proposed(citizen, slug, { title: `${planted[0]}の提案`, text, name: planted[0] ?? "" });
    await reportProposal(citizen, { slug, number, formKey: newId(), entry: { ground: "other", words: text } });
    const outside = async () => {
      const publications = await planning.db.selectFrom("publication").select(["payload", "label", "note"]).execute();
      const events = await planning.db.selectFrom("event").selectAll().execute();
      return JSON.stringify([publications, events]);
    };
    const everything = await outside();
    expect(planted.filter((words) => everything.includes(words))).toEqual([]);
    const line = await standingOf(planning, id, number);
    const sender = { ...noSender, name: planted[0] ?? "" };
    const marks = suggestedMarks(line.voice.text ?? "", sender);
    accepted(await acceptProposal(planning, { ...line.seen, marks, words: [] }));
    const afterwards = await outside();
    expect(planted.filter((words) => afterwards.includes(words))).toEqual([]);
    expect((await publicOf(`planted/${number}`))?.payload?.words).toContain("■");
  });
});
