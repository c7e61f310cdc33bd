import type { PlatformDb } from "#platform/database/index.ts";
import { emptyPayload, type JobHandler } from "#platform/jobs/index.ts";
import { mailPayload, type PostOffice } from "#platform/mail/index.ts";

/**
 * Sends one mail (メール). The payload is emptied right after, so that addresses and one-time links do not stay in the queue; a
 * job found empty was sent by a process that died before it could say so.
 */
export function sendMail(postOffice: PostOffice, platform: PlatformDb): JobHandler {
  return async (job) => {
    const mail = mailPayload.safeParse(job.payload);
    if (!mail.success) return { sent: "before" };
    await postOffice.send(mail.data);
    await emptyPayload(platform, job.id);
    return { sent: "now" };
  };
}
