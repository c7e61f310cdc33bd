import type { PayloadKind } from "#domain/publication/index.ts";
import { consultationSnapshotFormat, consultationSnapshotSchema, type ConsultationSnapshot } from "./snapshot.ts";

/** One consultation, published under its word in addresses. */
export const consultationPayload: PayloadKind<ConsultationSnapshot> = {
  subject: "consultation",
  format: consultationSnapshotFormat,
  schema: consultationSnapshotSchema,
};
