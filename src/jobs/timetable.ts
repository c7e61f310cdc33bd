import { applyImportKind, makePaperKind } from "#domain/plan/index.ts";
import { applyStatisticsKind } from "#domain/statistics/index.ts";
import { applyVoicesKind } from "#domain/voices/index.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/index.ts";
import type { JobHandler } from "#platform/jobs/index.ts";
import { mailKind, type PostOffice } from "#platform/mail/index.ts";
import { applyImportJob } from "./apply-import.ts";
import { applyStatisticsJob } from "./apply-statistics.ts";
import { applyVoicesJob } from "./apply-voices.ts";
import { makePaperJob } from "./make-paper.ts";
import { sendMail } from "./send-mail.ts";
import { verifyChainJob } from "./verify-chain.ts";

/** What the jobs need from the house. */
export interface JobServices {
  readonly database: Database;
  readonly postOffice: PostOffice;
}

/** Every kind of job with what does it: one file each, each calling one action. */
export function timetable(services: JobServices): Readonly<Record<string, JobHandler>> {
  return {
    [mailKind]: sendMail(services.postOffice, services.database.platform),
    [applyImportKind]: applyImportJob(services.database, systemClock),
    [makePaperKind]: makePaperJob(services.database, systemClock),
    [applyStatisticsKind]: applyStatisticsJob(services.database, systemClock),
    [applyVoicesKind]: applyVoicesJob(services.database, systemClock),
    "audit.verify": verifyChainJob(services.database),
  };
}
