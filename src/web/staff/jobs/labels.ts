import type { JobState, JobView } from "#platform/jobs/index.ts";
import type { Tone } from "#web/ui/parts.tsx";

const kinds: Readonly<Record<string, string>> = {
  "mail.send": "メールの送信",
  "plan.import.apply": "表からの取込みの反映",
  "plan.paper.make": "計画書の作成",
  "statistics.import.apply": "統計の取込み",
  "voices.import.apply": "意見の取込み",
  "audit.verify": "操作の記録の検証",
};

/** What a job does, in Japanese; one without words of its own is shown by its key. */
export function jobKindLabel(kind: string): string {
  return kinds[kind] ?? kind;
}

export const jobStateLabels: Readonly<Record<JobState, string>> = {
  waiting: "順番待ち",
  running: "処理中",
  done: "完了",
  failed: "失敗",
  cancelled: "取りやめ",
};

export const jobStateTones: Readonly<Record<JobState, Tone>> = {
  waiting: "plain",
  running: "plain",
  done: "good",
  failed: "bad",
  cancelled: "caution",
};

/** Where the job's result can be seen: what its handler gave as `path`, as long as it is a page of the staff site. */
export function resultPath(job: JobView): string | undefined {
  const { result } = job;
  if (typeof result !== "object" || result === null || !("path" in result)) return undefined;
  return typeof result.path === "string" && result.path.startsWith("/staff/") ? result.path : undefined;
}

/** Why a job failed. What the handler did not say in Japanese is a fault of ours and is not shown as such. */
export function failureWords(failure: string): string {
  return /[\u3040-\u30ff\u4e00-\u9fff]/u.test(failure) ? failure : "システムの不具合で、処理を続けられませんでした。";
}
