import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { mayManagePlans } from "../permissions.ts";
import { levelFaults, planFaults, type Plan, type PlanEntry, type PlanLevel } from "../plan.ts";
import { wasPlanPublished } from "../queries/publications.ts";
import { deepestNode, insertPlan, lockPlan, planWhere, saveLevels, updatePlan } from "../store/plans.ts";

type LevelEntry = Omit<PlanLevel, "depth">;

export interface NewPlan extends Omit<PlanEntry, "predecessorId" | "divisionId"> {
  readonly predecessorId?: string | null;
  readonly divisionId?: string | null;
  /** From the top. */
  readonly levels: readonly LevelEntry[];
}

/** Makes a plan with its levels; its tree is empty. */
export async function createPlan(ctx: Ctx, input: NewPlan): Promise<Result<Plan>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  const { levels, ...rest } = input;
  const entry: PlanEntry = { predecessorId: null, divisionId: null, ...rest };
  const faults = planFaults(entry) ?? levelFaults(levels);
  if (faults) return refuse(faults);
  return ctx.transaction(async (tx) => {
    if (await planWhere(tx, "slug", entry.slug)) return takenSlug();
    const plan = await insertPlan(tx, entry);
    await saveLevels(tx, plan.id, levels);
    await record(tx, ctx, "plan.created", { planId: plan.id });
    return accept(plan);
  });
}

/** Saves the plan's own fields as a person of the given version saw and changed them. */
export async function editPlan(
  ctx: Ctx,
  input: { planId: string; version: number } & Partial<PlanEntry>,
): Promise<Result<Plan>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  return ctx.transaction(async (tx) => {
    const { planId, version, ...changes } = input;
    const plan = await lockPlan(tx, planId);
    if (plan.version !== version) return stalePlan();
    const entry = { ...plan, ...changes };
    const faults = planFaults(entry);
    if (faults) return refuse(faults);
    const holder = await planWhere(tx, "slug", entry.slug);
    if (holder && holder.id !== planId) return takenSlug();
    if (entry.slug !== plan.slug && (await wasPlanPublished(tx, plan))) return publishedSlug(plan.slug);
    const saved = await updatePlan(tx, entry);
    await record(tx, ctx, "plan.edited", { planId, fields: Object.keys(changes) });
    return accept(saved);
  });
}

/** Replaces the levels from the top: rename, change patterns, add below, take away the lowest while nothing stands there. */
export async function editLevels(
  ctx: Ctx,
  input: { planId: string; version: number; levels: readonly LevelEntry[] },
): Promise<Result<Plan>> {
  permit(mayManagePlans(ctx.actor), mayManagePlans.sentence);
  const faults = levelFaults(input.levels);
  if (faults) return refuse(faults);
  return ctx.transaction(async (tx) => {
    const plan = await lockPlan(tx, input.planId);
    if (plan.version !== input.version) return stalePlan();
    const inUse = await levelsInUse(tx, input);
    if (inUse) return inUse;
    await saveLevels(tx, plan.id, input.levels);
    const saved = await updatePlan(tx, plan);
    await record(tx, ctx, "plan.levels.edited", { planId: plan.id, levels: input.levels.length });
    return accept(saved);
  });
}

async function levelsInUse(tx: Tx, { planId, levels }: { planId: string; levels: readonly LevelEntry[] }) {
  const deepest = await deepestNode(tx, planId);
  if (deepest <= levels.length) return undefined;
  return refuse({
    code: "levelsInUse",
    message: `${deepest}番目の階層には項目（削除して戻せるものを含みます）があるので、階層を${levels.length}つに減らせません。`,
    remedy: "階層の数を元に戻してください。",
    fields: { levels: `階層は${deepest}つ以上にしてください。` },
  });
}

export function takenSlug() {
  return refuse({
    code: "takenSlug",
    message: "同じアドレスの計画があります。",
    remedy: "アドレスの言葉を変えてください。",
    fields: { slug: "ほかの計画が使っています。" },
  });
}

/** What was published stands under its address: in links, papers and the open data. */
function publishedSlug(slug: string) {
  return refuse({
    code: "publishedSlug",
    message: `この計画は「/plan/${slug}」で公開したことがあるので、アドレスを変えられません。`,
    remedy: "アドレスの言葉を元に戻してください。ほかの項目は変えられます。",
    fields: { slug: `「${slug}」に戻してください。` },
  });
}

function stalePlan() {
  return refuse({
    code: "stale",
    message: "開いている間に、ほかの人が計画の設定を変えました。",
    remedy: "入力した内容を控えてから画面を開き直し、今の設定を確かめて、もう一度保存してください。",
  });
}
