import { beforeAll, describe, expect, it } from "vitest";
import { assignTopics, makeCopy, waitingWork } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf, split, voiceIn } from "../../../../test/support/desk.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";

const city = useCity();
const text = "バスを増やして。公園を直して。";
let cast: Awaited<ReturnType<typeof castOf>>;
let done: string;
let ours: string;

beforeAll(async () => {
  cast = await castOf(city());
  const planId = (await smallPlan(cast.planning)).plan.id;
  const theirs = await occasionOf(cast.planning, planId, { title: "企画の募集" });
  ours = await occasionOf(cast.planning, planId, { title: "防災の募集", divisionId: cast.crisis });
  await occasionOf(cast.planning, planId, { title: "まだ届かない募集" });
  await voiceIn(cast.planning, theirs, text);
  await voiceIn(cast.planning, ours, text);
  done = await voiceIn(cast.planning, ours, text);
  const words = { title: "バスと公園", place: "", nodeId: null };
  const made = await split(cast.planning, { voiceId: done, text }, ["バスを増やして。", "公園を直して。"], {
    newTopic: words,
  });
  const ids = [made.topicId ?? ""];
  const asked = await assignTopics(cast.planning, { ids, division: cast.crisis, dueOn: "2026-12-10" });
  if (!asked.ok) throw new Error(asked.refusal.message);
});

describe("what waits of the listening", () => {
  it("is a batch of papers for a second person, told to those who enter voices of its occasion", async () => {
    const row = { id: newId(), occasion_id: ours, kind: "paper", title: "郵送分", state: "reading" };
    const at = new Date("2026-11-20T01:00:00Z");
    await cast.clerk.db
      .insertInto("voice_batch")
      .values({ ...row, entered_at: at })
      .execute();
    const entering = (await waitingWork(cast.clerk)).entering;
    expect(entering.map(({ occasion, batches, imports }) => [occasion.id, batches, imports])).toEqual([[ours, 1, 0]]);
    await cast.clerk.db.deleteFrom("voice_batch").where("id", "=", row.id).execute();
    expect((await waitingWork(cast.clerk)).entering).toEqual([]);
  });

  it("is for the planning office every occasion with voices to sort, for a division those it receives", async () => {
    const titles = async (ctx: typeof cast.planning) =>
      (await waitingWork(ctx)).sorting.map(({ occasion, voices }) => `${occasion.title} ${voices}`).sort();
    expect(await titles(cast.planning)).toEqual(["企画の募集 1", "防災の募集 1"]);
    expect(await titles(cast.clerk)).toEqual(["防災の募集 1"]); // the second is sorted
  });

  it("is an answer for the division that was asked until it is handed in, and for nobody else", async () => {
    expect(await waitingWork(cast.clerk)).toMatchObject({ answers: 1, overdue: 0, copies: 0 });
    expect(await waitingWork(cast.planning)).toMatchObject({ answers: 0, copies: 3 }); // planning makes the copies of all three
    const copied = await makeCopy(cast.planning, { voiceId: done, edition: 1, version: 0, spans: [], words: [] });
    expect(copied.ok).toBe(true);
    expect((await waitingWork(cast.planning)).copies).toBe(2); // one's own copy waits for somebody else
  });
});
