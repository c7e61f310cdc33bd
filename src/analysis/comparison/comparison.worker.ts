import { answerWith } from "#platform/files/kept-worker.ts";
import type { Documents } from "./comparing.ts";
import { compareDocuments } from "./comparison.ts";

answerWith(async (documents) => {
  const { old, fresh } = documents as Documents; // comparing.ts, the only caller, hands in Documents
  return compareDocuments(old, fresh);
});
