import type { ReactNode } from "react";
import { momentWords } from "#domain/identity/index.ts";
import { paperFormLabels, paperKindLabels, type PlanPaper, type WordTemplate } from "#domain/plan/index.ts";
import type { JobView } from "#platform/jobs/index.ts";
import { Form } from "#web/ui/forms.tsx";
import { Badge, TableFrame } from "#web/ui/parts.tsx";
import { versionSource } from "./addresses.ts";

interface PaperTableProps {
  /** The address of the list. */
  readonly path: string;
  readonly papers: readonly PlanPaper[];
  /** Names of the versions and publications that may be read. */
  readonly sources: ReadonlyMap<string, string>;
  /** Jobs of papers that are not there yet. */
  readonly jobs: ReadonlyMap<string, JobView>;
  readonly names: ReadonlyMap<string, string>;
  /** Names of the city's templates, and the one in use. */
  readonly templates: ReadonlyMap<string, string>;
  readonly template: WordTemplate | undefined;
}

/** Every paper of a plan: the file or how far it is (first, so that a telephone shows it), what of, in what form, by whom. */
export function PaperTable(props: PaperTableProps): ReactNode {
  const { path, papers, sources, jobs, names } = props;
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
              <td>
                <Look paper={paper} {...props} />
              </td>
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

/** The form, the template that a Word paper was written into, and a way to the one that is used now. */
function Look({
  paper,
  path,
  papers,
  sources,
  templates,
  template,
}: PaperTableProps & { readonly paper: PlanPaper }): ReactNode {
  const { form, templateId, kind } = paper;
  const isOutdated = form === "word" && paper.fileId !== null && templateId !== (template?.id ?? null);
  const source = sourceWord(paper);
  const isNewest = papers.find((each) => isSameRequest(each, paper)) === paper;
  const isKnown = source === "draft" || sources.has(paper.versionId ?? paper.publicationId ?? "");
  const before = templateId === null ? "市の" : "いまの";
  return (
    <>
      <span className="whitespace-nowrap">{paperFormLabels[form]}</span>
      {templateId !== null && <span className="block text-[0.875rem]">ひな形「{templates.get(templateId)}」</span>}
      {isOutdated && isNewest && isKnown && (
        <Form action={path} className="mt-1">
          <input type="hidden" name="source" value={source} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="form" value={form} />
          <button className="button button-secondary button-small">
            {template ? `${before}ひな形で作り直す` : "標準の体裁で作り直す"}
          </button>
        </Form>
      )}
    </>
  );
}

/** How the form names what a paper was made of. */
function sourceWord({ versionId, publicationId }: PlanPaper): string {
  return versionId === null ? (publicationId ?? "draft") : versionSource({ id: versionId });
}

function isSameRequest(one: PlanPaper, other: PlanPaper): boolean {
  return one.kind === other.kind && one.form === other.form && sourceWord(one) === sourceWord(other);
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
