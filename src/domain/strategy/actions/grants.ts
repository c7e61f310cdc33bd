import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { programmeFault, type GrantProgramme, type ProgrammeWords } from "../grants/programme.ts";
import {
  kpiFault,
  projectFault,
  yearsFault,
  type GrantKpi,
  type GrantProject,
  type GrantYear,
  type ProjectWords,
} from "../grants/project.ts";
import { knownProgrammes } from "../national.ts";
import { strategyRefusals } from "../labels.ts";
import { mayEditGrant, mayManageGrants } from "../permissions.ts";
import {
  insertProgramme,
  insertProject,
  markProject,
  programmesIn,
  projectsIn,
  replaceKpis,
  replaceYears,
  saveProgramme,
  saveProject,
} from "../store/grants.ts";
import { goalsIn, strategiesIn } from "../store/strategies.ts";

/** Writes a grant programme (交付金の制度), or changes one when its id and version are given. */
export async function keepProgramme(
  ctx: Ctx,
  words: ProgrammeWords,
  standing?: Pick<GrantProgramme, "id" | "version">,
): Promise<Result<{ code: string }>> {
  permit(mayManageGrants(ctx.actor), mayManageGrants.sentence);
  const fault = programmeFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const programmes = await programmesIn(tx);
    if (programmes.some(({ id, code }) => code === words.code && id !== standing?.id))
      return refuse(strategyRefusals.wordTaken);
    const before = programmes.find(({ id }) => id === standing?.id);
    if (standing && !before) throw new NotFound();
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const programme = { ...words, id, version, position: before?.position ?? programmes.length + 1 };
    if (!standing) await insertProgramme(tx, programme);
    else if (!(await saveProgramme(tx, programme))) return refuse(strategyRefusals.stale);
    await record(tx, ctx, standing ? "strategy.programme.edited" : "strategy.programme.created", { programmeId: id });
    return accept({ code: words.code });
  });
}

/** Takes over the grant programmes that the software knows and the city lacks. @returns how many */
export async function takeKnownProgrammes(ctx: Ctx): Promise<Result<{ added: number }>> {
  permit(mayManageGrants(ctx.actor), mayManageGrants.sentence);
  const codes = new Set((await programmesIn(ctx.db)).map(({ code }) => code));
  const lacking = knownProgrammes.filter(({ code }) => !codes.has(code));
  for (const words of lacking) {
    const kept = await keepProgramme(ctx, words);
    if (!kept.ok) return kept;
  }
  return accept({ added: lacking.length });
}

/** Adds a grant project (交付金事業). */
export async function createProject(ctx: Ctx, words: ProjectWords): Promise<Result<{ id: string }>> {
  permit(mayManageGrants(ctx.actor), mayManageGrants.sentence);
  const fault = projectFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    await checkPlaces(tx, words);
    const id = newId();
    const position = ((await projectsIn(tx)).at(-1)?.position ?? 0) + 1;
    await insertProject(tx, { ...words, id, position, version: 1, years: [], kpis: [] });
    await record(tx, ctx, "strategy.grant.created", { grantProjectId: id });
    return accept({ id });
  });
}

/** A project's programme must exist, and its goal be one of its strategy. @throws NotFound */
async function checkPlaces(tx: Tx, { programmeId, strategyId, goalId }: ProjectWords): Promise<void> {
  const isProgramme = (await programmesIn(tx)).some(({ id }) => id === programmeId);
  const isStrategy = strategyId === null || (await strategiesIn(tx)).some(({ id }) => id === strategyId);
  const goals = strategyId === null ? [] : await goalsIn(tx, strategyId);
  const isGoal = goalId === null || goals.some(({ id }) => id === goalId);
  if (!isProgramme || !isStrategy || !isGoal) throw new NotFound();
}

type Seen = Pick<GrantProject, "id" | "version">;

/** Changes the head of a project: programme, position, period, division. */
export async function editProject(ctx: Ctx, { id, version, ...words }: ProjectWords & Seen): Promise<Result<null>> {
  const fault = projectFault(words);
  if (fault) return refuse(fault);
  return changing(ctx, { id, version }, async (tx, project) => {
    await checkPlaces(tx, words);
    permit(mayEditGrant(ctx.actor, words), mayEditGrant.sentence); // nobody hands a project to a division and keeps writing it
    return { ...project, ...words };
  });
}

/** Saves money and yearly checks (効果検証) of a project. */
export async function saveGrantYears(
  ctx: Ctx,
  { id, version, years }: Seen & { readonly years: readonly GrantYear[] },
): Promise<Result<null>> {
  const fault = yearsFault(years);
  if (fault) return refuse(fault);
  return changing(ctx, { id, version }, async (tx, project) => {
    await replaceYears(tx, id, years);
    return project;
  });
}

/** Saves the KPI of a project, all at once. */
export async function saveGrantKpis(
  ctx: Ctx,
  { id, version, kpis }: Seen & { readonly kpis: readonly (Omit<GrantKpi, "id"> & { readonly id: string | null })[] },
): Promise<Result<null>> {
  for (const [index, kpi] of kpis.entries()) {
    const fault = kpiFault(kpi);
    if (fault)
      return refuse({ ...fault, message: `${index + 1}番目のKPI：${Object.values(fault.fields ?? {}).join("")}` });
  }
  return changing(ctx, { id, version }, async (tx, project) => {
    await replaceKpis(
      tx,
      id,
      kpis.map((kpi) => ({ ...kpi, id: project.kpis.some((each) => each.id === kpi.id) && kpi.id ? kpi.id : newId() })),
    );
    return project;
  });
}

/** One act on a project: permission, change, version, record. */
async function changing(
  ctx: Ctx,
  { id, version }: Seen,
  change: (tx: Tx, project: GrantProject) => Promise<GrantProject>,
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const project = (await projectsIn(tx)).find((each) => each.id === id);
    if (!project) throw new NotFound();
    permit(mayEditGrant(ctx.actor, project), mayEditGrant.sentence);
    const changed = await change(tx, project);
    if (!(await saveProject(tx, { ...changed, id, version }))) return refuse(strategyRefusals.stale);
    await record(tx, ctx, "strategy.grant.edited", { grantProjectId: id });
    return accept(null);
  });
}

/** Removes a project; `restoreProject` brings it back. */
export async function removeProject(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageGrants(ctx.actor), mayManageGrants.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await projectsIn(tx)).some((each) => each.id === id)) throw new NotFound();
    await markProject(tx, id, ctx.clock.now());
    await record(tx, ctx, "strategy.grant.removed", { grantProjectId: id });
    return accept(null);
  });
}

export async function restoreProject(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageGrants(ctx.actor), mayManageGrants.sentence);
  return ctx.transaction(async (tx) => {
    await markProject(tx, id, null);
    if (!(await projectsIn(tx)).some((each) => each.id === id)) throw new NotFound();
    await record(tx, ctx, "strategy.grant.restored", { grantProjectId: id });
    return accept(null);
  });
}
