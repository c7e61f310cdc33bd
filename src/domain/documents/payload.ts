import type { PayloadKind } from "#domain/publication/index.ts";
import { documentSnapshotFormat, documentSnapshotSchema, type DocumentSnapshot } from "./snapshot.ts";

/** A version of a plan's document, under the plan's word and its number (`versionReference`). */
export const documentPayload: PayloadKind<DocumentSnapshot> = {
  subject: "document",
  format: documentSnapshotFormat,
  schema: documentSnapshotSchema,
};
