import { personIn } from "../test/support/plan.ts";
import { largePlan } from "../test/support/large-plan.ts";
import { fillLedger } from "../test/support/large-ledger.ts";
import { occasionOf } from "../test/support/desk.ts";
import { appOf } from "../test/support/browser.ts";
import { deskInbox, pointTable, topicBoard, type PointChoice } from "#domain/voices/index.ts";
import { benchCity, type BenchCity } from "./city.ts";
import { compare, elapsed, median } from "./measure.ts";

const pointsEach = 10;
const sizes = [2_000, 20_000, 200_000];

/** The search of the ledger against a bare LIKE on the same table, and the desk's pages, by how many points there are. */
export async function ledger(print: (line: string) => void): Promise<void> {
  for (const points of sizes) {
    const city = await benchCity();
    try {
      const filled = await fill(city, points);
      print(await searching(city, filled, points));
      for (const line of await pages(city, filled, points)) print(line);
    } finally {
      await city.close();
    }
  }
}

interface Filled {
  readonly planId: string;
  readonly occasionId: string;
}

async function fill(city: BenchCity, points: number): Promise<Filled> {
  const plan = await largePlan(city.ctx, 300);
  const occasionId = await occasionOf(city.ctx, plan.id);
  const where = { schema: city.municipality.schema, occasionId, planId: plan.id };
  await fillLedger(city.database.pool, where, { voices: points / pointsEach, pointsEach, topics: 300 });
  return { planId: plan.id, occasionId };
}

/** A page of 50 of the points that hold two words, with how many there are in all. */
async function searching(city: BenchCity, { planId }: Filled, points: number): Promise<string> {
  const words = "ごみ置き場 小学校";
  const choice: PointChoice = {
    planId,
    occasionId: "",
    nodeId: "",
    topicId: "",
    tagId: "",
    state: "",
    words,
    order: "voice",
  };
  const bare = `select id from "${city.municipality.schema}".point where quote like '%ごみ置き場%' and quote like '%小学校%'`;
  return compare({
    name: "ledger-search",
    unit: "ms",
    n: `points ${points}`,
    ours: () => elapsed(() => pointTable(city.ctx, { ...choice, after: undefined, limit: 50 })),
    reference: () => elapsed(() => city.database.pool.query(bare)),
  });
}

/** Milliseconds of the server for a whole page. */
async function pages(city: BenchCity, { planId, occasionId }: Filled, points: number): Promise<string[]> {
  const sato = await personIn(city, "佐藤", { roles: ["planning"] });
  const app = appOf(city, { actor: sato });
  const open = async (path: string) => {
    const response = await app.request(`http://c${city.municipality.code}.test${path}`);
    await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  };
  const [voice] = await deskInbox(city.ctx, { occasionId, after: 0, limit: 1 });
  const all = { planId, occasionId: "", divisionId: "", nodeId: "", state: "", words: "", order: "points" } as const;
  const [topic] = await topicBoard(city.ctx, all);
  const words = encodeURIComponent("駅前 バスの便");
  const addresses = {
    inbox: "/staff/desk",
    voice: `/staff/desk/voices/${voice?.id}`,
    points: "/staff/desk/points",
    found: `/staff/desk/points?words=${words}`,
    topics: "/staff/desk/topics",
    topic: `/staff/desk/topics/${topic?.id}`,
    progress: "/staff/desk/progress",
  };
  const lines: string[] = [];
  for (const [name, path] of Object.entries(addresses)) lines.push(await pageLine(() => open(path), { name, points }));
  return lines;
}

async function pageLine(
  open: () => Promise<void>,
  { name, points }: { readonly name: string; readonly points: number },
): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < 6; round++) times.push(await elapsed(open));
  const warm = times.slice(1);
  const worst = Math.max(...warm).toFixed(0);
  return `bench desk-${name}: median ${median(warm).toFixed(0)} ms, worst ${worst} ms (n=${warm.length} requests, ${points} points)`;
}
