import { beforeAll, describe, expect, it } from "vitest";
import { nobody, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { publishNow, storedPublications } from "#domain/publication/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted } from "../../../test/support/results.ts";
import { occasionOf, topicOf, voiceOf } from "../../../test/support/voices.ts";
import {
  addChange,
  answerPage,
  decideSingly,
  decisionPage,
  draftDecision,
  listCategories,
  occasionById,
  publishableVoices,
  recordDecision,
  reopenOccasion,
  reopenResponse,
  sendBackResponse,
  settleOccasion,
  standingOf,
  writeResponse,
  type Occasion,
  type ResponseCategory,
} from "./index.ts";

const city = useCity();
const bus = "訓練を休日にしてほしい。";
const bags = "ごみ袋が高い。私は山本太郎です。";
const decided = { body: "市長決裁", documentNumber: "8みほ企第12号", decidedOn: "2026-11-20" };
let planning: Ctx;
let clerk: Ctx;
let occasion: Occasion;
let plan: PlanInTest;
let categories: readonly ResponseCategory[];
let training: string;
let prices: string;

const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.refusal?.code ?? "accepted";
const categoryId = (symbol: string) => categories.find((each) => each.symbol === symbol)?.id ?? "";
const versionNow = async () => (await occasionById(planning, occasion.id)).version;

beforeAll(async () => {
  const cast = await castOf(city());
  ({ planning, clerk } = cast);
  plan = await smallPlan(planning);
  occasion = await occasionOf(planning, { planId: plan.plan.id });
  categories = await listCategories(planning);
  const first = await voiceOf(city().as(nobody), occasion, { text: bus, senderKind: "市内に住む人" });
  const second = await voiceOf(city().as(nobody), occasion, { text: bags });
  const common = { planId: plan.plan.id };
  training = await topicOf(planning, {
    ...common,
    number: 1,
    title: "訓練の日",
    divisionId: cast.crisis,
    of: [{ voiceId: first.id, text: bus, words: bus.slice(0, -1) }],
  });
  prices = await topicOf(planning, {
    ...common,
    number: 2,
    title: "ごみ袋の値段",
    of: [{ voiceId: second.id, text: bags, words: "ごみ袋が高い" }],
  });
});

describe("an answer", () => {
  it("is drafted by the division that was asked, and by no other", async () => {
    const input = { topicId: training, version: 0, categoryId: categoryId("A"), content: "土曜日にも行います。" };
    expect(codeOf(await writeResponse(clerk, { ...input, isSubmitted: false }))).toBe("accepted");
    await expect(writeResponse(clerk, { ...input, topicId: prices, isSubmitted: false })).rejects.toThrow(Forbidden);
    expect(codeOf(await writeResponse(clerk, { ...input, isSubmitted: false }))).toBe("stale");
    expect(codeOf(await writeResponse(clerk, { ...input, version: 1, content: " ", isSubmitted: true }))).toBe(
      "contentMissing",
    );
  });

  it("is out of the division's hands once submitted, until it is sent back with a reason", async () => {
    const input = { topicId: training, categoryId: categoryId("A"), content: "土曜日にも行います。" };
    accepted(await writeResponse(clerk, { ...input, version: 1, isSubmitted: true }));
    expect(codeOf(await writeResponse(clerk, { ...input, version: 2, isSubmitted: false }))).toBe("submitted");
    expect(codeOf(await sendBackResponse(planning, { topicId: training, version: 2, reason: " " }))).toBe(
      "reasonMissing",
    );
    await expect(sendBackResponse(clerk, { topicId: training, version: 2, reason: "x" })).rejects.toThrow(Forbidden);
    accepted(await sendBackResponse(planning, { topicId: training, version: 2, reason: "時期を書いてください。" }));
    expect((await answerPage(clerk, training)).response).toMatchObject({
      state: "draft",
      sendBack: "時期を書いてください。",
    });
  });
});

describe("a table of answers", () => {
  it("is decided as a whole: an answer that is missing or still a draft holds it up", async () => {
    const { id } = accepted(await draftDecision(planning, { occasionId: occasion.id, title: "回答", statement: "" }));
    expect(codeOf(await recordDecision(planning, { id, version: 1, ...decided }))).toBe("notReady");
    const answer = {
      topicId: training,
      version: 3,
      categoryId: categoryId("A"),
      content: "令和9年度から土曜日にも行います。",
    };
    accepted(await writeResponse(clerk, { ...answer, isSubmitted: true }));
    const other = { topicId: prices, version: 0, categoryId: categoryId("C"), content: "今後の参考にします。" };
    accepted(await writeResponse(planning, { ...other, isSubmitted: true }));
    expect(codeOf(await recordDecision(planning, { id, version: 1, ...decided, decidedOn: "2026-12-01" }))).toBe(
      "decidedOnWrong",
    );
    await expect(recordDecision(clerk, { id, version: 1, ...decided })).rejects.toThrow(Forbidden);
    expect(accepted(await recordDecision(planning, { id, version: 1, ...decided })).answers).toBe(2);
    const { items } = await decisionPage(planning, id);
    expect(items.map(({ title, points, symbol }) => [title, points, symbol])).toEqual([
      ["訓練の日", 1, "A"],
      ["ごみ袋の値段", 1, "C"],
    ]);
    expect(codeOf(await recordDecision(planning, { id, version: 2, ...decided }))).toBe("recorded");
  });

  it("stays as it was decided when one answer is opened again and decided singly", async () => {
    const answer = { topicId: prices, categoryId: categoryId("E"), content: "計画の外ですが、担当に伝えます。" };
    expect(codeOf(await writeResponse(planning, { ...answer, version: 2, isSubmitted: true }))).toBe("decided");
    accepted(await reopenResponse(planning, { topicId: prices, version: 2, reason: "区分のまちがい" }));
    accepted(await writeResponse(planning, { ...answer, version: 3, isSubmitted: true }));
    accepted(await decideSingly(planning, { topicId: prices, title: "個別の回答", statement: "", ...decided }));
    const page = await answerPage(planning, prices);
    expect(page.revisions.map(({ act }) => act)).toEqual(["decided", "edited", "reopened", "decided", "submitted"]);
    expect(page.decision?.kind).toBe("single");
  });
});

/** Settles on the day after the last, 2026-12-01, unless told otherwise. */
async function settle(now = "2026-12-01T01:00:00Z") {
  const { actor } = planning;
  return settleOccasion(city().as(actor, now), { id: occasion.id, version: await versionNow() });
}

describe("settling", () => {
  it("is refused to the end of the last day, on which people may still send", async () => {
    expect(codeOf(await settle("2026-11-30T14:59:00Z"))).toBe("stillOpen"); // 23:59 in Tokyo
  });

  it("is refused while words are in no point and a reflected answer has no text that changed", async () => {
    const { openVoices, openTopics } = await standingOf(planning, occasion.id);
    expect(openVoices.map(({ lacks }) => lacks)).toEqual([[{ code: "unassignedText", words: "私は山本太郎です。" }]]);
    expect(openTopics.map(({ topic, lacks }) => [topic.title, lacks])).toEqual([["訓練の日", [{ code: "noChange" }]]]);
    expect(codeOf(await settle())).toBe("unsettled");
    expect((await occasionById(planning, occasion.id)).settledAt).toBeNull();
  });

  it("takes only a text that really differs between two revisions for a change", async () => {
    const { id: nodeId, version } = await plan.node("訓練");
    const first = accepted(
      await editNode(planning, { id: nodeId, version, fields: { initiatives: richTextOf("平日に行う。") } }),
    );
    const second = accepted(
      await editNode(planning, {
        id: nodeId,
        version: first.version,
        fields: { initiatives: richTextOf("土曜日にも行う。") },
      }),
    );
    const change = { topicId: training, nodeId, note: "", beforeNumber: first.version, afterNumber: second.version };
    expect(codeOf(await addChange(planning, { ...change, field: "vision" }))).toBe("noDifference");
    expect(codeOf(await addChange(planning, { ...change, field: "budget" }))).toBe("unknownField");
    expect(codeOf(await addChange(planning, { ...change, field: "initiatives", afterNumber: 99 }))).toBe(
      "unknownRevision",
    );
    accepted(await addChange(clerk, { ...change, field: "initiatives" }));
    expect(codeOf(await addChange(clerk, { ...change, field: "initiatives" }))).toBe("alreadyNoted");
  });

  it("is done when nothing is missing, and takes a reason to be undone", async () => {
    await planning.db
      .updateTable("point")
      .set({ quote: bags.slice(0, -1), prefix: "", suffix: "。" })
      .where("topic_id", "=", prices)
      .execute();
    expect((await publishNow(planning, publication())).ok).toBe(false);
    expect(codeOf(await settle())).toBe("accepted");
    expect(codeOf(await settle())).toBe("settled");
    const again = { id: occasion.id, version: await versionNow() };
    expect(codeOf(await reopenOccasion(planning, { ...again, reason: "" }))).toBe("reasonMissing");
    accepted(await reopenOccasion(planning, { ...again, reason: "遅れて届いた郵便" }));
    expect(codeOf(await settle())).toBe("accepted");
  });
});

function publication() {
  const words = { label: "結果", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;
  return { of: publishableVoices, reference: occasion.id, ...words };
}

describe("the publication of results", () => {
  it("shows topics, answers and changed texts, and words only from a copy that two people looked at", async () => {
    const published = accepted(await publishNow(planning, publication()));
    const payload = publishableVoices.schema.parse(await storedPublications(planning).payload(published.id));
    expect(
      payload.topics.map(({ title, points, category, decision }) => [title, points, category?.symbol, decision?.body]),
    ).toEqual([
      ["訓練の日", 1, "A", "市長決裁"],
      ["ごみ袋の値段", 1, "E", "市長決裁"],
    ]);
    expect(payload.topics[0]?.changes).toMatchObject([
      { before: "平日に行う。", after: "土曜日にも行う。", fieldLabel: "主な取組" },
    ]);
    expect(payload.voices.map(({ text }) => text)).toEqual([null, null]);
    expect(JSON.stringify(payload)).not.toMatch(/山本|平日にして/);
  });

  it("takes the copy's words for points, and none where the sender does not wish it", async () => {
    const [one, other] = await Promise.all(
      ["企画課 佐藤二", "企画課 佐藤三"].map((name) => personIn(city(), name, { roles: ["planning"] })),
    );
    const at = planning.clock.now();
    const voices = await planning.db.selectFrom("voice").select(["id", "number"]).orderBy("number").execute();
    const copies = [bus, bags.replace("山本太郎", "■■■■")];
    const checked = {
      edition: 1,
      first_by: one?.id ?? null,
      first_at: at,
      second_by: other?.id ?? null,
      second_at: at,
    };
    const rows = voices.map(({ id }, index) => ({ voice_id: id, content: copies[index] ?? "", ...checked }));
    await planning.db.insertInto("redaction").values(rows).execute();
    const composed = accepted(await publishableVoices.compose(planning, occasion.id));
    expect(composed.voices.map(({ points }) => points[0]?.words)).toEqual([
      bus.slice(0, -1),
      "ごみ袋が高い。私は■■■■です",
    ]);
    await planning.db
      .updateTable("voice")
      .set({ wishes_publication: false })
      .where("id", "=", voices[1]?.id ?? "")
      .execute();
    const wished = accepted(await publishableVoices.compose(planning, occasion.id));
    expect(wished.voices.map(({ text, points }) => [text, points[0]?.words])).toEqual([
      [bus, bus.slice(0, -1)],
      [null, ""],
    ]);
  });

  it("leaves events without anybody's words", async () => {
    const events = await planning.db.selectFrom("event").where("act", "like", "voices.%").selectAll().execute();
    expect(JSON.stringify(events)).not.toMatch(/ごみ|訓練|山本|まちがい/);
    expect(await verifyChain(planning.db)).not.toHaveProperty("broken");
  });
});
