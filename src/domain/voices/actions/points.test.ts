import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { Forbidden } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf, split, voiceIn } from "../../../../test/support/desk.ts";
import { wholeRefusal, accepted } from "../../../../test/support/results.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import { pointsOf } from "../store/points.ts";
import { addPoints, addRemainingPoints, changePoint, excludePoints, lacksOfVoice, removePoints } from "../index.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let occasionId: string;
let planId: string;

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  planId = (await smallPlan(planning)).plan.id;
  occasionId = await occasionOf(planning, planId);
});

const text = "バスの便を増やしてほしい。夜も走らせてほしい。\n\n公園を直してほしい。";
let voiceId: string;

beforeEach(async () => {
  voiceId = await voiceIn(planning, occasionId, text);
});

/** Why words at a place are not taken. */
async function refusedAt(start: number, words: string, edition = 1): Promise<string> {
  return wholeRefusal(await addPoints(planning, { voiceId, edition, stretches: [{ start, words }] })).code;
}

const quotes = async () => (await pointsOf(planning.db, [voiceId])).map(({ quote }) => quote);

describe("splitting a voice", () => {
  it("keeps the words that were marked, without the spaces around them, in the order of the text", async () => {
    const stretches = [
      { start: text.indexOf("\n\n公園"), words: "\n\n公園を直してほしい。" },
      { start: 0, words: "バスの便を増やしてほしい。" },
    ];
    accepted(await addPoints(planning, { voiceId, edition: 1, stretches }));
    expect(await quotes()).toEqual(["バスの便を増やしてほしい。", "公園を直してほしい。"]);
  });

  it("takes words only where they stand in the newest text, and that say something", async () => {
    expect(await refusedAt(1, "バスの便")).toBe("wordsMissing");
    expect(await refusedAt(-1, "バス")).toBe("wordsMissing");
    expect(await refusedAt(0, "電車の便")).toBe("wordsMissing");
    expect(await refusedAt(text.indexOf("。"), "。")).toBe("saysNothing");
    expect(await refusedAt(0, "バス", 2)).toBe("corrected");
    expect(await quotes()).toEqual([]);
  });

  it("lets no two points share words unless told, and says which point is in the way", async () => {
    await split(planning, { voiceId, text }, ["バスの便を増やしてほしい。"]);
    const across = { voiceId, edition: 1, stretches: [{ start: 10, words: text.slice(10, 20) }] };
    expect(wholeRefusal(await addPoints(planning, across)).message).toContain(
      "「バスの便を増やしてほしい。」と重なって",
    );
    expect((await addPoints(planning, { ...across, mayOverlap: true })).ok).toBe(true);
    const twice = [0, 0].map((start) => ({ start, words: "バスの便を増やし" }));
    expect(wholeRefusal(await addPoints(planning, { ...across, stretches: twice })).code).toBe("overlap");
  });

  it("makes a point of each stretch that is left, and then nothing is left", async () => {
    await split(planning, { voiceId, text }, ["夜も走らせてほしい。"]);
    accepted(await addRemainingPoints(planning, { voiceId, edition: 1 }));
    expect(await quotes()).toEqual(["バスの便を増やしてほしい。", "夜も走らせてほしい。", "公園を直してほしい。"]);
    expect(lacksOfVoice("answer", text, await pointsOf(planning.db, [voiceId])).map(({ code }) => code)).toEqual([
      "noTopic",
      "noTopic",
      "noTopic",
    ]);
    expect(wholeRefusal(await addRemainingPoints(planning, { voiceId, edition: 1 })).code).toBe("nothingLeft");
  });

  it("puts new points under a new topic with the next number, or out with a reason", async () => {
    const newTopic = { title: "路線バスの便を増やしてほしい", place: "", nodeId: null };
    const made = await split(planning, { voiceId, text }, ["バスの便を増やしてほしい。"], { newTopic });
    await split(planning, { voiceId, text }, ["公園を直してほしい。"], { exclusion: "計画の対象ではない" });
    const points = await pointsOf(planning.db, [voiceId]);
    expect(points.map(({ topicId, exclusion }) => [topicId, exclusion])).toEqual([
      [made.topicId, ""],
      [null, "計画の対象ではない"],
    ]);
    const missing = { voiceId, edition: 1, stretches: [{ start: 13, words: "夜も走らせてほしい。" }] };
    expect(wholeRefusal(await addPoints(planning, { ...missing, exclusion: " " })).code).toBe("exclusionMissing");
    const untitled = { ...newTopic, title: "" };
    expect(wholeRefusal(await addPoints(planning, { ...missing, newTopic: untitled })).code).toBe("titleMissing");
  });

  it("marks other words for a point, or says its gist, only as the person saw it", async () => {
    const { ids } = await split(planning, { voiceId, text }, ["バスの便"]);
    const edit = { voiceId, edition: 1, id: ids[0] ?? "", version: 1, gist: "増便", nodeId: null };
    accepted(await changePoint(planning, { ...edit, stretch: { start: 0, words: "バスの便を増やしてほしい。" } }));
    const [point] = await pointsOf(planning.db, [voiceId]);
    expect(point).toMatchObject({ quote: "バスの便を増やしてほしい。", gist: "増便", version: 2 });
    expect(wholeRefusal(await changePoint(planning, edit)).code).toBe("stalePoints");
  });

  it("is left out with a reason that is there and not longer than a paragraph, however it is left out", async () => {
    const own = await voiceIn(planning, await occasionOf(planning, planId), text);
    const { ids } = await split(planning, { voiceId: own, text }, ["バスの便"]);
    const points = ids.map((id) => ({ id }));
    const exclusion = "あ".repeat(501);
    const refused = [
      await excludePoints(planning, { points, exclusion: " " }),
      await excludePoints(planning, { points, exclusion }),
      await addRemainingPoints(planning, { voiceId: own, edition: 1, exclusion }),
    ];
    const codes = refused.map((each) => wholeRefusal(each).code);
    expect(codes).toEqual(["exclusionMissing", "exclusionTooLong", "exclusionTooLong"]);
  });

  it("is refused once the results are settled", async () => {
    const settledId = await occasionOf(planning, planId);
    const settledVoice = await voiceIn(planning, settledId, text);
    const { ids } = await split(planning, { voiceId: settledVoice, text }, ["バスの便"]);
    await planning.db
      .updateTable("occasion")
      .set({ settled_at: planning.clock.now() })
      .where("id", "=", settledId)
      .execute();
    const points = ids.map((id) => ({ id }));
    const refused = [
      await addRemainingPoints(planning, { voiceId: settledVoice, edition: 1 }),
      await removePoints(planning, { points }),
      await excludePoints(planning, { points, exclusion: "対象ではない" }),
    ];
    expect(refused.map((each) => wholeRefusal(each).code)).toEqual(["settled", "settled", "settled"]);
  });

  it("is for the planning office and the division that looks after the occasion", async () => {
    const crisis = clerk.actor.kind === "person" ? (clerk.actor.divisionIds[0] ?? "") : "";
    const ownId = await occasionOf(planning, planId, { divisionId: crisis });
    const own = await voiceIn(planning, ownId, text);
    expect((await split(clerk, { voiceId: own, text }, ["バスの便"])).ids).toHaveLength(1);
    await expect(split(clerk, { voiceId, text }, ["バスの便"])).rejects.toThrow(Forbidden);
    const auditor = city().as(await personIn(city(), "高橋", { roles: ["auditor"] }));
    await expect(split(auditor, { voiceId: own, text }, ["公園"])).rejects.toThrow(Forbidden);
  });
});
