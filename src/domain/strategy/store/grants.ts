import type { Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { GrantProgramme } from "../grants/programme.ts";
import {
  stepsSchema,
  type Effect,
  type GrantKpi,
  type GrantProject,
  type GrantYear,
  type Policy,
  type Verdict,
} from "../grants/project.ts";

/** Grant programmes, the one that began last first. */
export async function programmesIn(db: CityDb): Promise<GrantProgramme[]> {
  const rows = await db
    .selectFrom("grant_programme")
    .selectAll()
    .orderBy("start_year", "desc")
    .orderBy("position", "desc")
    .execute();
  return rows.map(({ start_year: startYear, end_year: endYear, ...row }) => ({ ...row, startYear, endYear }));
}

function programmeRow({ code, name, ministry, rate, rules, source, startYear, endYear }: GrantProgramme) {
  return { code, name, ministry, rate, rules, source, start_year: startYear, end_year: endYear };
}

export async function insertProgramme(tx: Tx, programme: GrantProgramme): Promise<void> {
  const { id, position } = programme;
  await tx
    .insertInto("grant_programme")
    .values({ id, position, ...programmeRow(programme) })
    .execute();
}

/** Saves if the programme still has the version that the person saw. @returns whether it had */
export async function saveProgramme(tx: Tx, programme: GrantProgramme): Promise<boolean> {
  const saved = await tx
    .updateTable("grant_programme")
    .set({ ...programmeRow(programme), version: programme.version + 1 })
    .where("id", "=", programme.id)
    .where("version", "=", programme.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Grant projects that are not removed, with years and KPI, in their order. */
export async function projectsIn(db: CityDb): Promise<GrantProject[]> {
  const rows = await db
    .selectFrom("grant_project")
    .selectAll()
    .where("removed_at", "is", null)
    .orderBy("position")
    .execute();
  const years = grouped(
    await db.selectFrom("grant_project_year").selectAll().orderBy("fiscal_year").execute(),
    (row) => row.project_id,
  );
  const kpis = grouped(
    await db.selectFrom("grant_kpi").selectAll().orderBy("position").execute(),
    (row) => row.project_id,
  );
  return rows.map((row) => ({
    id: row.id,
    programmeId: row.programme_id,
    name: row.name,
    summary: row.summary,
    divisionId: row.division_id,
    strategyId: row.strategy_id,
    goalId: row.goal_id,
    nodeId: row.node_id,
    regionalPlan: row.regional_plan,
    startYear: row.start_year,
    endYear: row.end_year,
    position: row.position,
    version: row.version,
    years: (years.get(row.id) ?? []).map(yearOf),
    kpis: (kpis.get(row.id) ?? []).map(kpiOf),
  }));
}

interface YearRow {
  readonly fiscal_year: number;
  readonly cost_yen: number | null;
  readonly grant_yen: number | null;
  readonly spent_yen: number | null;
  readonly effect: string | null;
  readonly verdict: string | null;
  readonly opinion: string;
  readonly policy: string | null;
  readonly policy_reason: string;
}

function yearOf(row: YearRow): GrantYear {
  return {
    year: row.fiscal_year,
    costYen: row.cost_yen,
    grantYen: row.grant_yen,
    spentYen: row.spent_yen,
    effect: row.effect as Effect | null, // the column's check allows no other
    verdict: row.verdict as Verdict | null, // the column's check allows no other
    opinion: row.opinion,
    policy: row.policy as Policy | null, // the column's check allows no other
    policyReason: row.policy_reason,
  };
}

interface KpiRow extends Omit<GrantKpi, "indicatorId" | "steps"> {
  readonly indicator_id: string | null;
  readonly steps: unknown;
}

function kpiOf({ id, indicator_id: indicatorId, name, unit, decimals, base, due, steps }: KpiRow): GrantKpi {
  return { id, indicatorId, name, unit, decimals, base, due, steps: stepsSchema.parse(steps) };
}

function projectRow(project: GrantProject) {
  const { name, summary } = project;
  return {
    name,
    summary,
    programme_id: project.programmeId,
    division_id: project.divisionId,
    strategy_id: project.strategyId,
    goal_id: project.goalId,
    node_id: project.nodeId,
    regional_plan: project.regionalPlan,
    start_year: project.startYear,
    end_year: project.endYear,
  };
}

/** Writes a project's head; years and KPI have acts of their own. */
export async function insertProject(tx: Tx, project: GrantProject): Promise<void> {
  const { id, position } = project;
  await tx
    .insertInto("grant_project")
    .values({ id, position, ...projectRow(project) })
    .execute();
}

/** Saves the head if the project still has the version that the person saw. @returns whether it had */
export async function saveProject(tx: Tx, project: GrantProject): Promise<boolean> {
  const saved = await tx
    .updateTable("grant_project")
    .set({ ...projectRow(project), version: project.version + 1 })
    .where("id", "=", project.id)
    .where("version", "=", project.version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function markProject(tx: Tx, id: string, removedAt: Date | null): Promise<void> {
  await tx.updateTable("grant_project").set({ removed_at: removedAt }).where("id", "=", id).execute();
}

/** Puts the years of a project in the place of those it had. */
export async function replaceYears(tx: Tx, projectId: string, years: readonly GrantYear[]): Promise<void> {
  await tx.deleteFrom("grant_project_year").where("project_id", "=", projectId).execute();
  const rows = years.map(({ effect, verdict, opinion, policy, ...year }) => ({
    effect,
    verdict,
    opinion,
    policy,
    project_id: projectId,
    fiscal_year: year.year,
    cost_yen: year.costYen,
    grant_yen: year.grantYen,
    spent_yen: year.spentYen,
    policy_reason: year.policyReason,
  }));
  if (rows.length > 0) await tx.insertInto("grant_project_year").values(rows).execute();
}

/** Puts the KPI of a project in the place of those it had. */
export async function replaceKpis(tx: Tx, projectId: string, kpis: readonly GrantKpi[]): Promise<void> {
  await tx.deleteFrom("grant_kpi").where("project_id", "=", projectId).execute();
  const rows = kpis.map(({ indicatorId, steps, ...kpi }, index) => ({
    ...kpi,
    project_id: projectId,
    indicator_id: indicatorId,
    steps: JSON.stringify(steps),
    position: index + 1,
  }));
  if (rows.length > 0) await tx.insertInto("grant_kpi").values(rows).execute();
}
