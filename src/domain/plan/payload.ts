import type { PayloadKind } from "#domain/publication/index.ts";
import { planSnapshotFormat, planSnapshotSchema, type PlanSnapshot } from "./snapshot.ts";

/** A plan as publications keep it. */
export const planPayload: PayloadKind<PlanSnapshot> = {
  subject: "plan",
  format: planSnapshotFormat,
  schema: planSnapshotSchema,
};
