import { sql } from "kysely";
import { sha256 } from "#kernel/canonical-json.ts";
import { isId, newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";

/** What somebody handed in: kept as it came, never changed. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
  /** Of a subject without personal data: a city's export then holds it openly, and seals it otherwise. */
  readonly isOpen?: boolean;
}

/** Keeps a file with the hash of its bytes. @returns its id */
export async function storeFile(db: CityDb, file: NewFile): Promise<string> {
  const id = newId();
  const content = Buffer.from(file.bytes);
  const {
    name,
    mediaType: media_type,
    uploadedBy: uploaded_by,
    uploadedAt: uploaded_at,
    isOpen: is_open = false,
  } = file;
  await db
    .insertInto("stored_file")
    .values({
      id,
      name,
      media_type,
      size: content.length,
      hash: sha256(content),
      content,
      uploaded_by,
      uploaded_at,
      is_open,
    })
    .execute();
  return id;
}

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly uploadedBy: string | null;
}

/** A kept file, or undefined; also where its bytes were erased. */
export async function storedFile(db: CityDb, id: string): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom("stored_file")
    .where("id", "=", id)
    .select(["name", "media_type", "content", "uploaded_by"])
    .executeTakeFirst();
  if (!row?.content) return undefined;
  const { name, media_type: mediaType, uploaded_by: uploadedBy } = row;
  return { name, mediaType, bytes: new Uint8Array(row.content), uploadedBy };
}

/** What a kept file is called, and the SHA-256 of its bytes as they are now; null where they are gone. */
export interface KeptHash {
  readonly name: string;
  readonly hash: string | null;
}

const hashNow = sql<string | null>`encode(sha256(content), 'hex')`;

/** The hashes of kept files by their ids, computed where the bytes are. */
export async function keptHashes(db: CityDb, ids: readonly string[]): Promise<ReadonlyMap<string, KeptHash>> {
  const rows = await db
    .selectFrom("stored_file")
    .where("id", "=", sql<string>`any(${ids.filter(isId)}::uuid[])`)
    .select(["id", "name", hashNow.as("hash")])
    .execute();
  return new Map(rows.map(({ id, name, hash }) => [id, { name, hash }]));
}

/** Recomputes the hash of every kept file whose bytes are here. */
export async function changedFiles(db: CityDb): Promise<{ checked: number; changed: string[] }> {
  const rows = await db
    .selectFrom("stored_file")
    .where("content", "is not", null)
    .select(["id", "name", sql<boolean>`${hashNow} <> hash`.as("is_changed")])
    .orderBy("id")
    .execute();
  const changed = rows.filter(({ is_changed }) => is_changed).map(({ id, name }) => `${name}（${id}）`);
  return { checked: rows.length, changed };
}
