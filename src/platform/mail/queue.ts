import type { QueryExecutorProvider } from "kysely";
import { z } from "zod";
import { enqueueJob } from "#platform/jobs/index.ts";

/** The kind of the job that sends one mail. */
export const mailKind = "mail.send";

/** A plain-text mail (メール). Text is Japanese; lines end with \n. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a mail job carries. It is emptied once the mail is sent, so that no address or link stays behind. */
export const mailPayload = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** Sends a mail once the caller's transaction is committed, and not at all when it is rolled back. @returns the job's id */
export function queueMail(trx: QueryExecutorProvider, municipalityCode: string, mail: Mail): Promise<string> {
  const payload = { to: mail.to, subject: mail.subject, text: mail.text };
  return enqueueJob(trx, { municipalityCode, kind: mailKind, payload, maxAttempts: 8 });
}
