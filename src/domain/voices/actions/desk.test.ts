import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf, split, voiceIn } from "../../../../test/support/desk.ts";
import { wholeRefusal, accepted } from "../../../../test/support/results.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import {
  addTag,
  assignPoints,
  assignTopics,
  createTopic,
  editTopic,
  excludePoints,
  findTopics,
  topicByNumber,
  voiceIdOf,
  lastDeskSteps,
  mergeTopics,
  remindTopics,
  removePoints,
  removeTopics,
  suggestTopics,
  tagPoints,
  topicBoard,
  undoStep,
} from "../index.ts";
import { pointsOf } from "../store/points.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let crisis: string;
let occasionId: string;
let planId: string;
let nodeId: string;

beforeAll(async () => {
  ({ planning, clerk, crisis } = await castOf(city()));
  const { plan, node } = await smallPlan(planning);
  planId = plan.id;
  nodeId = (await node("訓練")).id;
  await planning.db.updateTable("plan_node").set({ division_id: crisis }).where("id", "=", nodeId).execute();
  occasionId = await occasionOf(planning, planId);
});

const text = "バスを増やして。公園を直して。";
let voiceId: string;
let bus: { readonly id: string };
let park: { readonly id: string };

beforeEach(async () => {
  voiceId = await voiceIn(planning, occasionId, text);
  const { ids } = await split(planning, { voiceId, text }, ["バスを増やして。", "公園を直して。"]);
  [bus, park] = ids.map((id) => ({ id })) as [{ id: string }, { id: string }]; // two were marked
});

const words = { title: "バスの便を増やしてほしい", place: "", nodeId: null };
const newTopic = async (points: readonly { readonly id: string }[] = [], title = words.title) =>
  accepted(await createTopic(planning, { planId, points, ...words, title }));
const places = async () =>
  (await pointsOf(planning.db, [voiceId])).map(({ topicId, exclusion }) => topicId ?? exclusion);

async function undo(ctx = planning) {
  const [last] = await lastDeskSteps(ctx, planId, 1);
  return undoStep(ctx, { planId, stepId: last?.id ?? "" });
}

/** The planning office decides the answer of a topic. */
async function decide(topicId: string): Promise<void> {
  const decision = { id: topicId, kind: "single", title: "決定", drafted_at: planning.clock.now() };
  await planning.db.insertInto("decision").values(decision).execute();
  const response = { topic_id: topicId, state: "decided", decision_id: topicId, saved_at: planning.clock.now() };
  await planning.db.insertInto("response").values(response).execute();
}

describe("a topic", () => {
  it("gathers points that wait or are elsewhere; taking some is splitting it", async () => {
    const both = await newTopic([bus, park]);
    expect(await places()).toEqual([both.id, both.id]);
    const part = await newTopic([park], "公園を直してほしい");
    expect(part.number).toBe(both.number + 1);
    expect(await places()).toEqual([both.id, part.id]);
  });

  it("is merged with others: all points go to one, and the others lead there", async () => {
    const [one, other] = [await newTopic([bus]), await newTopic([park])];
    accepted(await mergeTopics(planning, { intoId: one.id, ids: [other.id] }));
    expect(await places()).toEqual([one.id, one.id]);
    const gone = await assignPoints(planning, { points: [bus], topicId: other.id });
    expect(wholeRefusal(gone).code).toBe("topicGone");
    expect(wholeRefusal(await mergeTopics(planning, { intoId: one.id, ids: [one.id] })).code).toBe("oneTopic");
  });

  it("whose answer is decided may gain points, and neither lose one nor be renamed, merged away or removed", async () => {
    const [topic, other] = [await newTopic([bus]), await newTopic()];
    await decide(topic.id);
    expect((await assignPoints(planning, { points: [park], topicId: topic.id })).ok).toBe(true);
    const version = { id: topic.id, version: 1, ...words };
    const refused = [
      await assignPoints(planning, { points: [bus], topicId: other.id }),
      await excludePoints(planning, { points: [bus], exclusion: "対象ではない" }),
      await removePoints(planning, { points: [bus] }),
      await createTopic(planning, { planId, points: [bus], ...words }),
      await editTopic(planning, version),
      await mergeTopics(planning, { intoId: other.id, ids: [topic.id] }),
    ];
    expect(refused.map((each) => wholeRefusal(each).code)).toEqual(refused.map(() => "decidedTopic"));
    expect(wholeRefusal(await removeTopics(planning, { ids: [topic.id] })).code).toBe("notEmpty");
    expect(wholeRefusal(await undo()).code).toBe("decidedTopic"); // the last act put the park there
  });

  it("is removed only when it is empty", async () => {
    const topic = await newTopic([bus]);
    expect(wholeRefusal(await removeTopics(planning, { ids: [topic.id] })).message).toContain(String(topic.number));
    accepted(await assignPoints(planning, { points: [bus], topicId: null }));
    expect((await removeTopics(planning, { ids: [topic.id] })).ok).toBe(true);
  });

  it("is refused to who saw it before somebody else changed it", async () => {
    const topic = await newTopic([bus]);
    accepted(await editTopic(planning, { id: topic.id, version: 1, ...words, title: "夜のバス" }));
    expect(wholeRefusal(await editTopic(planning, { id: topic.id, version: 1, ...words })).code).toBe("stale");
  });

  it("is given to a division with a day, or to the one in charge of its measure, and reminded by mail without words", async () => {
    await personIn(city(), "加藤", { roles: [] });
    const topic = await newTopic([bus]);
    const ask = { ids: [topic.id], division: "measure", dueOn: "2026-12-10" };
    expect(wholeRefusal(await assignTopics(planning, ask)).code).toBe("divisionMissing"); // no measure yet
    accepted(await editTopic(planning, { id: topic.id, version: 1, ...words, nodeId }));
    const past = { ...ask, dueOn: "2026-11-21" };
    expect(wholeRefusal(await assignTopics(planning, past)).code).toBe("dueOnWrong"); // today is 2026-11-22
    accepted(await assignTopics(planning, ask));
    const choice = {
      planId,
      occasionId: "",
      divisionId: crisis,
      nodeId: "",
      state: "",
      words: "",
      order: "number",
    } as const;
    expect(await topicBoard(planning, choice)).toMatchObject([{ id: topic.id, dueOn: "2026-12-10", points: 1 }]);
    const origin = "http://mihon.test";
    const reminder = { ids: [topic.id], origin, path: "/staff/desk/topics" };
    expect(wholeRefusal(await remindTopics(planning, reminder)).code).toBe("nobodyToRemind"); // nobody can sign in there
    await expect(remindTopics(clerk, reminder)).rejects.toThrow(Forbidden);
    await expect(assignTopics(clerk, ask)).rejects.toThrow(Forbidden);
  });
});

describe("taking back", () => {
  it("undoes a person's own acts one after the other, as far as all of them", async () => {
    const one = await newTopic([bus]);
    accepted(await assignPoints(planning, { points: [park], topicId: one.id }));
    accepted(await excludePoints(planning, { points: [bus, park], exclusion: "対象ではない" }));
    expect(await places()).toEqual(["対象ではない", "対象ではない"]);
    expect((await undo()).ok).toBe(true);
    expect(await places()).toEqual([one.id, one.id]);
    expect((await undo()).ok).toBe(true);
    expect(await places()).toEqual([one.id, ""]);
    expect((await undo()).ok).toBe(true); // the topic itself
    expect(await places()).toEqual(["", ""]);
    expect((await undo()).ok).toBe(true); // the splitting
    expect(await places()).toEqual([]);
  });

  it("brings removed points back with their words, topic, reason and tags", async () => {
    const tag = accepted(await addTag(planning, { name: `交通${voiceId.slice(-5)}` }));
    accepted(await tagPoints(planning, { points: [bus], tagId: tag.id, isOn: true }));
    accepted(await excludePoints(planning, { points: [bus], exclusion: "対象ではない" }));
    const before = await pointsOf(planning.db, [voiceId]);
    accepted(await removePoints(planning, { points: [bus, park] }));
    expect(await pointsOf(planning.db, [voiceId])).toEqual([]);
    accepted(await undo());
    const after = await pointsOf(planning.db, [voiceId]);
    expect(after.map((point) => ({ ...point, version: point.version - 1 }))).toEqual(before);
    const tags = await planning.db.selectFrom("point_tag").where("point_id", "=", bus.id).selectAll().execute();
    expect(tags).toEqual([{ point_id: bus.id, tag_id: tag.id }]);
  });

  it("undoes a merger: the topic stands again with its own points", async () => {
    const [one, other] = [await newTopic([bus]), await newTopic([park])];
    accepted(await mergeTopics(planning, { intoId: one.id, ids: [other.id] }));
    accepted(await undo());
    expect(await places()).toEqual([one.id, other.id]);
  });

  it("is refused once somebody else touched the same points, and says which voice", async () => {
    const other = city().as(await personIn(city(), "伊藤", { roles: ["planning"] }));
    const topic = await newTopic([bus]);
    accepted(await assignPoints(other, { points: [bus], topicId: null }));
    const refusal = wholeRefusal(await undo());
    const { number } = await planning.db
      .selectFrom("voice")
      .where("id", "=", voiceId)
      .select("number")
      .executeTakeFirstOrThrow();
    expect(refusal).toMatchObject({ code: "changedSince" });
    expect(refusal.message).toContain(`意見${number}の論点`);
    accepted(await undo(other)); // and is open again when that is taken back
    expect(await places()).toEqual([topic.id, ""]);
    expect((await undo()).ok).toBe(true);
    expect(await places()).toEqual(["", ""]);
  });

  it("does not bring back words that were marked again meanwhile", async () => {
    const other = city().as(await personIn(city(), "伊藤", { roles: ["planning"] }));
    accepted(await removePoints(planning, { points: [bus] }));
    await split(other, { voiceId, text }, ["バスを増やして"]);
    expect(wholeRefusal(await undo()).code).toBe("changedSince");
  });

  it("is of one's own acts alone, from the last one back", async () => {
    await newTopic([bus]);
    const steps = await lastDeskSteps(planning, planId, 2);
    const earlier = { planId, stepId: steps[1]?.id ?? "" };
    expect(wholeRefusal(await undoStep(planning, earlier)).code).toBe("notTheLast");
    const other = city().as(await personIn(city(), "伊藤", { roles: ["planning"] }));
    expect(wholeRefusal(await undoStep(other, earlier)).code).toBe("nothingToUndo");
  });

  it("keeps no words of anybody beside the act, and none at all once the voice is disposed of", async () => {
    accepted(await removePoints(planning, { points: [bus] }));
    const steps = await planning.db.selectFrom("ledger_step").select("step").execute();
    expect(JSON.stringify(steps)).not.toMatch(/バス|公園|対象ではない/);
    const events = await planning.db.selectFrom("event").select("reference").execute();
    expect(JSON.stringify(events)).not.toMatch(/バス|公園|対象ではない/);
    await planning.db
      .updateTable("voice_text")
      .set({ content: null, folded: null })
      .where("voice_id", "=", voiceId)
      .execute();
    const kept = await planning.db.selectFrom("point_before").where("voice_id", "=", voiceId).selectAll().execute();
    expect(kept).toEqual([]);
    expect(wholeRefusal(await undo()).code).toBe("disposed");
  });
});

describe("versions", () => {
  it("refuse an act on a point that the person saw before it was changed", async () => {
    const topic = await newTopic([bus]);
    const stale = [{ id: bus.id, version: 1 }];
    expect(wholeRefusal(await assignPoints(planning, { points: stale, topicId: null })).code).toBe("stalePoints");
    const seen = [{ id: bus.id, version: 2 }];
    expect((await assignPoints(planning, { points: seen, topicId: topic.id })).ok).toBe(true);
  });
});

describe("a suggested topic", () => {
  it("is first the one in which points with like words are, then those with the most points", async () => {
    const snow = "高齢者の雪かきを手伝ってほしい。";
    const snowVoice = await voiceIn(planning, occasionId, snow);
    const like = await split(planning, { voiceId: snowVoice, text: snow }, [snow], { newTopic: words });
    const other = await newTopic([park], "公園を直してほしい");
    const suggested = await suggestTopics(planning, { planId, words: "高齢者には雪かきがつらい" });
    expect(suggested[0]?.id).toBe(like.topicId);
    expect(suggested.length).toBeGreaterThan(1);
    const numbers = suggested.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect((await findTopics(planning, { planId, words: String(other.number) })).map(({ id }) => id)).toContain(
      other.id,
    );
  });

  it("is found by its number; a number that no ledger can have is nobody's, not an error", async () => {
    const { id, number } = await newTopic([park], "公園を広くしてほしい");
    expect((await topicByNumber(planning, { planId, number }))?.id).toBe(id);
    const beyond = 2 ** 31; // one more than a column of 32 bits takes
    for (const asked of [beyond, 1.5, 0, Number.NaN])
      expect(await topicByNumber(planning, { planId, number: asked })).toBeUndefined();
    for (const asked of [beyond, 1.5]) expect(await voiceIdOf(planning.db, asked)).toBeUndefined();
  });
});
