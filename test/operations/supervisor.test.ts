import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startEmbedded } from "#platform/database/index.ts";
import { inProject } from "#platform/files/project.ts";

vi.setConfig({ testTimeout: 90_000 }); // starting servers is slow on a busy machine

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-supervisor-"));
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function postmaster(): Promise<number> {
  const text = await readFile(join(folder, "pg", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

/** Another process that starts the embedded PostgreSQL on the folder, prints its address and waits. */
async function otherProcess(): Promise<{ child: ChildProcess; url: Promise<string> }> {
  const script = `import { startEmbedded } from "#platform/database/index.ts";
    const embedded = await startEmbedded(${JSON.stringify(folder)});
    process.stdout.write(embedded.url);
    process.on("SIGTERM", () => void embedded.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: inProject("."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
  return { child, url };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await new Promise((resolve) => child.once("exit", resolve));
}

describe("the first start", () => {
  test("makes a cluster with checksums, UTF-8, Japanese ICU order and letters that pg_trgm knows", async () => {
    const embedded = await startEmbedded(folder);
    const [facts] = await ask(
      embedded.url,
      `select current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding, datlocale as icu
       from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({ sums: "on", encoding: "UTF8", icu: "ja-JP" });
    await ask(embedded.url, "create extension pg_trgm");
    expect(await ask(embedded.url, "select cardinality(show_trgm('語学')) > 0 as known")).toEqual([{ known: true }]);
    await embedded.stop();
  });

  test("killed at any moment recovers at the next start", { timeout: 60_000 }, async () => {
    for (const moment of [400, 700, 1_000, 1_300, 1_700]) {
      const { child } = await otherProcess();
      await pause(moment);
      await end(child, "SIGKILL");
    }
    const embedded = await startEmbedded(folder);
    expect(await ask(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await embedded.stop();
    expect((await readdir(folder)).filter((name) => name.startsWith("pg.tmp"))).toEqual([]);
  });
});

describe("sharing", () => {
  test("a second process joins the first one's PostgreSQL, and the last one out stops it", async () => {
    const { child, url } = await otherProcess();
    const ours = await startEmbedded(folder);
    expect(ours.url).toBe(await url);
    await end(child, "SIGTERM");
    expect(await ask(ours.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await ours.stop();
    expect(existsSync(join(folder, "pg", "postmaster.pid"))).toBe(false);
  });

  test("after kill -9 of the only process the next one adopts its PostgreSQL", async () => {
    const { child, url } = await otherProcess();
    const address = await url;
    await end(child, "SIGKILL");
    const next = await startEmbedded(folder);
    expect(next).toMatchObject({ url: address, wasAdopted: true });
    await next.stop();
    expect(await readdir(join(folder, "servers"))).toEqual([]);
  });
});

describe("a PostgreSQL that was killed", () => {
  test("is started again on the same port while someone uses it", async () => {
    const restarts = new EventEmitter();
    const embedded = await startEmbedded(folder, { onRestart: (error) => restarts.emit(error ? "failed" : "done") });
    await ask(embedded.url, "create table kept as select 7 as number");
    const restarted = once(restarts, "done");
    process.kill(await postmaster(), "SIGKILL");
    await restarted;
    expect(await ask(embedded.url, "select number from kept")).toEqual([{ number: 7 }]);
    await embedded.stop();
  });

  test("together with everything else recovers, also when its number now belongs to another program", async () => {
    const { child, url } = await otherProcess();
    await ask(await url, "create table kept as select 7 as number");
    const pid = await postmaster();
    await end(child, "SIGKILL");
    process.kill(pid, "SIGKILL");
    const file = join(folder, "pg", "postmaster.pid");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    const embedded = await startEmbedded(folder);
    expect(embedded.wasAdopted).toBe(false);
    expect(await ask(embedded.url, "select number from kept")).toEqual([{ number: 7 }]);
    await embedded.stop();
  });
});

describe("a refusal in one sentence", () => {
  test("for the data of another major version", async () => {
    await mkdir(join(folder, "pg"));
    await writeFile(join(folder, "pg", "PG_VERSION"), "17\n");
    await expect(startEmbedded(folder)).rejects.toThrow(/は PostgreSQL 17 のデータで/);
  });

  test("for a lost password, instead of a database that nobody can open", async () => {
    const embedded = await startEmbedded(folder);
    await embedded.stop();
    await rm(join(folder, "secrets", "database-password"));
    await expect(startEmbedded(folder)).rejects.toThrow("のファイル");
  });

  test("where no bundled PostgreSQL runs, asking for DATABASE_URL", async () => {
    await expect(startEmbedded(folder, { binaries: join(folder, "nothing") })).rejects.toThrow("DATABASE_URL");
  });

  test.runIf(process.getuid?.() === 0)("for a folder that PostgreSQL's account may not enter", async () => {
    await chmod(folder, 0o700);
    const inside = join(folder, "in", "data");
    await expect(startEmbedded(inside)).rejects.toThrow(/入れません/);
  });
});

test.runIf(process.getuid?.() === 0)("PostgreSQL never runs as root", async () => {
  const embedded = await startEmbedded(folder);
  const { uid } = await stat(`/proc/${String(await postmaster())}`); // a bare machine has no ps
  expect(uid).toBe(65_534);
  await embedded.stop();
});
