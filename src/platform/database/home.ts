import { access, constants, mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
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
  await makeWritable(folder);
  await refuseForeign(folder);
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Trouble(
      `DATA_DIR（${folder}）に書き込めません。フォルダーの所有者と権限を確かめるか、ほかの場所にしてください。`,
      `DATA_DIR cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
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
