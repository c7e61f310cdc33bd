import type { Ctx } from "#domain/audit/index.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";

/**
 * Where the public site reads the files of consultations from (案, 関連資料, 記録). Whether a file may be read is asked of the
 * publication that names it.
 */
export interface DocumentSource {
  bytesOf(fileId: string): Promise<StoredFile | undefined>;
}

export function storedDocuments(ctx: Pick<Ctx, "db">): DocumentSource {
  return { bytesOf: (fileId) => storedFile(ctx.db, fileId) };
}
