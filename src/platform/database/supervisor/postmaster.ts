import { open, readFile, realpath, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { fullDisk, tellsOfFullDisk, Trouble } from "#platform/trouble.ts";
import { runAs } from "./binaries.ts";
import { causeIn, giveTo, type Cluster } from "./cluster.ts";
import { isAlive, processesIn } from "./processes.ts";

const patience = 60_000; // milliseconds for a recovery or a slow disk

/** A running PostgreSQL of a cluster. */
export interface Running {
  readonly port: number;
  readonly pid: number;
  /** It was running before; another process of ours (or one that was killed) had started it. */
  readonly wasAdopted: boolean;
}

export function addressOf(cluster: Cluster, port: number): string {
  return `postgresql://tomoni:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** Adopts the cluster's running PostgreSQL, or starts it (on the given port where that is free). */
export async function ensureRunning(cluster: Cluster, port?: number): Promise<Running> {
  return (await adopt(cluster)) ?? start(cluster, port);
}

/**
 * Stops PostgreSQL, ending its connections; what was committed is on disk. pg_ctl returns when postmaster.pid is gone, a moment
 * before the last process has left the folder: who removes or copies it next must not meet that one.
 */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const folder = await realpath(cluster.data);
  await runAs(cluster.account, pgCtl(cluster), ["stop", "-w", "-t", "60", "-m", "fast", "-D", cluster.data]);
  const isInside = () => (processesIn(folder) ?? []).length > 0;
  for (const until = Date.now() + patience; isInside() && Date.now() < until;) await pause(20);
}

function pgCtl(cluster: Cluster): string {
  return join(cluster.binaries.folder, "pg_ctl");
}

/** postmaster.pid: the process number on line 1, the port on line 4. */
async function readPostmasterFile(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(cluster.data, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * The running PostgreSQL of this folder, if one answers with our password. A file left by a dead process (or by a zombie, or
 * whose number now belongs to another program) is cleared away.
 */
async function adopt(cluster: Cluster): Promise<Running | undefined> {
  for (const until = Date.now() + patience; ; await pause(200)) {
    const noted = await readPostmasterFile(cluster);
    if (!noted) return undefined;
    if (await answers(cluster, noted.port)) return { ...noted, wasAdopted: true };
    if (!(await isPostmaster(cluster, noted.pid))) return clearLeftovers(cluster);
    if (Date.now() > until) throw silent(cluster, noted.pid);
  }
}

/** Whether the server at a port takes our password and works on our folder. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  if (!port) return false;
  const client = new Client({ connectionString: addressOf(cluster, port), connectionTimeoutMillis: 3_000 });
  client.on("error", () => {}); // a server that dies at this moment; the statement itself fails too
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0] !== undefined && (await realpath(rows[0].folder)) === (await realpath(cluster.data));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function isPostmaster(cluster: Cluster, pid: number): Promise<boolean> {
  const inside = processesIn(await realpath(cluster.data));
  return inside ? inside.includes(pid) : isAlive(pid);
}

/**
 * After a killed postmaster its children end by themselves, and only then may another start on the same files. PostgreSQL
 * would take a zombie's or a reused process number for a running server, so the file is removed once nobody works there.
 */
async function clearLeftovers(cluster: Cluster): Promise<undefined> {
  const data = await realpath(cluster.data);
  for (const until = Date.now() + patience; ; await pause(100)) {
    const inside = processesIn(data);
    if (inside === undefined) return undefined; // cannot be seen here: PostgreSQL's own check decides
    if (inside.length === 0) break;
    if (Date.now() > until) throw silent(cluster, inside[0] ?? 0);
  }
  await rm(join(cluster.data, "postmaster.pid"), { force: true });
  return undefined;
}

function silent(cluster: Cluster, pid: number): Trouble {
  return new Trouble(
    `データベース（プロセス ${pid}）が動いていますが応答しません。${cluster.log} を確かめ、そのプロセスを終了してからもう一度実行してください。`,
    "PostgreSQL is running but does not answer: see the log, end that process and try again.",
  );
}

async function start(cluster: Cluster, wanted?: number): Promise<Running> {
  for (let tries = 1; ; tries += 1) {
    const port = tries === 1 && wanted ? wanted : await freePort();
    const logFrom = await prepareLog(cluster);
    try {
      await runAs(cluster.account, pgCtl(cluster), [
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        cluster.data,
        "-l",
        cluster.log,
        "-o",
        settings(port),
      ]);
      return { port, pid: (await readPostmasterFile(cluster))?.pid ?? 0, wasAdopted: false };
    } catch (error) {
      const said = (await readFile(cluster.log, "utf8").catch(() => "")).slice(logFrom) || String(error);
      if (!/Address already in use|could not create any TCP/.test(said) || tries >= 5)
        throw startTrouble(cluster, said);
    }
  }
}

/** Only this machine may connect; no socket file; the log names no values, because they may be personal data. */
function settings(port: number): string {
  const network = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=''`;
  return `${network} -c timezone=Asia/Tokyo -c log_error_verbosity=terse -c log_min_error_statement=panic`;
}

/** Makes the log writable for PostgreSQL's account. @returns its length before this start */
async function prepareLog(cluster: Cluster): Promise<number> {
  const file = await open(cluster.log, "a", 0o600);
  const { size } = await file.stat();
  await file.close();
  await giveTo(cluster.account, cluster.log);
  return size;
}

function startTrouble(cluster: Cluster, said: string): Trouble {
  if (tellsOfFullDisk(said)) return fullDisk();
  return new Trouble(
    `データベースを起動できません: ${causeIn(said)}（くわしくは ${cluster.log}）`,
    "PostgreSQL could not be started.",
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Whether no PostgreSQL runs on the cluster's files any more. */
export async function isGone(cluster: Cluster): Promise<boolean> {
  const noted = await readPostmasterFile(cluster);
  return !noted || !(await isPostmaster(cluster, noted.pid));
}
