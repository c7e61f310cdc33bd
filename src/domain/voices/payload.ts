import type { PayloadKind } from "#domain/publication/index.ts";
import { voicesSnapshotFormat, voicesSnapshotSchema, type VoicesSnapshot } from "./snapshot.ts";

/** Results of one occasion, published under its id. */
export const voicesPayload: PayloadKind<VoicesSnapshot> = {
  subject: "voices",
  format: voicesSnapshotFormat,
  schema: voicesSnapshotSchema,
};
