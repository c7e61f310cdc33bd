import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";
import { isHere, lives, ownIdentity, type ProcessIdentity } from "./processes.ts";

/** Another container's process cannot be asked; it counts as alive while its file is touched. Milliseconds. */
const touchEvery = 5_000;
const silence = 20_000;
const lockWait = 120_000;

/** This process's entry among those that use one data folder. */
export interface Membership {
  /** Whether any other live process uses the folder. */
  others(): Promise<boolean>;
  leave(): Promise<void>;
}

/** Enters this process among the users of a data folder (DATA_DIR/servers). */
export async function joinUsers(folder: string): Promise<Membership> {
  const users = join(folder, "servers");
  await mkdir(users, { recursive: true });
  const own = `${process.pid}-${randomUUID()}.json`;
  await writeFile(join(users, own), JSON.stringify(ownIdentity()));
  const touching = setInterval(() => void touch(join(users, own)), touchEvery).unref();
  return {
    others: async () => (await liveUsers(users)).some((name) => name !== own),
    leave: async () => {
      clearInterval(touching);
      await rm(join(users, own), { force: true });
    },
  };
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}

/** Names of live users' entries; entries of processes that are gone are removed. */
async function liveUsers(users: string): Promise<string[]> {
  const names = (await readdir(users)).filter((name) => name.endsWith(".json"));
  const live: string[] = [];
  for (const name of names) {
    if (await isLive(join(users, name))) live.push(name);
    else await rm(join(users, name), { force: true });
  }
  return live;
}

/** Whether a process of another machine or container uses the folder now. */
export async function isUsedElsewhere(folder: string): Promise<boolean> {
  const users = join(folder, "servers");
  for (const name of await liveUsers(users)) {
    const identity = await readIdentity(join(users, name));
    if (identity && !isHere(identity)) return true;
  }
  return false;
}

async function isLive(path: string): Promise<boolean> {
  const identity = await readIdentity(path);
  if (identity && isHere(identity)) return lives(identity);
  const touched = await stat(path).catch(() => undefined);
  return touched !== undefined && Date.now() - touched.mtimeMs < silence;
}

async function readIdentity(path: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as ProcessIdentity; // written by joinUsers or by the lock
  } catch {
    return undefined; // being written, or removed meanwhile
  }
}

/** Runs work that starts or stops PostgreSQL: one process at a time for each data folder. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, "servers", "lock");
  await takeLock(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  const draft = `${lock}.${randomUUID()}`;
  await mkdir(join(lock, ".."), { recursive: true });
  await writeFile(draft, JSON.stringify(ownIdentity()));
  try {
    for (const until = Date.now() + lockWait; ; await pause(100)) {
      if (await linked(draft, lock)) return;
      if (!(await isLive(lock))) await breakLock(lock, draft);
      else if (Date.now() > until) throw busy(lock);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** A link is made whole or not at all, so a lock is never seen without its holder's name. */
async function linked(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead process's lock away. Should a living one have taken it in between, it gets it back. */
async function breakLock(lock: string, draft: string): Promise<void> {
  const away = `${draft}.dead`;
  await rename(lock, away).catch(() => {});
  if (await isLive(away)) await link(away, lock).catch(() => {});
  await rm(away, { force: true });
}

function busy(lock: string): Trouble {
  return new Trouble(
    `ほかのサーバーがデータベースの起動または停止を終えていません。しばらく待ってもう一度実行してください（${lock}）。`,
    "Another server is still starting or stopping the database. Try again later.",
  );
}
