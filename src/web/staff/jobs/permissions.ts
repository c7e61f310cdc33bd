import { holds, permission } from "#domain/audit/index.ts";
import type { JobView } from "#platform/jobs/index.ts";

export const mayReadJobs = permission(
  "職員（委員と市民を除く）は、時間のかかる処理の状況を見ることができる。",
  (actor) =>
    holds(actor, "administrator", "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);

export const mayStopJobs = permission<[JobView]>(
  "処理を頼んだ本人と、企画・システム管理者は、処理を取りやめ、やり直すことができる。",
  (actor, job) => {
    if (holds(actor, "administrator", "planning")) return true;
    return actor.kind === "person" && job.requestedBy === actor.id;
  },
);
