import type { ReactNode } from "react";
import { csvText } from "#export/csv.ts";
import {
  listGoals,
  listProgrammes,
  listProjects,
  listStrategies,
  mayManageGrants,
  restoreProject,
  strategyView,
  type GrantProject,
  type GrantSnapshot,
} from "#domain/strategy/index.ts";
import type { Ctx } from "#domain/audit/index.ts";
import { fiscalYearLabel, fiscalYearOf } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { download, onwards, page } from "#web/answer.tsx";
import { Form, SelectField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { reportColumns, reportLines, reportRows, reportYears } from "#web/ui/strategy/grant-report.ts";
import type { Visit } from "#web/visit.ts";
import { addressOf, grantsCrumb, homeCrumb } from "./addresses.ts";

/** All grant projects (交付金事業) with their position. */
export async function showGrants(visit: Visit): Promise<Response> {
  const { ctx, query } = visit;
  const projects = await listProjects(ctx);
  const programmes = new Map((await listProgrammes(ctx)).map(({ id, name }) => [id, name]));
  const goals = new Map((await listGoals(ctx)).map(({ id, code, name }) => [id, `${code} ${name}`]));
  const may = mayManageGrants(ctx.actor);
  const removed = query.get("removed");
  return page(
    <StaffPage visit={visit} title="交付金事業" crumbs={[homeCrumb]}>
      {removed && may && (
        <Form action={`${addressOf.grant(removed)}/restoration`} className="actions mb-4">
          <button className="button button-secondary">削除を取り消す</button>
        </Form>
      )}
      <p className="actions mb-6">
        {may && (
          <a className="button" href={addressOf.grant("new")}>
            交付金事業を加える
          </a>
        )}
        <a className="button button-secondary" href={`${addressOf.grants}/report`}>
          実施状況の報告
        </a>
      </p>
      {projects.length === 0 ? (
        <Empty title="交付金事業がまだありません">
          <p>事業の期間、事業費、KPI、総合戦略での位置づけを入れると、報告の表が出ます。</p>
        </Empty>
      ) : (
        <ProjectTable projects={projects} programmes={programmes} goals={goals} />
      )}
    </StaffPage>,
  );
}

interface ProjectTableProps {
  readonly projects: readonly GrantProject[];
  readonly programmes: ReadonlyMap<string, string>;
  readonly goals: ReadonlyMap<string, string>;
}

function ProjectTable({ projects, programmes, goals }: ProjectTableProps): ReactNode {
  return (
    <TableFrame label="交付金事業の一覧">
      <table className="table">
        <caption className="visually-hidden">交付金事業の一覧</caption>
        <thead>
          <tr>
            <th scope="col">事業</th>
            <th scope="col">交付金の制度</th>
            <th scope="col">期間</th>
            <th scope="col">位置づけ（基本目標）</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <th scope="row">
                <a href={addressOf.grant(project.id)}>{project.name}</a>
              </th>
              <td>{programmes.get(project.programmeId)}</td>
              <td>{periodLabel(project)}</td>
              <td>{goals.get(project.goalId ?? "") ?? <Badge tone="caution">位置づけがない</Badge>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** The projects of every strategy as reports show them. */
async function reportedGrants(ctx: Ctx): Promise<GrantSnapshot[]> {
  const grants: GrantSnapshot[] = [];
  for (const { slug } of await listStrategies(ctx)) grants.push(...(await strategyView(ctx, slug)).grants);
  return grants;
}

function yearOf({ ctx, query }: Visit, years: readonly number[]): number {
  const asked = Number(query.get("year"));
  return years.find((year) => year === asked) ?? years[0] ?? fiscalYearOf(ctx.clock.today());
}

/** The report of a fiscal year in the columns of the state's form. */
export async function showReport(visit: Visit): Promise<Response> {
  const grants = await reportedGrants(visit.ctx);
  const years = reportYears(grants);
  const year = yearOf(visit, years);
  const lines = reportLines(grants, year);
  return page(
    <StaffPage visit={visit} title="交付金事業の実施状況の報告" crumbs={[homeCrumb, grantsCrumb]} wide>
      <p className="prose">国の報告様式の列に合わせた表です。位置づけのある事業が、年度ごとに並びます。</p>
      {lines.length === 0 ? (
        <Empty title="報告する事業がありません">
          <p>交付金事業に、総合戦略での位置づけと期間を入れます。</p>
        </Empty>
      ) : (
        <>
          <form action={`${addressOf.grants}/report`} className="my-4 flex flex-wrap items-end gap-4 [&_.field]:mt-0">
            <SelectField
              name="year"
              label="年度"
              options={years.map((each) => ({ value: String(each), label: fiscalYearLabel(each) }))}
              value={String(year)}
            />
            <button className="button button-secondary">表示する</button>
            <a className="button button-secondary" href={`${addressOf.grants}/report.csv?year=${year}`}>
              CSVで保存する
            </a>
          </form>
          <TableFrame label={`${fiscalYearLabel(year)}の報告`}>
            <table className="table">
              <caption className="visually-hidden">{fiscalYearLabel(year)}の実施状況の報告</caption>
              <thead>
                <tr>
                  {reportColumns.map(({ heading }) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.grant.id}>
                    {reportColumns.map(({ heading, cell }) => (
                      <td key={heading}>{cell(line)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </StaffPage>,
  );
}

export async function saveReportFile(visit: Visit): Promise<Response> {
  const grants = await reportedGrants(visit.ctx);
  const year = yearOf(visit, reportYears(grants));
  const name = `交付金事業の実施状況_${fiscalYearLabel(year)}.csv`;
  return download(csvText(reportRows(grants, year)), name, "text/csv; charset=utf-8");
}

export async function bringGrantBack(visit: Visit): Promise<Response> {
  await restoreProject(visit.ctx, visit.params["id"] ?? "");
  return onwards(addressOf.grants, "restored");
}
