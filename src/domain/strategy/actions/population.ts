import { record, type Ctx } from "#domain/audit/index.ts";
import { planById } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { strategyRefusals } from "../labels.ts";
import { mayManageStrategy } from "../permissions.ts";
import { totalKey } from "../population/age-group.ts";
import {
  aimFault,
  pathFault,
  valueAt,
  type PathWords,
  type PopulationAim,
  type PopulationFigure,
  type PopulationFrame,
  type PopulationPath,
} from "../population/path.ts";
import {
  aimsIn,
  deleteAim,
  deletePath,
  framesOfPlans,
  insertAim,
  insertPath,
  pathsIn,
  saveFrameOfPlan,
  savePath,
} from "../store/population.ts";

type Standing = Pick<PopulationPath, "id" | "version">;

/** Makes a path of the population (人口の推計), or changes what is said of one when its id and version are given. */
export async function keepPath(ctx: Ctx, words: PathWords, standing?: Standing): Promise<Result<{ code: string }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const fault = pathFault(words);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const paths = await pathsIn(tx);
    if (paths.some(({ id, code }) => code === words.code && id !== standing?.id))
      return refuse(strategyRefusals.wordTaken);
    const before = paths.find(({ id }) => id === standing?.id);
    if (standing && !before) throw new NotFound();
    const { id, version } = standing ?? { id: newId(), version: 1 };
    const position = before?.position ?? (paths.at(-1)?.position ?? 0) + 1;
    const path = { ...tidied(words), id, version, position, figures: before?.figures ?? [] };
    if (!standing) await insertPath(tx, path);
    else if (!(await savePath(tx, path))) return refuse(strategyRefusals.stale);
    await record(tx, ctx, standing ? "strategy.path.edited" : "strategy.path.created", { pathId: id });
    return accept({ code: path.code });
  });
}

function tidied(words: PathWords): PathWords {
  const { code, name, source, method } = words;
  return { ...words, code: code.trim(), name: name.trim(), source: source.trim(), method: method.trim() };
}

/** Puts figures in the place of those that a path had. */
export async function saveFigures(
  ctx: Ctx,
  { id, version, figures }: Standing & { readonly figures: readonly PopulationFigure[] },
): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  if (figures.length === 0) return refuse(strategyRefusals.noFigures);
  return ctx.transaction(async (tx) => {
    const path = (await pathsIn(tx)).find((each) => each.id === id);
    if (!path) throw new NotFound();
    if (!(await savePath(tx, { ...path, version, figures }))) return refuse(strategyRefusals.stale);
    await record(tx, ctx, "strategy.path.figuresSaved", { pathId: id, figures: figures.length });
    return accept(null);
  });
}

/** Removes a path that no plan takes for its frame. */
export async function removePath(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await pathsIn(tx)).some((each) => each.id === id)) throw new NotFound();
    if ((await framesOfPlans(tx)).some(({ pathId }) => pathId === id)) return refuse(strategyRefusals.pathInUse);
    await deletePath(tx, id);
    await record(tx, ctx, "strategy.path.removed", { pathId: id });
    return accept(null);
  });
}

/** Adds what the city aims at (目標人口). */
export async function addAim(ctx: Ctx, input: Omit<PopulationAim, "id" | "position">): Promise<Result<{ id: string }>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  const fault = aimFault(input);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const id = newId();
    const position = ((await aimsIn(tx)).at(-1)?.position ?? 0) + 1;
    await insertAim(tx, { ...input, name: input.name.trim(), source: input.source.trim(), id, position });
    await record(tx, ctx, "strategy.aim.added", { aimId: id });
    return accept({ id });
  });
}

export async function removeAim(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await aimsIn(tx)).some((each) => each.id === id)) throw new NotFound();
    await deleteAim(tx, id);
    await record(tx, ctx, "strategy.aim.removed", { aimId: id });
    return accept(null);
  });
}

/** Chooses the plan's frame (計画人口): a path at a year for which it has a total; null takes the choice back. */
export async function choosePlanFrame(
  ctx: Ctx,
  { planId, frame }: { readonly planId: string; readonly frame: Pick<PopulationFrame, "pathId" | "year"> | null },
): Promise<Result<null>> {
  permit(mayManageStrategy(ctx.actor), mayManageStrategy.sentence);
  await planById(ctx, planId);
  return ctx.transaction(async (tx) => {
    const path = (await pathsIn(tx)).find(({ id }) => id === frame?.pathId);
    if (frame && !path) throw new NotFound();
    if (frame && path && valueAt(path.figures, frame.year, totalKey) === undefined)
      return refuse(strategyRefusals.noFigureAt);
    await saveFrameOfPlan(tx, planId, frame);
    await record(tx, ctx, "strategy.planFrame.chosen", { planId, ...(frame && { pathId: frame.pathId }) });
    return accept(null);
  });
}
