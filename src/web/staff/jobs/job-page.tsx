import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import type { Refusal } from "#kernel/result.ts";
import type { JobView } from "#platform/jobs/index.ts";
import { Form, RefusalNotice } from "#web/ui/forms.tsx";
import { Badge, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { failureWords, jobKindLabel, jobStateLabels, jobStateTones, resultPath } from "./labels.ts";
import { mayStopJobs } from "./permissions.ts";

interface JobPageProps {
  readonly visit: Visit;
  readonly job: JobView;
  readonly requester: string | undefined;
  readonly refusal?: Refusal | undefined;
}

/** One job: how far it is, what came of it, why it failed. Without script the page reloads itself. */
export function JobPage({ visit, job, requester, refusal }: JobPageProps): ReactNode {
  const isUnderWay = job.state === "waiting" || job.state === "running";
  return (
    <StaffPage
      visit={visit}
      title={jobKindLabel(job.kind)}
      crumbs={[{ href: "/staff/jobs", label: "処理の状況" }]}
      {...(isUnderWay ? { refreshSeconds: 3 } : {})}
    >
      {refusal && <RefusalNotice refusal={refusal} />}
      <div className="card grid max-w-2xl gap-4">
        <p>
          <Badge tone={jobStateTones[job.state]}>{jobStateLabels[job.state]}</Badge>
          {job.isCancelRequested && isUnderWay && " 取りやめを受け付けました。区切りのよいところで止まります。"}
        </p>
        {isUnderWay && <JobProgress job={job} />}
        <JobOutcome job={job} />
        <dl className="grid grid-cols-[8em_1fr] gap-x-4 gap-y-1">
          <dt>頼んだ人</dt>
          <dd>{requester ?? "システム"}</dd>
          <dt>受付</dt>
          <dd>{momentWords(job.createdAt)}</dd>
          {job.finishedAt && <dt>終了</dt>}
          {job.finishedAt && <dd>{momentWords(job.finishedAt)}</dd>}
          {job.attempts > 1 && <dt>試みた回数</dt>}
          {job.attempts > 1 && (
            <dd>
              {job.attempts}回（{job.maxAttempts}回まで）
            </dd>
          )}
        </dl>
        <JobActs visit={visit} job={job} />
      </div>
    </StaffPage>
  );
}

function JobProgress({ job }: { readonly job: JobView }): ReactNode {
  return (
    <div role="status">
      <label htmlFor="progress" className="font-bold">
        進みぐあい {job.progress}%
      </label>
      <progress id="progress" className="block h-4 w-full accent-blue-900" max={100} value={job.progress} />
      <p>{job.progressNote || (job.state === "waiting" ? "ほかの処理が終わるのを待っています。" : "")}</p>
      <p className="text-solid-gray-700">このページは3秒ごとに新しくなります。閉じても処理は続きます。</p>
    </div>
  );
}

function JobOutcome({ job }: { readonly job: JobView }): ReactNode {
  const path = resultPath(job);
  if (job.state === "done")
    return path ? (
      <p>
        <a className="button" href={path}>
          結果を見る
        </a>
      </p>
    ) : (
      <p>終わりました。</p>
    );
  if (job.failure === undefined || job.state === "cancelled") return null;
  const title = job.state === "failed" ? "処理に失敗しました" : "一度うまくいかず、もう一度試します";
  return (
    <Notice title={title} tone={job.state === "failed" ? "bad" : "caution"}>
      <p>{failureWords(job.failure)}</p>
      {job.state === "failed" && (
        <p>
          途中までの内容は残っていません。原因を直して「やり直す」を押してください。続くときはシステム管理者にご相談ください。
        </p>
      )}
    </Notice>
  );
}

/** What can be done with a job now. */
export function JobActs({ visit, job }: { readonly visit: Visit; readonly job: JobView }): ReactNode {
  if (!mayStopJobs(visit.ctx.actor, job)) return null;
  if ((job.state === "waiting" || job.state === "running") && !job.isCancelRequested)
    return (
      <Form action={`/staff/jobs/${job.id}/cancellation`} className="">
        <button className="button button-secondary button-small">取りやめる</button>
      </Form>
    );
  if (job.state === "failed" || job.state === "cancelled")
    return (
      <Form action={`/staff/jobs/${job.id}/retry`} className="">
        <button className="button button-secondary button-small">やり直す</button>
      </Form>
    );
  return null;
}
