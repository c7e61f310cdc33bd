import { within, type Ctx } from "#domain/audit/index.ts";
import { accept, NotFound, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Target } from "../indicator.ts";
import { tidiedGrounds, type ValueGrounds } from "../indicators/grounds.ts";
import { contentOf, indicatorsById, type StoredIndicator } from "../store/indicators.ts";
import { editIndicator } from "./indicators.ts";
import { groundRefusal } from "./value-grounds.ts";

/** Years of an indicator, of the version that was seen, whose target shall be another one; null takes it away. */
export interface TargetsOfOne {
  readonly indicatorId: string;
  readonly version: number;
  readonly years: readonly { readonly year: number; readonly target: Target | null }[];
}

export interface TargetsOfMany {
  readonly planId: string;
  readonly indicators: readonly TargetsOfOne[];
  /** Said once for all of them. */
  readonly grounds: ValueGrounds;
}

/** Why none was saved; of which indicator, where it is one's own fault. */
export interface TargetsRefusal extends Refusal {
  readonly indicatorId?: string;
}

/** Saves the plan's own targets of many indicators, all or none: each as on its own page, the grounds of published ones once for all. */
export async function saveTargetsOfMany(
  ctx: Ctx,
  { planId, indicators, grounds }: TargetsOfMany,
): Promise<Result<{ saved: number }, TargetsRefusal>> {
  return ctx.transaction<Result<{ saved: number }, TargetsRefusal>>(async (tx) => {
    const ids = indicators.map(({ indicatorId }) => indicatorId);
    const stored = new Map((await indicatorsById(tx, planId, ids)).map((each) => [each.id, each]));
    const saves = indicators.map(({ indicatorId, version, years }) => {
      const before = stored.get(indicatorId);
      if (!before) throw new NotFound();
      const after = { ...contentOf(before), targets: targetsAfter(before, years) };
      return { id: indicatorId, name: before.name, version, before, after };
    });
    const unsaid = await groundRefusal(ctx, tx, { planId, saves, grounds: tidiedGrounds(grounds) });
    if (unsaid) return refuse(unsaid);
    const inTx = within(ctx, tx);
    for (const { id, version, before, after } of saves) {
      const result = await editIndicator(inTx, { id, version, content: after, grounds });
      if (!result.ok) return refuse(named(before, result.refusal));
    }
    return accept({ saved: saves.length });
  });
}

function targetsAfter({ targets }: StoredIndicator, changes: TargetsOfOne["years"]): Target[] {
  const years = new Set(changes.map(({ year }) => year));
  return [...targets.filter(({ year }) => !years.has(year)), ...changes.flatMap(({ target }) => target ?? [])];
}

/** Which indicator a refusal is about; what is wrong keeps its field. */
function named({ id, code, name }: StoredIndicator, { code: kind, message, remedy, fields }: Refusal): TargetsRefusal {
  return {
    code: kind,
    message: `${code} ${name}：${message}`,
    ...(remedy !== undefined && { remedy }),
    ...(fields && { fields }),
    indicatorId: id,
  };
}
