import type { Tx } from "#domain/audit/index.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { mediaTypeOf, type GivenFile } from "../attachment.ts";

/** The hashes of what came with a voice, in the order in which it was given. */
export async function attachmentHashes(tx: Tx, voiceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("voice_attachment")
    .innerJoin("stored_file", "stored_file.id", "voice_attachment.file_id")
    .where("voice_id", "=", voiceId)
    .select("hash")
    .orderBy("position")
    .execute();
  return rows.map(({ hash }) => hash);
}

/** Keeps what came with a voice, in the order in which it was given. */
export async function insertAttachments(
  tx: Tx,
  voiceId: string,
  files: readonly GivenFile[],
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  for (const [index, { name, bytes }] of files.entries()) {
    const mediaType = mediaTypeOf(bytes) ?? "application/octet-stream";
    const fileId = await storeFile(tx, { name, mediaType, bytes, uploadedBy: by, uploadedAt: at });
    await tx
      .insertInto("voice_attachment")
      .values({ voice_id: voiceId, file_id: fileId, position: index + 1 })
      .execute();
  }
}
