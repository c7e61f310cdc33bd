import type { ReactNode } from "react";
import { abandonImport, outcomeOf, readImport, reopenImport, type ImportCase } from "#domain/plan/index.ts";
import { csvText } from "#export/csv.ts";
import { columnLetters } from "#kernel/sheet.ts";
import { jobById } from "#platform/jobs/index.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { Progress, Stopped } from "../import-parts/progress.tsx";
import { importPath, importsPath } from "./addresses.ts";
import { ImportFrame } from "./import-frame.tsx";
import { elsewhere, importOf } from "./open-import.ts";

/** How far the application is; the page reloads itself until it is over. */
export async function showProgress(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const theCase = await importOf(visit);
  const away = elsewhere(theCase, "progress");
  if (away) return away;
  const { jobId } = theCase.planImport;
  const job = jobId === null ? undefined : await jobById(ctx, ctx.municipality.code, jobId);
  const isStopped = outcomeOf(theCase.planImport, job?.state) === "stopped";
  return page(
    <ImportFrame
      visit={visit}
      theCase={theCase}
      step="progress"
      title={isStopped ? "計画に反映できていません" : "計画に反映しています"}
      {...(!isStopped && { refreshSeconds: 2 })}
    >
      {job && !isStopped ? (
        <Progress job={job} />
      ) : (
        <Stopped
          job={job}
          unchanged="計画は変わっていません。"
          reopening={importPath(theCase.plan.slug, theCase.planImport.id, "reopening")}
        />
      )}
    </ImportFrame>,
  );
}

export async function reopen(visit: Visit): Promise<Response> {
  const { plan, planImport } = await importOf(visit);
  await reopenImport(visit.ctx, planImport.id); // refused only when the work goes on or is done: its page shows that
  return onwards(importPath(plan.slug, planImport.id));
}

export async function showResult(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  const away = theCase.planImport.state === "abandoned" ? undefined : elsewhere(theCase, "result");
  return (
    away ??
    page(
      <ImportFrame visit={visit} theCase={theCase} step="result" title="取込みの結果">
        <Result theCase={theCase} />
      </ImportFrame>,
    )
  );
}

function Result({ theCase: { plan, planImport } }: { readonly theCase: ImportCase }): ReactNode {
  const { summary } = planImport;
  if (!summary)
    return (
      <Empty title="この取込みは取りやめました">
        <p>
          <a href={importsPath(plan.slug)}>取込みの一覧へ戻る</a>
        </p>
      </Empty>
    );
  return (
    <>
      <Notice title="計画に反映しました" tone="good">
        <p>
          追加{summary.added}件、変更{summary.changed}件、削除{summary.removed}件。{summary.unchanged}
          件は変わりませんでした。
        </p>
        <p>変わった項目は、それぞれの版歴に「取込み」として残っています。前の内容に戻すこともできます。</p>
      </Notice>
      <p className="actions mt-6">
        <a className="button" href={`/staff/plans/${plan.slug}/tree`}>
          施策体系を見る
        </a>
        <a className="button button-secondary" href={`/staff/plans/${plan.slug}`}>
          足りないところを確かめる
        </a>
        <a className="button button-secondary" href={importsPath(plan.slug)}>
          取込みの一覧
        </a>
      </p>
    </>
  );
}

export async function abandon(visit: Visit): Promise<Response> {
  const { plan, planImport } = await importOf(visit);
  await abandonImport(visit.ctx, planImport.id); // refused only when it is over already: the list shows that
  return onwards(importsPath(plan.slug), "cancelled");
}

/** The errors as a table that the office can work through. */
export async function errorsCsv(visit: Visit): Promise<Response> {
  const theCase = await importOf(visit);
  const { errors } = await readImport(visit.ctx, theCase);
  const rows = errors.map(({ row, column, header, value, message, remedy }) => [
    row,
    columnLetters(column),
    header,
    value,
    message,
    remedy,
  ]);
  return download(
    csvText([["行", "列", "見出し", "値", "何がおかしいか", "どう直すか"], ...rows]),
    "取込みで直すところ.csv",
    "text/csv; charset=utf-8",
  );
}
