import { access, constants, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "#kernel/error-code.ts";
import { inProject, projectFolder } from "#platform/files/project.ts";
import { Trouble } from "#platform/trouble.ts";
import { canReach, systemFolder } from "./supervisor/binaries.ts";
import { accountFor } from "./supervisor/index.ts";

/** Where this deployment keeps its data: the database, secrets and outgoing mail. */
export interface Home {
  readonly folder: string;
  /** Said at the start when the data is not where one would look. */
  readonly note?: string;
}

const mark = "tomoni-data.txt";

/**
 * The data folder: the named one, else ./data of the project, else (as root in a folder that PostgreSQL's account may not
 * enter) one in /var/lib/tomoni. It is made if needed, and never one that holds another program's files.
 */
export async function findHome(named?: string): Promise<Home> {
  const usual = inProject("data");
  if (!named && (await isOutOfReach(usual))) {
    const folder = join(systemFolder(), "data");
    await prepare(folder);
    return { folder, note: movedNote(folder) };
  }
  const folder = resolve(named ?? usual);
  await prepare(folder);
  return { folder };
}

async function isOutOfReach(usual: string): Promise<boolean> {
  const account = await accountFor(usual);
  return !(await canReach(account, projectFolder));
}

function movedNote(folder: string): string {
  return `このフォルダーには PostgreSQL を動かす利用者が入れないため、データは ${folder} に置きます。 (The project's folder cannot be entered by PostgreSQL's account, so the data is kept there.)`;
}

async function prepare(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
    await refuseForeign(folder);
  } catch (error) {
    throw folderTrouble(folder, error);
  }
}

/** Makes a folder and those above it. Not by Node's recursive mkdir, which never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o755 });
  } catch (error) {
    if (await isFolder(folder)) return;
    const above = dirname(folder);
    if (codeOf(error) !== "ENOENT" || (await isFolder(above))) throw error;
    await makeFolder(above);
    await mkdir(folder, { mode: 0o755 });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

const folderTroubles: Readonly<Record<string, readonly [string, string]>> = {
  EEXIST: ["はフォルダーではありません。フォルダーの場所を指定してください。", "DATA_DIR is not a folder."],
  ENOTDIR: [
    "へ行く途中にフォルダーでないものがあります。場所を確かめてください。",
    "A part of DATA_DIR is not a folder.",
  ],
  EROFS: ["は読み取り専用のディスクにあります。書き込める場所にしてください。", "DATA_DIR lies on a read-only disk."],
  ENOENT: [
    "にはフォルダーを作れません。/proc のような特別な場所を避けて指定してください。",
    "No folder can be made at DATA_DIR.",
  ],
  ENAMETOOLONG: ["は名前が長すぎます。短い名前にしてください。", "The name of DATA_DIR is too long."],
};

function folderTrouble(folder: string, error: unknown): Error {
  const code = codeOf(error);
  if (error instanceof Trouble || code === "ENOSPC" || code === "EDQUOT") return error as Error; // told elsewhere
  const [japanese, english] = folderTroubles[code] ?? [
    "に書き込めません。フォルダーの所有者と権限を確かめるか、ほかの場所にしてください。",
    `DATA_DIR cannot be written: ${error instanceof Error ? error.message : String(error)}`,
  ];
  return new Trouble(`DATA_DIR（${folder}）${japanese}`, english);
}

/** Data folders carry a mark; an unmarked one must be empty (a mounted disk's lost+found and hidden files aside). */
async function refuseForeign(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== "lost+found" && !name.startsWith("."));
  if (names.includes(mark)) return;
  if (names.length > 0) {
    throw new Trouble(
      `DATA_DIR（${folder}）には、ほかのプログラムのものと思われるファイル（${names[0]} など）があります。空のフォルダーを指定してください。`,
      "DATA_DIR holds another program's files: name an empty folder.",
    );
  }
  await writeFile(
    join(folder, mark),
    "このフォルダーはともに (Tomoni) のデータです。中のファイルを直接変えないでください。\n",
  );
}
