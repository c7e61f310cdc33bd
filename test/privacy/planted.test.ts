import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Actor } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import type { Log } from "#platform/http/log.ts";
import { isRead } from "#web/public/route.ts";
import { publicRoutes } from "#web/public/routes.ts";
import { staffRoutes } from "#web/staff/routes.ts";
import { appOf, Browser } from "../support/browser.ts";
import { useCity } from "../support/city.ts";
import { publicAddresses, sampleListening } from "../support/public-addresses.ts";
import { noted, planted, plantedIn, readableIn } from "./planted.ts";
import { playRound } from "./played-round.ts";

/**
 * Personal data is planted wherever a voice can carry it: sender, words, attachment, words that the sender keeps back or the city
 * hides, and what colleagues note for each other. A whole round is then answered and published, and nothing of it may be found.
 */
const city = useCity();
const logged: string[] = [];
let round: Awaited<ReturnType<typeof playRound>>;

beforeAll(async () => {
  round = await playRound(city());
}, 120_000);

const log: Log = (level, event, fields) => void logged.push(JSON.stringify({ level, event, ...fields }));

/** A browser of somebody, while the server's log is kept. */
function browserOf(actor: Actor): Browser {
  return new Browser(appOf(city(), { clock: stoppedClock("2026-11-22T01:00:00Z"), actor, log }), city());
}

/** The public address of each route that is read, those of results leading to the round's. */
async function addresses(): Promise<readonly string[]> {
  const heads = await round.planning.db.selectFrom("publication").select(["id", "subject"]).execute();
  const ofVoices = heads.find(({ subject }) => subject === "voices")?.id ?? "";
  const map = publicAddresses(round.plan.plan.slug, ofVoices, { ...sampleListening, occasion: round.occasionId });
  const paths = publicRoutes.filter(isRead).map(({ path }) => map[path] ?? path);
  const files = ["answers.docx", "answers.xlsx"].map((file) => `/voices/occasions/${round.occasionId}/${file}`);
  const data = ["voices.csv", "voices.json", "voice-topics.csv", "voice-topics.json", "publications.json"];
  const voices = [1, 2, 3, 4].map((number) => `/voices/${number}`);
  const payloads = heads.map(({ id }) => `/opendata/publications/${id}.json`);
  return [...new Set([...paths, ...voices, ...files, ...payloads, ...data.map((file) => `/opendata/${file}`)])];
}

const isNote = (words: string) => noted.some((each) => each === words);

interface Found {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

async function read(browser: Browser, address: string): Promise<Found> {
  const answer = await browser.get(address);
  return { address, status: answer.status, text: readableIn(new Uint8Array(await answer.arrayBuffer())) };
}

/** All tables of the city that hold planted words, with the words and whether the table's comment calls it personal data. */
async function tablesWith() {
  const { pool } = city().database;
  const { schema } = city().municipality;
  const tables = await pool.query<{ name: string; said: string }>(
    `select relname as name, coalesce(obj_description(pg_class.oid, 'pg_class'), '') as said
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname = $1 and relkind = 'r'`,
    [schema],
  );
  const found: { name: string; isPersonal: boolean; words: string[] }[] = [];
  for (const { name, said } of tables.rows) {
    const { rows } = await pool.query<{ line: string }>(`select t::text as line from "${schema}"."${name}" t`);
    const words = plantedIn(rows.map(({ line }) => line).join("\n"));
    if (words.length > 0) found.push({ name, isPersonal: said.startsWith("personal data"), words });
  }
  return found;
}

describe("personal data that citizens and colleagues wrote", () => {
  it("is really there: each planted word stands in some table", async () => {
    const everywhere = new Set((await tablesWith()).flatMap(({ words }) => words));
    expect(planted.filter((words) => !everywhere.has(words))).toEqual([]);
  });

  it("stands only in tables that a city's open export leaves out; what colleagues noted, in no event and no publication", async () => {
    const found = await tablesWith();
    const fromCitizens = found.filter(({ words }) => words.some((each) => !isNote(each)));
    expect(fromCitizens.filter(({ isPersonal }) => !isPersonal)).toEqual([]);
    expect(found.map(({ name }) => name).filter((name) => /^(event|publication)/.test(name))).toEqual([]);
    const jobs = await city().database.pool.query<{ line: string }>("select t::text as line from platform.job t");
    expect(plantedIn(jobs.rows.map(({ line }) => line).join("\n"))).toEqual([]);
  });

  it("is on no public page, in no file, feed or open data", async () => {
    const citizen = browserOf(nobody);
    const pages = [];
    for (const address of await addresses()) pages.push(await read(citizen, address));
    const withResults = pages
      .filter(({ text }) => text.includes("訓練の日を変えてほしい"))
      .map(({ address }) => address);
    expect(withResults).toEqual(
      expect.arrayContaining(["/voices", "/voices/1", "/voices/topics/1", "/opendata/voice-topics.csv"]),
    );
    expect(pages.map(({ address, text }) => [address, plantedIn(text)]).filter(([, words]) => words?.length)).toEqual(
      [],
    );
  });

  it("is found by no search", async () => {
    const citizen = browserOf(nobody);
    for (const words of planted) {
      const query = encodeURIComponent(words);
      expect((await read(citizen, `/search?q=${query}`)).text).toContain("見つかりませんでした");
      expect((await read(citizen, `/voices?q=${query}`)).text).toContain("この条件に当てはまる意見はありません");
    }
  });

  it("is in no list that staff save, nor in the server's log", async () => {
    const staff = browserOf(round.planning.actor);
    const lists = staffRoutes
      .map(({ path }) => path)
      .filter((path) => /^\/staff\/(voices|responses|desk)[^:]*\.csv$/.test(path));
    expect(lists.length).toBeGreaterThan(1);
    for (const path of lists) {
      const { status, text } = await read(staff, path);
      const fromCitizens = plantedIn(text).filter((words) => !isNote(words)); // colleagues' own words stand in colleagues' lists
      expect([path, status, fromCitizens]).toEqual([path, 200, []]);
      expect(text).toContain("訓練");
    }
    await browserOf(nobody).post("/consultations/plan-draft/comment", {
      text: planted.join("\n"),
      step: "check",
      go: "send",
    });
    expect(logged.length).toBeGreaterThan(0);
    expect(plantedIn(logged.join("\n"))).toEqual([]);
  });
});
