import type { Tx } from "#domain/audit/index.ts";
import { storedPublications, type PurgedContent } from "#domain/publication/index.ts";
import { eraseFile } from "#platform/files/file-erasure.ts";
import { consultationPayload } from "./payload.ts";
import { removeDocumentsOf } from "./public-comment/store.ts";
import { consultationSnapshotSchema, type ConsultationDetail } from "./snapshot.ts";

/**
 * Erases the files that a purged publication named (案, 関連資料) and takes them off the round, in the transaction of the purge. One
 * that citizens read in another publication stays, until that is purged too.
 */
export async function eraseDocuments(tx: Tx, { payload, at }: Pick<PurgedContent, "payload" | "at">): Promise<void> {
  const files = filesNamedIn(payload);
  if (files.length === 0) return;
  const read = await filesStillRead(tx);
  const gone = files.filter((id) => !read.has(id));
  await removeDocumentsOf(tx, gone, at);
  for (const id of gone) await eraseFile(tx, id, at);
}

async function filesStillRead(tx: Tx): Promise<ReadonlySet<string>> {
  const source = storedPublications({ db: tx });
  const read = new Set<string>();
  for (const { id, subject } of await source.heads()) {
    if (subject !== consultationPayload.subject) continue;
    for (const file of filesNamedIn(await source.payload(id))) read.add(file);
  }
  return read;
}

/** None where the payload is not a consultation's. */
function filesNamedIn(payload: unknown): readonly string[] {
  const parsed = consultationSnapshotSchema.safeParse(payload);
  return parsed.success ? filesOf(parsed.data.detail) : [];
}

/** A kind is a case here. */
function filesOf(detail: ConsultationDetail): readonly string[] {
  switch (detail.kind) {
    case "publicComment":
    case "townMeeting":
      return detail.documents.flatMap(({ file }) => file?.id ?? []);
    case "workshop":
    case "proposal":
      return [];
  }
}
