import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "#domain/audit/index.ts";
import { openDatabase, startEmbedded } from "#platform/database/index.ts";
import { inProject } from "#platform/files/project.ts";

const rounds = Number(process.env["TOMONI_CRASHES"] ?? 3);
const city = "city_202185";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-crash-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

/** Saves until killed after some milliseconds. @returns the ids that were acknowledged */
async function saveUntilKilled(milliseconds: number, isDatabaseKilled: boolean): Promise<string[]> {
  const script = inProject("test/operations/saving.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    cwd: inProject("."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged: string[] = [];
  let killing: Promise<void> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready") killing = pause(milliseconds).then(() => kill(child.pid ?? 0, isDatabaseKilled));
    else acknowledged.push(line);
  }
  await killing;
  return acknowledged;
}

async function kill(server: number, isDatabaseKilled: boolean): Promise<void> {
  const postmaster = Number((await readFile(join(folder, "pg", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(server, "SIGKILL");
  if (isDatabaseKilled) process.kill(postmaster, "SIGKILL");
}

async function lookAfter(): Promise<{ kept: Set<string>; events: number; broken: unknown }> {
  const embedded = await startEmbedded(folder);
  const database = openDatabase(embedded.url, 1);
  const { rows } = await database.pool.query<{ id: string }>(`select id from ${city}.division`);
  const report = await verifyChain(database.inCity(city));
  await database.close();
  await embedded.stop();
  return { kept: new Set(rows.map((row) => row.id)), events: report.events, broken: report.broken };
}

test(
  `kill -9 ${rounds} times during saves: nothing acknowledged is lost and the audit chain verifies`,
  { timeout: 20_000 * rounds + 60_000 },
  async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const ours = await saveUntilKilled(300 + ((round * 370) % 900), round % 2 === 0); // every second time PostgreSQL too
      expect(ours.length).toBeGreaterThan(0);
      acknowledged.push(...ours);
      const { kept, events, broken } = await lookAfter();
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(broken).toBeUndefined();
      expect(events).toBe(kept.size);
    }
    process.stdout.write(`${rounds} kills, ${acknowledged.length} acknowledged saves, 0 lost\n`);
  },
);
