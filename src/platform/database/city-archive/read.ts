import { Readable } from "node:stream";
import { sha256 } from "#kernel/canonical-json.ts";
import { readTar, type TarEntry } from "../backup/tar.ts";
import { idOfOutsideFile } from "./contents.ts";
import { brokenArchive, parseManifest, type CityManifest } from "./manifest.ts";
import { linesOf } from "./parts.ts";
import { manifestOf, readArchive } from "./place.ts";
import { unsealed } from "./sealed.ts";

/**
 * Reads a whole archive: every file must be there and be what the manifest says, and every published text must fit the hash
 * that stands in its own row.
 * @throws Trouble naming the first file that does not
 */
export async function verifyArchive(path: string): Promise<CityManifest> {
  const manifest = parseManifest(await manifestOf(path));
  const missing = new Map(manifest.files.map((file) => [file.name, file]));
  const published = new Map<string, string>();
  const said = new Map<string, string | null>();
  for await (const { name, content } of readArchive(path)) {
    const file = missing.get(name);
    if (!file) continue; // what others laid beside the archive's files is not read
    const sum = sha256(content);
    if (sum !== file.sha256) throw brokenArchive(`${name} does not fit its hash`, name);
    missing.delete(name);
    if (name.startsWith("publications/")) published.set(idOfOutsideFile(name), sum);
    if (isOf(manifest, "publication", name)) for (const line of linesOf(content)) noteHash(line, said);
  }
  const [absent] = missing.keys();
  if (absent) throw brokenArchive(`${absent} is missing`, absent);
  for (const [id, hash] of said)
    if (hash !== null && published.get(id) !== hash)
      throw brokenArchive("a publication does not fit its hash", `publications/${id}.json`);
  return manifest;
}

function isOf(manifest: CityManifest, table: string, file: string): boolean {
  return manifest.tables.some(({ name, files }) => name === table && files.includes(file));
}

/** Notes the hash that a publication's row names; null for one whose text was purged. */
function noteHash(line: string, said: Map<string, string | null>): void {
  const row = JSON.parse(line) as { id: string; hash: string; purged_at: string | null }; // a row of the table publication
  said.set(row.id, row.purged_at === null ? row.hash : null);
}

/** The files of the encrypted part. @throws Trouble when the passphrase is another one */
export async function personalFiles(path: string, manifest: CityManifest, passphrase: string): Promise<TarEntry[]> {
  for await (const { name, content } of readArchive(path)) {
    if (name !== manifest.personalFile) continue;
    const files: TarEntry[] = [];
    for await (const file of readTar(Readable.from([unsealed(content, passphrase)]), (reason) =>
      brokenArchive(reason, name),
    ))
      files.push(file);
    return files;
  }
  return [];
}
