import { randomBytes, randomUUID } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fullDisk, tellsOfFullDisk, Trouble } from "#platform/trouble.ts";
import { runAs, type Account, type Binaries } from "./binaries.ts";

/** A data folder's PostgreSQL: where its files are and how it is run. */
export interface Cluster {
  /** The data folder of the program (DATA_DIR). */
  readonly folder: string;
  /** PostgreSQL's own folder in it. */
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

/**
 * Opens the cluster of a data folder, making it when there is none. It is made under another name and renamed when whole, so
 * that a first start killed half-way leaves nothing that looks finished.
 */
export async function openCluster(folder: string, account: Account, binaries: Binaries): Promise<Cluster> {
  const data = join(folder, "pg");
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version !== undefined) refuseOtherMajor(data, Number(version.trim()), binaries.major);
  const password = await readPassword(folder, version !== undefined);
  const cluster = { folder, data, log: join(folder, "pg.log"), password, account, binaries };
  if (version === undefined) await makeCluster(cluster);
  return cluster;
}

function refuseOtherMajor(data: string, found: number, ours: number): void {
  if (found === ours) return;
  throw new Trouble(
    `${data} は PostgreSQL ${found} のデータで、このソフトウェアの PostgreSQL ${ours} では開けません。前の版のソフトウェアで npm run backup を行い、新しい DATA_DIR に npm run restore で移してください。`,
    `The data was made by PostgreSQL ${found}, this is ${ours}: move it by backup and restore.`,
  );
}

/** The password of the database, made at first. It never leaves this machine: PostgreSQL listens on 127.0.0.1 only. */
async function readPassword(folder: string, isNeeded: boolean): Promise<string> {
  const path = join(folder, "secrets", "database-password");
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept) return kept;
  if (isNeeded) {
    throw new Trouble(
      `データベースのパスワードのファイル ${path} がありません。DATA_DIR 全体を、失われる前のものに戻してください。`,
      "The database's password file is missing: restore the whole data folder.",
    );
  }
  await mkdir(join(folder, "secrets"), { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  await writeDurably(path, password);
  return password;
}

async function makeCluster(cluster: Cluster): Promise<void> {
  await removeDrafts(cluster.folder);
  const draft = `${cluster.data}.tmp-${randomUUID()}`; // not one name: a killed start's initdb may still write into its own
  const passwordFile = `${draft}-password`;
  try {
    await writeDurably(passwordFile, cluster.password);
    await mkdir(draft, { mode: 0o700 });
    for (const path of [draft, passwordFile]) await giveTo(cluster.account, path);
    await initialise(cluster, draft, passwordFile);
    await rename(draft, cluster.data);
    await syncFolder(cluster.folder);
  } finally {
    await removeDrafts(cluster.folder);
  }
}

/** Removes what first starts left that were killed; a start later removes what cannot be removed yet. */
async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith("pg.tmp-"));
  for (const name of drafts) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }).catch(() => {});
  }
}

async function initialise({ account, binaries }: Cluster, draft: string, passwordFile: string): Promise<void> {
  const safety = ["-U", "tomoni", `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "--data-checksums"];
  const locale = [
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=ja-JP",
    "--locale=C",
    ...characterClasses(),
  ];
  try {
    await runAs(account, join(binaries.folder, "initdb"), ["-D", draft, ...safety, ...locale]);
  } catch (error) {
    const detail = String((error as { stderr?: unknown }).stderr ?? error); // execFile's error carries what was written
    if (tellsOfFullDisk(detail)) throw fullDisk();
    throw new Trouble(`データベースを作れませんでした: ${causeIn(detail)}`, "The database could not be initialised.");
  }
}

/** pg_trgm needs to know Japanese letters as letters (LC_CTYPE other than C); the name of such a locale differs. */
function characterClasses(): string[] {
  if (process.platform === "win32") return [];
  return [`--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`];
}

/** Lets PostgreSQL's account own a file or folder. */
export async function giveTo({ uid, gid }: Account, path: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename survive a power cut. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** The line of PostgreSQL's words that says why; the last one where none does. */
export function causeIn(said: string): string {
  const lines = said.trim().split("\n");
  return (lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1) ?? "").trim();
}
