import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startEmbedded } from "#platform/database/index.ts";
import { checkServer } from "#platform/database/server-check.ts";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";

/** An empty database for one test run. */
export interface Scratch {
  readonly url: string;
  drop(): Promise<void>;
}

/** On the server of DATABASE_URL where that is set, else on a PostgreSQL of its own in a temporary folder. */
export function openScratch(): Promise<Scratch> {
  const url = process.env["DATABASE_URL"];
  return url ? onServer(url) : onOwn();
}

async function onOwn(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-test-"));
  const embedded = await startEmbedded(folder);
  const drop = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { url: embedded.url, drop };
}

/** A database made for this run and dropped after it. Where the user may not make one, the named one serves if it is empty. */
async function onServer(server: string): Promise<Scratch> {
  await checkServer(server);
  const name = `tomoni_test_${randomBytes(6).toString("hex")}`;
  try {
    await run(server, `create database ${name}`);
  } catch (error) {
    if (codeOf(error) !== "42501") throw error;
    return inEmpty(server);
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database ${name} with (force)`).then(() => {}) };
}

async function inEmpty(url: string): Promise<Scratch> {
  const tables = await run(
    url,
    "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1",
  );
  if (tables.length > 0) {
    throw new Trouble(
      "DATABASE_URL のデータベースが空ではないため、試験には使いません。空のデータベースか、CREATEDB の権限のある利用者を指定してください。",
      "Tests do not run in a database that is not empty.",
    );
  }
  return { url, drop: () => dropSchemas(url) };
}

async function dropSchemas(url: string): Promise<void> {
  const schemas = await run(url, "select nspname from pg_namespace where nspname = 'platform' or nspname ~ '^city_'");
  for (const { nspname } of schemas) await run(url, `drop schema ${nspname} cascade`);
}

async function run(url: string, statement: string): Promise<{ nspname?: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
