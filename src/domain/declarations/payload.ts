import type { PayloadKind } from "#domain/publication/index.ts";
import { declarationSnapshotFormat, declarationSnapshotSchema, type DeclarationSnapshot } from "./snapshot.ts";

/** The declarations and partnerships of one plan, under its word in addresses. */
export const declarationPayload: PayloadKind<DeclarationSnapshot> = {
  subject: "declaration",
  format: declarationSnapshotFormat,
  schema: declarationSnapshotSchema,
};
