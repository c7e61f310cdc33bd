import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import type { JobView } from "#platform/jobs/index.ts";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { JobActs } from "./job-page.tsx";
import { jobKindLabel, jobStateLabels, jobStateTones } from "./labels.ts";

interface JobsPageProps {
  readonly visit: Visit;
  readonly jobs: readonly JobView[];
  readonly names: ReadonlyMap<string, string>;
  readonly showsMail: boolean;
}

/** Long work of the city, the newest first; the page reloads itself while something is under way. */
export function JobsPage({ visit, jobs, names, showsMail }: JobsPageProps): ReactNode {
  const isUnderWay = jobs.some((job) => job.state === "waiting" || job.state === "running");
  return (
    <StaffPage visit={visit} title="処理の状況" {...(isUnderWay ? { refreshSeconds: 10 } : {})}>
      <p className="mb-4">
        取込みや作成など、時間のかかる処理です。{isUnderWay && "このページは10秒ごとに新しくなります。"}{" "}
        {showsMail ? (
          <a href="/staff/jobs">メールの送信を隠す</a>
        ) : (
          <a href="/staff/jobs?mail=1">メールの送信も表示する</a>
        )}
      </p>
      {jobs.length === 0 ? (
        <Empty title="処理はありません">
          <p>Excelの取込みなどを始めると、ここに進みぐあいが出ます。</p>
        </Empty>
      ) : (
        <JobTable visit={visit} jobs={jobs} names={names} />
      )}
    </StaffPage>
  );
}

function JobTable({ visit, jobs, names }: Omit<JobsPageProps, "showsMail">): ReactNode {
  return (
    <TableFrame label="処理の一覧">
      <table className="table min-w-[44rem]">
        <caption>新しい順に{jobs.length}件</caption>
        <thead>
          <tr>
            <th scope="col">処理</th>
            <th scope="col">状態</th>
            <th scope="col">頼んだ人</th>
            <th scope="col">受け付けた日時</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <th scope="row">
                <a href={`/staff/jobs/${job.id}`}>{jobKindLabel(job.kind)}</a>
              </th>
              <td>
                <Badge tone={jobStateTones[job.state]}>{jobStateLabels[job.state]}</Badge>
                {job.state === "running" && ` ${job.progress}%`}
              </td>
              <td>{job.requestedBy === undefined ? "システム" : (names.get(job.requestedBy) ?? "−")}</td>
              <td>{momentWords(job.createdAt)}</td>
              <td>
                <JobActs visit={visit} job={job} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
