import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import { paperFormLabels, paperKindLabels, type PlanPaper } from "#domain/plan/index.ts";
import type { JobView } from "#platform/jobs/index.ts";
import { Badge, TableFrame } from "#web/ui/parts.tsx";

interface PaperTableProps {
  /** The address of the list. */
  readonly path: string;
  readonly papers: readonly PlanPaper[];
  /** Names of the versions and publications that may be read. */
  readonly sources: ReadonlyMap<string, string>;
  /** Jobs of papers that are not there yet. */
  readonly jobs: ReadonlyMap<string, JobView>;
  readonly names: ReadonlyMap<string, string>;
}

/** Every paper of a plan: the file or how far it is (first, so that a telephone shows it), what of, in what form, by whom. */
export function PaperTable({ path, papers, sources, jobs, names }: PaperTableProps): ReactNode {
  return (
    <TableFrame label="作った計画書">
      <table className="table">
        <caption className="visually-hidden">作った計画書</caption>
        <thead>
          <tr>
            <th scope="col">ファイル</th>
            <th scope="col">内容</th>
            <th scope="col">種類</th>
            <th scope="col">形式</th>
            <th scope="col">頼んだ日時</th>
            <th scope="col">頼んだ人</th>
            <th scope="col">内容の確認</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <tr key={paper.id}>
              <td>{paper.fileId ? <File path={path} paper={paper} /> : <Waiting job={jobs.get(paper.id)} />}</td>
              <td>{contentWords(paper, sources)}</td>
              <td className="whitespace-nowrap">{paperKindLabels[paper.kind]}</td>
              <td className="whitespace-nowrap">{paperFormLabels[paper.form]}</td>
              <td>{momentWords(paper.requestedAt)}</td>
              <td>{(paper.requestedBy && names.get(paper.requestedBy)) ?? "システム"}</td>
              <td>{paper.sourceHash && <code title={paper.sourceHash}>{paper.sourceHash.slice(0, 12)}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function contentWords({ versionId, publicationId }: PlanPaper, sources: ReadonlyMap<string, string>): string {
  const source = versionId ?? publicationId;
  return source === null ? "作成中の案" : (sources.get(source) ?? "取り下げた版");
}

function File({ path, paper }: { readonly path: string; readonly paper: PlanPaper }): ReactNode {
  const facts = [paper.pages === null ? "" : `${paper.pages}ページ`, sizeWords(paper.size ?? 0)].filter(Boolean);
  return (
    <>
      <a href={`${path}/${paper.id}/file`}>受け取る（{facts.join("・")}）</a>
      {paper.missingSigns !== "" && (
        <span className="mt-1 block text-[0.875rem]">
          書体にない文字を「〓」にしました：{[...paper.missingSigns].join("　")}
        </span>
      )}
    </>
  );
}

/** 「3.6MB」「820KB」. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`;
}

function Waiting({ job }: { readonly job: JobView | undefined }): ReactNode {
  if (job?.state === "waiting" || job?.state === "running")
    return (
      <span role="status">
        {job.progressNote || "順番を待っています"}（{job.progress}%）
      </span>
    );
  return (
    <>
      <Badge tone="bad">作れませんでした</Badge> {job && <a href={`/staff/jobs/${job.id}`}>理由を見る</a>}
    </>
  );
}
