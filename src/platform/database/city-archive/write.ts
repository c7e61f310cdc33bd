import type { PoolClient } from "pg";
import { sha256 } from "#kernel/canonical-json.ts";
import type { Database } from "../pool.ts";
import { atOneMoment } from "../backup/take.ts";
import { tarEnd, tarEntry, type TarEntry } from "../backup/tar.ts";
import { cityTables, migrationsOf, outsideFiles, rowTexts, type CityTable } from "./contents.ts";
import { manifestName, personalName, type ArchivedFile, type ArchivedTable, type CityManifest } from "./manifest.ts";
import { tableParts } from "./parts.ts";
import { writeArchive } from "./place.ts";
import { verifyArchive } from "./read.ts";
import { sealed } from "./sealed.ts";

/** Reads the rows of a table of the city, at the moment of the archive. Personal tables are not shown. */
export type ReadRows = (table: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export interface CityArchiveInput {
  readonly municipality: CityManifest["municipality"];
  readonly schema: string;
  readonly softwareVersion: string;
  readonly takenAt: Date;
  /** Seals the people; without it they stay out. */
  readonly passphrase: string | undefined;
  /** Further files for people to read, made from what the archive holds: registers, a word to the reader. */
  readonly further: (rowsOf: ReadRows) => Promise<readonly TarEntry[]>;
}

/**
 * Writes everything of one city at one moment as open files, and reads it back to prove it.
 * @param path a file ending in .tar, or a folder; neither may exist
 */
export function writeCity(database: Database, input: CityArchiveInput, path: string): Promise<CityManifest> {
  return atOneMoment(database, (client) => writeArchive(path, cityFiles(client, input), verifyArchive));
}

async function* cityFiles(client: PoolClient, input: CityArchiveInput): AsyncGenerator<TarEntry> {
  const files: ArchivedFile[] = [];
  const noted = (entry: TarEntry) => {
    files.push({ name: entry.name, size: entry.content.length, sha256: sha256(entry.content) });
    return entry;
  };
  const shown = await cityTables(client, input.schema);
  const tables: ArchivedTable[] = [];
  for (const entry of await input.further(readerOf(client, shown))) yield noted(entry);
  for (const table of shown.filter(({ isPersonal }) => !isPersonal)) {
    const names: string[] = [];
    const parts = tableParts(client, table);
    let next = await parts.next();
    for (; !next.done; next = await parts.next()) {
      names.push(next.value.name);
      yield noted(next.value);
    }
    tables.push(entryOf(table, next.value, names));
    for await (const entry of outsideFiles(client, table)) yield noted(entry);
  }
  if (input.passphrase !== undefined) {
    const personal = await personalPart(client, shown);
    tables.push(...personal.tables);
    yield noted({ name: personalName, content: sealed(personal.content, input.passphrase) });
  }
  yield {
    name: manifestName,
    content: manifestFile(input, { tables, files, migrations: await migrationsOf(client, input.schema) }),
  };
}

function entryOf({ name, columns, isPersonal }: CityTable, rows: number, files: string[]): ArchivedTable {
  return { name, columns: [...columns], rows, files, isPersonal };
}

function readerOf(client: PoolClient, tables: readonly CityTable[]): ReadRows {
  return async (name) => {
    const table = tables.find((each) => each.name === name && !each.isPersonal);
    if (!table) return [];
    const rows: Readonly<Record<string, unknown>>[] = [];
    for await (const text of rowTexts(client, table)) rows.push(JSON.parse(text) as Record<string, unknown>); // PostgreSQL just made it from a row
    return rows;
  };
}

async function personalPart(
  client: PoolClient,
  shown: readonly CityTable[],
): Promise<{ readonly content: Buffer; readonly tables: readonly ArchivedTable[] }> {
  const tables: ArchivedTable[] = [];
  const parts: Buffer[] = [];
  for (const table of shown.filter(({ isPersonal }) => isPersonal)) {
    const files = tableParts(client, table);
    let next = await files.next();
    for (; !next.done; next = await files.next()) parts.push(tarEntry(next.value.name, next.value.content));
    for await (const { name, content } of outsideFiles(client, table)) parts.push(tarEntry(name, content));
    tables.push(entryOf(table, next.value, []));
  }
  return { content: Buffer.concat([...parts, tarEnd]), tables };
}

function manifestFile(input: CityArchiveInput, found: Pick<CityManifest, "tables" | "files" | "migrations">): Buffer {
  const { municipality, softwareVersion, takenAt, passphrase } = input;
  const manifest: CityManifest = {
    program: "tomoni-city",
    format: 1,
    softwareVersion,
    takenAt: takenAt.toISOString(),
    municipality,
    personalFile: passphrase === undefined ? null : personalName,
    ...found,
  };
  return Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
}
