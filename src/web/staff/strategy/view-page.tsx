import type { ReactNode } from "react";
import { csvText } from "#export/csv.ts";
import { workbookBytes } from "#export/workbook/index.ts";
import { mayPublish } from "#domain/publication/index.ts";
import { mayManageStrategy, strategyFormLabels, strategyView, type StrategySnapshot } from "#domain/strategy/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { download, page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { CorrespondenceTable } from "#web/ui/strategy/correspondence-table.tsx";
import { GoalList } from "#web/ui/strategy/goal-list.tsx";
import { correspondenceColumns, correspondenceRows } from "#export/strategy-words.ts";
import type { Visit } from "#web/visit.ts";
import { addressOf as publications } from "../publications/addresses.ts";
import { addressOf, homeCrumb, strategyCrumbs } from "./addresses.ts";

function slugOf({ params }: Visit): string {
  return params["slug"] ?? "";
}

/** The strategy's view (総合戦略ビュー): what the marks make of the plan as it stands now. */
export async function showStrategy(visit: Visit): Promise<Response> {
  const snapshot = await strategyView(visit.ctx, slugOf(visit));
  const { strategy, plan, goals } = snapshot;
  return page(
    <StaffPage visit={visit} title={strategy.name} crumbs={[homeCrumb]}>
      <Head snapshot={snapshot} />
      <Doings visit={visit} slug={strategy.slug} />
      {goals.length === 0 ? (
        <div className="mt-8">
          <Empty title="基本目標がまだありません">
            <p>「基本目標」のページで加えます。</p>
          </Empty>
        </div>
      ) : (
        <GoalList goals={goals} measureHref={({ id }) => `/staff/plans/${plan.slug}/nodes/${id}`} />
      )}
    </StaffPage>,
  );
}

function Head({
  snapshot: { strategy, plan, frame, periodChanges },
}: {
  readonly snapshot: StrategySnapshot;
}): ReactNode {
  return (
    <>
      <p className="text-solid-gray-700">
        {periodLabel(strategy)}　もとになる計画：<a href={`/staff/plans/${plan.slug}`}>{plan.name}</a>　
        {strategyFormLabels[strategy.form]}
        {frame && `　国の枠組み：${frame.name}`}
      </p>
      {strategy.statement !== "" && <p className="prose mt-3">{strategy.statement}</p>}
      {periodChanges.map((change) => (
        <p key={`${change.startYear}${change.endYear}${change.reason}`} className="mt-2">
          期間の変更：{fiscalYearLabel(change.startYear)}〜{fiscalYearLabel(change.endYear)}から改めました。
          {change.reason}
          {change.decidedBy !== "" && `（${change.decidedBy}）`}
          {change.decidedOn && `（${warekiDate(change.decidedOn)}）`}
        </p>
      ))}
      {strategy.source !== "" && <p className="mt-2">出典：{strategy.source}</p>}
    </>
  );
}

function Doings({ visit, slug }: { readonly visit: Visit; readonly slug: string }): ReactNode {
  const { actor } = visit.ctx;
  return (
    <p className="actions mt-5">
      {mayManageStrategy(actor) && (
        <>
          <a className="button" href={addressOf.marks(slug)}>
            施策と指標に印を付ける
          </a>
          <a className="button button-secondary" href={addressOf.goals(slug)}>
            基本目標
          </a>
        </>
      )}
      <a className="button button-secondary" href={addressOf.correspondence(slug)}>
        対応表
      </a>
      {mayManageStrategy(actor) && (
        <a className="button button-secondary" href={addressOf.settings(slug)}>
          総合戦略の設定
        </a>
      )}
      {mayPublish(actor) && (
        <a className="button button-secondary" href={publications.preparation("strategy", slug)}>
          公表へ進む
        </a>
      )}
    </p>
  );
}

/** The table of correspondence (対応表), to read, to print on A4, to take along. */
export async function showCorrespondence(visit: Visit): Promise<Response> {
  const snapshot = await strategyView(visit.ctx, slugOf(visit));
  const address = addressOf.correspondence(snapshot.strategy.slug);
  return page(
    <StaffPage visit={visit} title="対応表" crumbs={strategyCrumbs(snapshot.strategy)} wide>
      <p className="prose">
        国の基本目標、市の基本目標、施策、KPI、交付金事業の対応です。交付金の申請や報告に添えられます。印刷すると、A4横に収まります。
      </p>
      <p className="actions no-print mt-4 mb-6">
        <a className="button button-secondary" href={`${address}.xlsx`}>
          Excelで保存する
        </a>
        <a className="button button-secondary" href={`${address}.csv`}>
          CSVで保存する
        </a>
      </p>
      <CorrespondenceTable snapshot={snapshot} />
    </StaffPage>,
  );
}

export async function saveCorrespondenceCsv(visit: Visit): Promise<Response> {
  const snapshot = await strategyView(visit.ctx, slugOf(visit));
  return download(csvText(correspondenceRows(snapshot)), `${fileName(snapshot)}.csv`, "text/csv; charset=utf-8");
}

export async function saveCorrespondenceWorkbook(visit: Visit): Promise<Response> {
  const snapshot = await strategyView(visit.ctx, slugOf(visit));
  const bytes = await workbookBytes({
    title: fileName(snapshot),
    madeOn: visit.ctx.clock.today(),
    sheets: [
      {
        name: "対応表",
        columns: correspondenceColumns.map(({ heading, width }) => ({ heading, width, kind: "text" })),
        rows: correspondenceRows(snapshot).slice(1),
      },
    ],
  });
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return download(bytes, `${fileName(snapshot)}.xlsx`, mediaType);
}

function fileName({ strategy }: StrategySnapshot): string {
  return `${strategy.name}_対応表`;
}
