import type { Ctx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { ChangedFile } from "#kernel/result.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";

/** A file as a publication names it. */
export interface NamedFile {
  readonly id: string;
  readonly hash: string;
}

/**
 * Where the public site reads the files that publications name (案, 関連資料, 記録, 図). Whether a file may be read is asked of the
 * publication that names it.
 */
export interface DocumentSource {
  /** @throws ChangedFile where the bytes are not those of the hash */
  bytesOf(file: NamedFile): Promise<StoredFile | undefined>;
}

export function storedDocuments(ctx: Pick<Ctx, "db">): DocumentSource {
  return {
    async bytesOf({ id, hash }) {
      const stored = await storedFile(ctx.db, id);
      if (stored && sha256(stored.bytes) !== hash) throw new ChangedFile(`file ${id} is not what was published`);
      return stored;
    },
  };
}
