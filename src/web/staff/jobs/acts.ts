import { record, type Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { jobById, requestCancel, retryJob, type JobView } from "#platform/jobs/index.ts";
import { mayReadJobs, mayStopJobs } from "./permissions.ts";

/** One job of the municipality. @throws NotFound */
export async function jobOf(ctx: Ctx, id: string): Promise<JobView> {
  permit(mayReadJobs(ctx.actor), mayReadJobs.sentence);
  const job = isId(id) ? await jobById(ctx, ctx.municipality.code, id) : undefined;
  if (!job) throw new NotFound(`job ${id}`);
  return job;
}

/** Stops a job (処理の取りやめ): at once when it waits, at its next step when it runs. */
export function cancelJob(ctx: Ctx, id: string): Promise<Result<null>> {
  return change(ctx, id, {
    act: "job.cancelled",
    apply: requestCancel,
    refusal: {
      code: "jobIsOver",
      message: "この処理は、もう終わっています。",
      remedy: "処理の状況を確かめてください。",
    },
  });
}

/** Puts a failed or cancelled job back on the queue (やり直し). */
export function repeatJob(ctx: Ctx, id: string): Promise<Result<null>> {
  return change(ctx, id, {
    act: "job.retried",
    apply: retryJob,
    refusal: {
      code: "jobNotOver",
      message: "やり直せるのは、失敗した処理と取りやめた処理だけです。",
      remedy: "処理の状況を確かめてください。",
    },
  });
}

interface Change {
  readonly act: string;
  readonly apply: typeof requestCancel;
  readonly refusal: { readonly code: string; readonly message: string; readonly remedy: string };
}

async function change(ctx: Ctx, id: string, { act, apply, refusal }: Change): Promise<Result<null>> {
  const job = await jobOf(ctx, id);
  permit(mayStopJobs(ctx.actor, job), mayStopJobs.sentence);
  return ctx.transaction(async (tx) => {
    const home = { platform: tx.withSchema("platform") as unknown as Ctx["platform"] }; // the act's own transaction, seen as the shared tables
    if (!(await apply(home, ctx.municipality.code, id))) return refuse(refusal);
    await record(tx, ctx, act, { jobId: id, kind: job.kind });
    return accept(null);
  });
}
