import { chmod, lstat, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Trouble } from "#platform/trouble.ts";
import { accountName, canReach, findBinaries, type Account } from "./binaries.ts";
import { openCluster, type Cluster } from "./cluster.ts";
import { addressOf, ensureRunning, isGone, stopPostmaster, type Running } from "./postmaster.ts";
import { alone, isUsedElsewhere, joinUsers, type Membership } from "./sharing.ts";

/** The bundled PostgreSQL, running. */
export interface Embedded {
  readonly url: string;
  /** It ran before: another server of this data folder, or one that was killed, had started it. */
  readonly wasAdopted: boolean;
  /** Leaves it to the others that use the same folder; the last one out stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of initdb, pg_ctl and postgres, to use a system PostgreSQL's programs instead of the package's. */
  readonly binaries?: string | undefined;
  /** Told when PostgreSQL was found dead and started again. */
  readonly onRestart?: (error?: unknown) => void;
}

const lookEvery = 2_000; // milliseconds

/**
 * Starts PostgreSQL on a data folder, or joins the one that runs there. Several processes may share a folder. While it is in
 * use, a PostgreSQL that dies is started again on the same port.
 * @throws Trouble in one sentence when it cannot be started
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  await mkdir(folder, { recursive: true });
  await waitForOtherMachine(folder);
  const { cluster, running, membership } = await alone(folder, () => enter(folder, options));
  const guard = keepRunning(cluster, running.port, options);
  return {
    url: addressOf(cluster, running.port),
    wasAdopted: running.wasAdopted,
    async stop() {
      guard.end();
      await alone(folder, () => leave(cluster, membership));
    },
  };
}

interface Entry {
  readonly cluster: Cluster;
  readonly running: Running;
  readonly membership: Membership;
}

async function enter(folder: string, options: EmbeddedOptions): Promise<Entry> {
  const membership = await joinUsers(folder);
  try {
    const account = await accountFor(folder);
    await letPass(folder, account);
    const cluster = await openCluster(folder, account, await findBinaries(account, options.binaries));
    return { cluster, membership, running: await ensureRunning(cluster) };
  } catch (error) {
    await membership.leave();
    throw error;
  }
}

async function leave(cluster: Cluster, membership: Membership): Promise<void> {
  await membership.leave();
  if (!(await membership.others()) && !(await isGone(cluster))) await stopPostmaster(cluster);
}

/** PostgreSQL refuses to run as root: then it runs as the owner of the data, or as nobody (65534) when there is none yet. */
export async function accountFor(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const data = await lstat(join(folder, "pg")).catch(() => undefined);
  return data && data.uid !== 0 ? { uid: data.uid, gid: data.gid } : { uid: 65_534, gid: 65_534 };
}

/** Lets PostgreSQL's account pass through the data folder; what is inside has its own locks. */
async function letPass(folder: string, account: Account): Promise<void> {
  if (await canReach(account, folder)) return;
  await chmod(folder, ((await stat(folder)).mode & 0o777) | 0o011);
  if (await canReach(account, folder)) return;
  throw new Trouble(
    `DATA_DIR（${folder}）には、PostgreSQL を動かす利用者 ${accountName(account)} が入れません。上のフォルダーで chmod o+x を行うか、/var/lib などほかの場所にしてください。`,
    "PostgreSQL's account may not enter the folders above DATA_DIR.",
  );
}

/** Looks every two seconds whether PostgreSQL is there, and starts it again where it is not. */
function keepRunning(cluster: Cluster, port: number, options: EmbeddedOptions): { end(): void } {
  const ended = new AbortController();
  const revive = async (): Promise<void> => {
    if (ended.signal.aborted || !(await isGone(cluster))) return;
    await ensureRunning(cluster, port);
    options.onRestart?.();
  };
  const look = async (): Promise<void> => {
    try {
      if (await isGone(cluster)) await alone(cluster.folder, revive);
    } catch (error) {
      options.onRestart?.(error);
    }
    if (!ended.signal.aborted) setTimeout(() => void look(), lookEvery).unref();
  };
  setTimeout(() => void look(), lookEvery).unref();
  return { end: () => ended.abort() };
}

/** A data folder on a shared disk may be in use by another machine or container, whose PostgreSQL cannot be shared from here. */
async function waitForOtherMachine(folder: string): Promise<void> {
  await mkdir(join(folder, "servers"), { recursive: true });
  for (const until = Date.now() + 25_000; await isUsedElsewhere(folder); await pause(1_000)) {
    if (Date.now() > until) {
      throw new Trouble(
        `データのフォルダー ${folder} は、ほかのコンピューター（またはコンテナ）のサーバーが使っています。そちらを止めるか、DATABASE_URL で共通のデータベースを使ってください。`,
        "The data folder is in use by another machine or container: stop that one, or share a database by DATABASE_URL.",
      );
    }
  }
}
