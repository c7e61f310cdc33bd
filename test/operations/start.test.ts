import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { inProject } from "#platform/files/project.ts";
import { startSite, stopSite, type Site } from "../support/site.ts";

vi.setConfig({ testTimeout: 90_000 }); // starting servers is slow on a busy machine

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-start-"));
  await chmod(folder, 0o755); // as root, PostgreSQL's account must get to the folders inside
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs the built server or a command until it ends. */
function run(
  entry: "main" | "command",
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(process.execPath, [inProject(`dist/${entry}.js`), ...args], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      DATA_DIR: join(folder, "refused"),
      PORT: "0",
      LOG_LEVEL: "error",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

/** What a start says that cannot succeed: one line, code 1, no stack trace. */
async function refusalOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const { code, said } = await run("main", [], environment);
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toHaveLength(1);
  return said;
}

describe("a start that cannot succeed says why in one sentence", () => {
  test("for a port in use", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await refusalOf({ PORT: String(port) })).toContain(`ポート ${port} はほかのプログラムが使っています。`);
    server.close();
  });

  test("for a DATABASE_URL where nothing answers, with a wrong password, or without that database", async () => {
    const right = new URL(inject("databaseUrl"));
    const wrongPassword = new URL(right);
    wrongPassword.password = "wrong";
    const noSuchDatabase = new URL(right);
    noSuchDatabase.pathname = "/nowhere";
    const refusals = [
      ["postgresql://a:b@127.0.0.1:1/x", "PostgreSQL が動いていません"],
      [wrongPassword.href, "パスワードが違います"],
      [noSuchDatabase.href, "その名前のデータベースがありません"],
      ["mysql://db/plan", "環境変数を直してください: DATABASE_URL"],
    ] as const;
    for (const [url, sentence] of refusals) expect(await refusalOf({ DATABASE_URL: url })).toContain(sentence);
  });

  test("for another program's folder as DATA_DIR", async () => {
    const foreign = join(folder, "documents");
    await mkdir(foreign);
    await writeFile(join(foreign, "report.docx"), "");
    expect(await refusalOf({ DATA_DIR: foreign })).toContain(
      "ほかのプログラムのものと思われるファイル（report.docx など）",
    );
  });

  test("for a DATA_DIR that is a file", async () => {
    await writeFile(join(folder, "file"), "");
    expect(await refusalOf({ DATA_DIR: join(folder, "file") })).toContain("はフォルダーではありません");
    expect(await refusalOf({ DATA_DIR: join(folder, "file", "below") })).toContain("フォルダーでないものがあります");
  });

  test.runIf(process.platform === "linux")("for a DATA_DIR where no folder can be made", async () => {
    expect(await refusalOf({ DATA_DIR: "/proc/tomoni/data" })).toContain("にはフォルダーを作れません");
  });
});

describe("a first start", () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite({ DATA_DIR: join(folder, "first") });
  });
  afterAll(async () => void (await stopSite(site)));

  test("shows both sample cities and keeps the first passwords for the operator only", async () => {
    expect(site.output()).toContain(`市民のページ (public)  ${site.url}/`);
    const file = join(site.dataDir, "first-sign-in.txt");
    expect(await readFile(file, "utf8")).toMatch(/^sato@mihon\.example {2}\S{19} {2}佐藤/m);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("answers /healthz with version, database, migrations and waiting jobs", async () => {
    const health = await (await fetch(`${site.url}/healthz`)).json();
    expect(health).toMatchObject({
      status: "ok",
      database: { kind: "embedded", version: expect.stringMatching(/^18\./) },
      jobs: { waiting: expect.any(Number) },
    });
    expect(health.municipalities.map((city: { code: string }) => city.code)).toEqual(["202185", "999997"]);
    for (const city of health.municipalities) expect(city.migrations).toMatchObject({ due: [] });
  });

  test("lets commands work beside the running server, and a second server share its database", async () => {
    const environment = { DATA_DIR: site.dataDir };
    expect(await run("command", ["audit:verify"], environment)).toMatchObject({ code: 0 });
    expect(await run("command", ["verify"], environment)).toMatchObject({ code: 0 });
    const second = await startSite(environment);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    expect(await stopSite(second)).toBe(0);
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  });

  test("a municipality code with a wrong check digit is refused", async () => {
    const words = ["municipality", "create", "--code", "202186", "--name", "千曲市", "--host", "plan.example.jp"];
    const { code, said } = await run("command", words, { DATA_DIR: site.dataDir });
    expect(code).toBe(1);
    expect(said).toContain("全国地方公共団体コード 202186 は正しくありません");
  });
});

test(
  "a city whose migration fails answers 503 with the reason, and the others go on",
  { timeout: 60_000 },
  async () => {
    const data = { DATA_DIR: join(folder, "closed") };
    const first = await startSite(data);
    await breakNextMigration(first);
    await stopSite(first);
    const site = await startSite(data);
    const broken = await fetch(`${site.url}/`);
    expect(broken.status).toBe(503);
    expect(await broken.text()).toContain("migration 0001_audit.sql failed");
    const health = await (await fetch(`${site.url}/healthz`)).json();
    expect(health.status).toBe("degraded");
    const [chikuma, mihon] = health.municipalities;
    expect(chikuma.migrations.failure).toBeUndefined();
    expect(mihon.migrations).toMatchObject({
      due: ["0001_audit.sql"],
      failure: expect.stringContaining("already exists"),
    });
    await stopSite(site);
  },
);

/** Makes the sample city forget that it had its first migration, so that the next start fails on it. */
async function breakNextMigration(site: Site): Promise<void> {
  const port = (await readFile(join(site.dataDir, "pg", "postmaster.pid"), "utf8")).split("\n")[3];
  const password = await readFile(join(site.dataDir, "secrets", "database-password"), "utf8");
  const client = new Client({ connectionString: `postgresql://tomoni:${password}@127.0.0.1:${port}/postgres` });
  await client.connect();
  await client.query("delete from city_999997.migration where name = '0001_audit.sql'");
  await client.end();
}

test("an empty city prints a set-up address that opens once", { timeout: 60_000 }, async () => {
  const data = { DATA_DIR: join(folder, "empty") };
  expect(await run("command", ["seed", "empty"], data)).toMatchObject({ code: 0 });
  expect((await run("command", ["seed", "sample"], data)).said).toContain("データベースはもう使われています");
  const site = await startSite(data);
  const path = /\/staff\/set-up\?token=\S+/.exec(site.output())?.[0] ?? "";
  expect((await fetch(`${site.url}${path}`)).status).toBe(200);
  await stopSite(site);
});
