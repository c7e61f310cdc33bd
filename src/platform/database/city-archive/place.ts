import { createReadStream, createWriteStream } from "node:fs";
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";
import { readTar, tarEnd, tarEntry, type TarEntry } from "../backup/tar.ts";
import { brokenArchive, manifestName } from "./manifest.ts";

/** Where an archive lies: a file whose name ends in .tar, else a folder. */
export function isTar(path: string): boolean {
  return path.endsWith(".tar");
}

/**
 * Writes files as one archive. It gets its name only when all of them, and the check of the draft, are done.
 * @throws Trouble when something has the name already
 */
export async function writeArchive<T>(
  path: string,
  files: AsyncIterable<TarEntry>,
  check: (draft: string) => Promise<T>,
): Promise<T> {
  await refuseExisting(path);
  const draft = isTar(path) ? `${path.slice(0, -".tar".length)}.part.tar` : `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    if (isTar(path)) await pipeline(tarOf(files), createWriteStream(draft, { mode: 0o600 }));
    else for await (const file of files) await writeInto(draft, file);
    const checked = await check(draft);
    await (isTar(path) ? link(draft, path) : rename(draft, path));
    return checked;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function refuseExisting(path: string): Promise<void> {
  if (!(await stat(path).catch(() => undefined))) return;
  throw new Trouble(`${path} はもうあります。別の名前にしてください。`, "It exists already: choose another name.");
}

async function* tarOf(files: AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  for await (const { name, content } of files) yield tarEntry(name, content);
  yield tarEnd;
}

async function writeInto(folder: string, { name, content }: TarEntry): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, name), content, { mode: 0o600 });
}

/** The files of an archive. @throws Trouble when there is none or it cannot be read */
export async function* readArchive(path: string): AsyncGenerator<TarEntry> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new Trouble(`${path} がありません。名前を確かめてください。`, "There is no such file or folder.");
  });
  if (found.isDirectory()) yield* filesIn(path);
  else yield* filesOfTar(path);
}

async function* filesOfTar(path: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    yield* readTar(source, (reason) => brokenArchive(reason));
  } finally {
    source.destroy();
  }
}

async function* filesIn(folder: string): AsyncGenerator<TarEntry> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort())
    yield { name: relative(folder, path).replaceAll(sep, "/"), content: await readFile(path) };
}

/** The archive's word on itself. @throws Trouble when it has none */
export async function manifestOf(path: string): Promise<Buffer> {
  for await (const { name, content } of readArchive(path)) if (name === manifestName) return content;
  throw brokenArchive(`${manifestName} is missing`, manifestName);
}
