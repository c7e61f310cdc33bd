import type { ReactNode } from "react";
import type { JobView } from "#platform/jobs/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";

/** How far the job is that applies an import. */
export function Progress({ job }: { readonly job: JobView }): ReactNode {
  return (
    <div className="card max-w-2xl">
      <label htmlFor="progress" className="font-bold">
        進みぐあい {job.progress}%
      </label>
      <progress id="progress" className="my-2 block h-4 w-full" max={100} value={job.progress} />
      <p role="status">{job.progressNote || "順番を待っています"}</p>
      <p className="mt-2 text-solid-gray-700">この画面を閉じても、処理は続きます。</p>
    </div>
  );
}

interface StoppedProps {
  readonly job: JobView | undefined;
  /** What the stopped job left as it was: 「計画は変わっていません。」 */
  readonly unchanged: string;
  /** Opens the import again. */
  readonly reopening: string;
}

/** The job failed, was cancelled or is gone: nothing was saved, and the import can be taken up again. */
export function Stopped({ job, unchanged, reopening }: StoppedProps): ReactNode {
  return (
    <>
      <Notice title={job?.state === "cancelled" ? "反映を取りやめました" : "反映できませんでした"} tone="bad">
        <p>{unchanged}下のボタンで変わる内容の確認に戻り、もう一度反映してください。</p>
        {job && (
          <p>
            {job.state === "failed" && "くわしい理由は、"}
            <a href={`/staff/jobs/${job.id}`}>処理の状況</a>で確かめられます。
          </p>
        )}
      </Notice>
      <Form action={reopening} className="mt-6">
        <button className="button">変わる内容の確認に戻る</button>
      </Form>
    </>
  );
}
