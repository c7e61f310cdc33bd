import { createReadStream, createWriteStream } from "node:fs";
import { link, mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { PoolClient } from "pg";
import type { Database } from "#platform/database/pool.ts";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";
import { readContents } from "./contents.ts";
import {
  headName,
  jsonFile,
  manifestName,
  parseHead,
  parseManifest,
  partName,
  tableOfPart,
  type BackupHead,
  type BackupManifest,
  type BackupTable,
  type TableCount,
} from "./manifest.ts";
import { copyOut, RowCounter, settleText } from "./rows.ts";
import { damaged, readTar, tarEnd, tarEntry, type TarEntry } from "./tar.ts";

const partSize = 1024 * 1024; // bytes

/**
 * Writes a backup of everything at one moment, while the deployment goes on working, and reads it back to prove it. The file
 * gets its name only when it is proven.
 * @throws Trouble when the file exists already
 */
export async function takeBackup(database: Database, file: string, softwareVersion: string): Promise<BackupManifest> {
  const draft = `${file}.part`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await atOneMoment(database, (client) =>
      pipeline(archive(client, softwareVersion), createGzip(), createWriteStream(draft, { mode: 0o600 })),
    );
    const { manifest } = await verifyBackup(draft);
    await link(draft, file).catch(refuseExisting(file)); // unlike a rename, a link never replaces
    return manifest;
  } finally {
    await rm(draft, { force: true });
  }
}

function refuseExisting(file: string): (error: unknown) => void {
  return (error) => {
    if (codeOf(error) !== "EEXIST") throw error;
    throw new Trouble(`${file} はもうあります。別の名前にしてください。`, "The file exists already.");
  };
}

export async function atOneMoment<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    await settleText(client);
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    client.release(true); // not back to the pool: a failed COPY leaves the connection in an unknown state
  }
}

async function* archive(client: PoolClient, softwareVersion: string): AsyncGenerator<Buffer> {
  const head: BackupHead = {
    program: "tomoni",
    format: 1,
    softwareVersion,
    takenAt: new Date().toISOString(),
    ...(await readContents(client)),
  };
  yield tarEntry(headName, jsonFile(head));
  const counts: TableCount[] = [];
  for (const table of head.tables) counts.push(yield* tableParts(client, table));
  yield tarEntry(manifestName, jsonFile({ tables: counts }));
  yield tarEnd;
}

async function* tableParts(client: PoolClient, table: BackupTable): AsyncGenerator<Buffer, TableCount> {
  const counter = new RowCounter();
  let gathered: Buffer[] = [];
  let size = 0;
  let part = 0;
  const close = () => {
    const content = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    return tarEntry(partName(table, (part += 1)), content);
  };
  for await (const chunk of copyOut(client, table)) {
    counter.take(chunk);
    gathered.push(chunk);
    if ((size += chunk.length) >= partSize) yield close();
  }
  if (size > 0) yield close();
  return counter.total(table);
}

/** The files inside a backup, in order. @throws Trouble when it cannot be read or is damaged */
export async function* backupEntries(file: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(file);
  const plain = source.pipe(createGunzip());
  source.once("error", (error) => plain.destroy(error));
  try {
    yield* readTar(plain);
  } catch (error) {
    throw readTrouble(file, error);
  } finally {
    source.destroy();
    plain.destroy();
  }
}

function readTrouble(file: string, error: unknown): unknown {
  if (codeOf(error) === "ENOENT")
    return new Trouble(`${file} がありません。ファイルの名前を確かめてください。`, "No such file.");
  if (codeOf(error).startsWith("Z_")) return damaged(String(error));
  return error;
}

export interface VerifiedBackup {
  readonly head: BackupHead;
  readonly manifest: BackupManifest;
}

/** Reads a whole backup and recounts it. @throws Trouble when a table's rows or hash differ from what its manifest says */
export async function verifyBackup(file: string): Promise<VerifiedBackup> {
  const counters = new Map<string, RowCounter>();
  let head: BackupHead | undefined;
  let manifest: BackupManifest | undefined;
  for await (const { name, content } of backupEntries(file)) {
    if (!head) head = headOf(name, content);
    else if (name === manifestName) manifest = parseManifest(content);
    else counterOf(counters, tableOfPart(name)).take(content);
  }
  if (!head || !manifest) throw damaged("it ends too early");
  for (const table of manifest.tables)
    compare(table, counterOf(counters, `${table.schema}/${table.name}`).total(table));
  return { head, manifest };
}

function headOf(name: string, content: Buffer): BackupHead {
  if (name !== headName) throw damaged("it does not begin with a backup's head");
  return parseHead(content);
}

function counterOf(counters: Map<string, RowCounter>, key: string): RowCounter {
  const counter = counters.get(key) ?? new RowCounter();
  counters.set(key, counter);
  return counter;
}

/** @throws Trouble when two counts of a table differ */
export function compare(said: TableCount, found: TableCount): void {
  if (said.rows !== found.rows) throw damaged(`${said.schema}.${said.name} has ${found.rows} rows, not ${said.rows}`);
  if (said.sha256 !== found.sha256) throw damaged(`${said.schema}.${said.name} does not fit its hash`);
}
