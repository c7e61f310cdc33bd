import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/config.ts";
import { openHouse } from "../src/house.ts";
import { openContext } from "#domain/audit/index.ts";
import { createPlan, insertBranch, listMeasures, planById, type Branch } from "#domain/plan/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { municipalityForHost, type Database } from "#platform/database/index.ts";
import { benchActor } from "./city.ts";
import { post, startServer, type Server } from "./server.ts";

/** The server as `npm start` runs it, a plan of many measures in its sample city, and someone of the planning office signed in. */
export interface ServedPlan {
  readonly folder: string;
  readonly server: Server;
  /** The server's database, from this process, with as many connections as the server has. */
  readonly database: Database;
  readonly slug: string;
  readonly measureIds: readonly string[];
  readonly cookie: string;
  close(): Promise<void>;
}

export async function servedPlan(measures: number): Promise<ServedPlan> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-data-"));
  const server = await startServer(["node", "dist/main.js"], { DATA_DIR: folder, LOG_LEVEL: "error" });
  const house = await openHouse(readConfig({ DATA_DIR: folder, LOG_LEVEL: "error" }));
  const made = await makePlan(house.database, measures);
  const close = async () => {
    await house.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, server, database: house.database, ...made, cookie: await signIn(server, folder), close };
}

async function makePlan(database: Database, measures: number): Promise<Pick<ServedPlan, "slug" | "measureIds">> {
  const municipality = await municipalityForHost(database, "localhost");
  if (!municipality) throw new Error("the sample city is not seeded");
  const ctx = openContext({ database, municipality, actor: benchActor, clock: systemClock });
  const words = { slug: "bench", kind: "basicPlan", name: "大きな計画", vision: "", summary: "" } as const;
  const level = { codePattern: "{parent}-{n}", evaluator: "", hasPage: false };
  const levels = [
    { ...level, name: "政策", codePattern: "{n}" },
    { ...level, name: "施策", hasPage: true },
  ];
  const plan = await createPlan(ctx, { ...words, startYear: 2027, endYear: 2031, levels });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const policies = 20;
  const branches = numbered("暮らしを支える政策", policies, () =>
    numbered("地域の防災力を高め、災害に強いまちをつくる施策", measures / policies, () => []),
  );
  const planId = plan.value.id;
  const inserted = await ctx.transaction((tx) => insertBranch(tx, ctx, { planId, parentId: null, branches }));
  if (!inserted.ok) throw new Error(inserted.refusal.message);
  const lines = await listMeasures(ctx, await planById(ctx, planId));
  return { slug: words.slug, measureIds: lines.map((line) => line.id) };
}

function numbered(name: string, count: number, children: () => readonly Branch[]): Branch[] {
  return Array.from({ length: count }, (_, index) => ({ title: `${name}その${index + 1}`, children: children() }));
}

async function signIn(server: Server, folder: string): Promise<string> {
  const lines = (await readFile(join(folder, "first-sign-in.txt"), "utf8")).split("\n");
  const [email = "", password = ""] = lines.find((line) => line.startsWith("sato@"))?.split(/\s+/) ?? [];
  const answer = await post(server.port, "/staff/sign-in", {
    fields: { email, password },
    headers: { host: "localhost" },
  });
  const cookies = [answer.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`the sign-in answered ${answer.status}`);
  return cookies.join("; ");
}
