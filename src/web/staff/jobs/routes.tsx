import { peopleNames } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { jobsOf } from "#platform/jobs/index.ts";
import { onwards, page } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { cancelJob, jobOf, repeatJob } from "./acts.ts";
import { JobPage } from "./job-page.tsx";
import { JobsPage } from "./jobs-page.tsx";
import { mayReadJobs } from "./permissions.ts";

export const jobRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/jobs", may: mayReadJobs, handle: showJobs },
  { method: "get", path: "/staff/jobs/:id", may: mayReadJobs, handle: (visit) => showJob(visit) },
  { method: "post", path: "/staff/jobs/:id/cancellation", may: mayReadJobs, handle: cancel },
  { method: "post", path: "/staff/jobs/:id/retry", may: mayReadJobs, handle: repeat },
];

async function showJobs(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const showsMail = query.get("mail") === "1";
  const all = await jobsOf(ctx, ctx.municipality.code, 200);
  const jobs = all.filter((job) => showsMail || job.kind !== "mail.send" || job.state === "failed");
  const names = await peopleNames(
    ctx,
    jobs.flatMap((job) => job.requestedBy ?? []),
  );
  return page(<JobsPage visit={visit} jobs={jobs} names={names} showsMail={showsMail} />);
}

async function showJob(visit: Visit, refusal?: Refusal): Promise<Response> {
  const job = await jobOf(visit.ctx, visit.params["id"] ?? "");
  const names = await peopleNames(visit.ctx, job.requestedBy ? [job.requestedBy] : []);
  const requester = job.requestedBy && names.get(job.requestedBy);
  return page(<JobPage visit={visit} job={job} requester={requester} refusal={refusal} />, refusal ? 422 : 200);
}

async function cancel(visit: Visit): Promise<Response> {
  const id = visit.params["id"] ?? "";
  const result = await cancelJob(visit.ctx, id);
  return result.ok ? onwards(`/staff/jobs/${id}`, "cancelled") : showJob(visit, result.refusal);
}

async function repeat(visit: Visit): Promise<Response> {
  const id = visit.params["id"] ?? "";
  const result = await repeatJob(visit.ctx, id);
  return result.ok ? onwards(`/staff/jobs/${id}`, "requested") : showJob(visit, result.refusal);
}
