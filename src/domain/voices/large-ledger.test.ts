import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { useCity } from "../../../test/support/city.ts";
import { statementsOf } from "../../../test/support/statements.ts";
import { occasionOf } from "../../../test/support/desk.ts";
import { fillLedger, wordsOfPoint } from "../../../test/support/large-ledger.ts";
import { castOf, smallPlan } from "../../../test/support/plan.ts";
import {
  assignPoints,
  deskInbox,
  deskPage,
  deskProgress,
  lastDeskSteps,
  pointsToAct,
  pointTable,
  similarPoints,
  suggestTopics,
  topicBoard,
  undoStep,
  type PointChoice,
} from "./index.ts";

const city = useCity();
let ctx: Ctx;
let planId: string;
let occasionId: string;
let all: PointChoice;

beforeAll(async () => {
  ({ planning: ctx } = await castOf(city()));
  planId = (await smallPlan(ctx)).plan.id;
  occasionId = await occasionOf(ctx, planId);
  const { database, municipality } = city();
  const where = { schema: municipality.schema, occasionId, planId };
  await fillLedger(database.pool, where, { voices: 2_000, pointsEach: 10, topics: 300 });
  all = { planId, occasionId: "", nodeId: "", topicId: "", tagId: "", state: "", words: "", order: "voice" };
}, 60_000);

describe("a ledger of 20,000 points", () => {
  it("is read in a few statements a page", async () => {
    const page = { ...all, after: undefined, limit: 50 };
    const [voice] = await deskInbox(ctx, { occasionId, after: 0, limit: 1 });
    const works = {
      inbox: () => deskInbox(ctx, { occasionId, state: "open", after: 0, limit: 50 }),
      voice: () => deskPage(ctx, { voiceId: voice?.id ?? "", state: "open" }),
      points: () => pointTable(ctx, page),
      found: () => pointTable(ctx, { ...page, words: "駅前 バスの便" }),
      topics: () => topicBoard(ctx, { ...all, divisionId: "", state: "", order: "points" }),
      similar: () => similarPoints(ctx, { planId, words: wordsOfPoint(5) }),
      suggested: () => suggestTopics(ctx, { planId, words: wordsOfPoint(5) }),
      progress: () => deskProgress(ctx, planId),
    };
    for (const [name, work] of Object.entries(works)) expect.soft(await statementsOf(work), name).toBeLessThan(9);
  });

  it("is turned page by page without losing or repeating a point", async () => {
    const seen: string[] = [];
    const words = "団地 街灯";
    let after: Parameters<typeof pointTable>[1]["after"];
    do {
      const { rows, next } = await pointTable(ctx, { ...all, words, after, limit: 50 });
      seen.push(...rows.map(({ id }) => id));
      after = next ?? undefined;
    } while (after);
    const { total } = await pointTable(ctx, { ...all, words, after: undefined, limit: 1 });
    // 団地 is place 8 of 12, 街灯 thing 1 of 11: one n in 12 × 11 = 132 of 20,000, which is 151 or 152
    expect([151, 152]).toContain(total);
    expect(new Set(seen).size).toBe(total);
    expect(seen.length).toBe(total);
  });

  it("is counted by occasion: two in three are under topics, and nothing is unsplit", async () => {
    const { occasions } = await deskProgress(ctx, planId);
    // every third n waits: 20,000 / 3 = 6,666.7; of 300 topics 100 are multiples of 3, and of the others 20 end in 1: 180 have points
    expect(occasions).toMatchObject([{ voices: 2_000, unsplit: 0, points: 20_000, waiting: 6_667, topics: 180 }]);
  });

  it("moves thousands of points at once and takes that back, in a few statements", async () => {
    const waiting = await pointsToAct(ctx, { ...all, state: "waiting" }, 20_000);
    const [topic] = await topicBoard(ctx, { ...all, divisionId: "", state: "", order: "number" });
    const before = topic?.points ?? 0;
    const assign = () => assignPoints(ctx, { points: waiting, topicId: topic?.id ?? "" });
    expect(await statementsOf(assign)).toBeLessThan(20);
    const read = async () => (await topicBoard(ctx, { ...all, divisionId: "", state: "", order: "number" }))[0]?.points;
    expect(await read()).toBe(before + 6_667);
    const [step] = await lastDeskSteps(ctx, planId, 1);
    expect(await statementsOf(() => undoStep(ctx, { planId, stepId: step?.id ?? "" }))).toBeLessThan(30);
    expect(await read()).toBe(before);
  });
});
