import {
  abandonStatisticImport,
  listDataSets,
  reopenStatisticImport,
  statisticStageOf,
} from "#domain/statistics/index.ts";
import { NotFound } from "#kernel/result.ts";
import { jobById } from "#platform/jobs/index.ts";
import { onwards, page } from "#web/answer.tsx";
import { Empty, Notice } from "#web/ui/parts.tsx";
import type { Visit } from "#web/visit.ts";
import { Progress, Stopped } from "../../import-parts/progress.tsx";
import { addressOf } from "../addresses.ts";
import { caseOf, elsewhere, StatisticImportFrame } from "./import-frame.tsx";

/** Where the import stands. */
export async function showImport(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  return onwards(addressOf.import(statisticImport.id, statisticStageOf(statisticImport)));
}

/** How far the job is; the page renews itself until it is over. */
export async function showImportProgress(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const { statisticImport } = await caseOf(visit);
  const away = elsewhere(statisticImport, "progress");
  if (away) return away;
  const { id, jobId } = statisticImport;
  const job = jobId === null ? undefined : await jobById(ctx, ctx.municipality.code, jobId);
  if (!job) throw new NotFound();
  const isOver = job.state === "failed" || job.state === "cancelled";
  return page(
    <StatisticImportFrame
      visit={visit}
      statisticImport={statisticImport}
      step="progress"
      title="取り込んでいます"
      {...(!isOver && { refreshSeconds: 2 })}
    >
      {isOver ? (
        <Stopped job={job} unchanged="統計は変わっていません。" reopening={addressOf.import(id, "reopening")} />
      ) : (
        <Progress job={job} />
      )}
    </StatisticImportFrame>,
  );
}

export async function showImportResult(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  const away = elsewhere(statisticImport, "result");
  if (away) return away;
  const { summary, dataSetId } = statisticImport;
  const dataSet = (await listDataSets(visit.ctx)).find(({ id }) => id === dataSetId);
  return page(
    <StatisticImportFrame visit={visit} statisticImport={statisticImport} step="result" title="取込みの結果">
      {summary === null ? (
        <Empty title="この取込みは取りやめました">
          <p>
            <a href={addressOf.imports}>取込みの一覧へ戻る</a>
          </p>
        </Empty>
      ) : (
        <>
          <Notice title="統計を取り込みました" tone="good">
            <p>
              新しく入った値{summary.added}、変わった値{summary.changed}、変わらなかった値{summary.unchanged}。項目は
              {summary.items}
              （新しいもの{summary.newItems}）。
            </p>
            <p>市民のページには、公開する項目を選んで公開するまで出ません。</p>
          </Notice>
          <p className="actions mt-6">
            {dataSet && (
              <a className="button" href={addressOf.dataSet(dataSet.code)}>
                {dataSet.name}を見る
              </a>
            )}
            <a className="button button-secondary" href={addressOf.imports}>
              取込みの一覧
            </a>
          </p>
        </>
      )}
    </StatisticImportFrame>,
  );
}

export async function abandonImportOf(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  await abandonStatisticImport(visit.ctx, statisticImport.id); // refused only when it is over already: the list shows that
  return onwards(addressOf.imports, "cancelled");
}

export async function reopenImportOf(visit: Visit): Promise<Response> {
  const { statisticImport } = await caseOf(visit);
  await reopenStatisticImport(visit.ctx, statisticImport.id); // refused only when the work goes on or is done: its page shows that
  return onwards(addressOf.import(statisticImport.id));
}
