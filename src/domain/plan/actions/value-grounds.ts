import type { Ctx, Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "../field-faults.ts";
import type { IndicatorContent } from "../indicator.ts";
import { valueChanges } from "../indicators/changes.ts";
import { groundFaults, type ValueGrounds } from "../indicators/grounds.ts";
import { decidedTargets } from "../queries/decided-targets.ts";
import { noGround, type ChangeGrounds } from "../store/indicator-values.ts";
import type { CityDb } from "#platform/database/index.ts";
import { planWhere } from "../store/plans.ts";

type Values = Pick<IndicatorContent, "targets" | "actuals">;

/** An indicator's values as they stand and as they are to be saved. */
export interface ValueSave {
  readonly id: string;
  readonly name: string;
  /** Whose targets these are, where they are not the plan's own. */
  readonly targetSetId?: string;
  readonly before: Values;
  readonly after: Values;
}

interface SavedTogether {
  readonly planId: string;
  readonly saves: readonly ValueSave[];
  readonly grounds: ValueGrounds;
}

/**
 * What must still be said before these values may be saved; undefined when nothing. It is the one rule for every way in which values
 * come: a confirmed actual changes only with a reason, a target that was decided and published only with a reason, on somebody's decision.
 */
export async function groundRefusal(
  ctx: Pick<Ctx, "clock">,
  db: CityDb | Tx,
  { planId, saves, grounds }: SavedTogether,
): Promise<Refusal | undefined> {
  const changes = saves.map(({ id, name, targetSetId, before, after }) => ({
    id,
    name,
    targetSetId,
    targets: valueChanges(before.targets, after.targets),
    actuals: valueChanges(before.actuals, after.actuals),
  }));
  const plan = changes.some(({ targets }) => targets.length > 0) ? await planWhere(db, "id", planId) : undefined;
  const decided = plan ? await decidedTargets({ db }, plan.slug) : undefined;
  const checked = changes.map((change) => ({
    ...change,
    decidedYears: decided?.(change.id, change.targetSetId) ?? new Set<number>(),
  }));
  return fieldRefusal(groundFaults({ changes: checked, grounds, today: ctx.clock.today() }));
}

/** The grounds as they are kept with each change. */
export function storedGrounds({ correctionReason, revisionReason, decidedBy, decidedOn }: ValueGrounds): ChangeGrounds {
  return {
    targets: { ...noGround, reason: revisionReason, decidedBy, decidedOn: decidedOn === "" ? null : decidedOn },
    actuals: { ...noGround, reason: correctionReason },
  };
}
