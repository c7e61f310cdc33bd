import { personId, record, within, type Ctx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { isId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { storedFile, storeFile, type StoredFile } from "#platform/files/stored-files.ts";
import type { ValueGrounds } from "../indicators/grounds.ts";
import type { Move } from "../indicators/returned/model.ts";
import { mayWorkOnPlans } from "../permissions.ts";
import { planWhere } from "../store/plans.ts";
import { saveActuals } from "./actuals.ts";
import { saveTargetsOfMany } from "./targets-of-many.ts";

/** A workbook that came back. */
export interface ReturnedFile {
  readonly planId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Keeps a returned workbook as it came, before anything of it is taken. @returns the file's id */
export async function keepReturnedFile(ctx: Ctx, input: ReturnedFile): Promise<string> {
  permit(mayWorkOnPlans(ctx.actor), mayWorkOnPlans.sentence);
  return ctx.transaction(async (tx) => {
    if (!(await planWhere(tx, "id", input.planId))) throw new NotFound();
    const uploadedAt = ctx.clock.now();
    const fileId = await storeFile(tx, { ...input, uploadedBy: personId(ctx.actor), uploadedAt });
    await record(tx, ctx, "plan.values.handedIn", { planId: input.planId, fileId });
    return fileId;
  });
}

/** The returned workbook, for the person who handed it in. */
export async function returnedFile(ctx: Ctx, id: string): Promise<StoredFile> {
  permit(mayWorkOnPlans(ctx.actor), mayWorkOnPlans.sentence);
  const file = isId(id) ? await storedFile(ctx.db, id) : undefined;
  if (!file || file.uploadedBy === null || file.uploadedBy !== personId(ctx.actor)) throw new NotFound();
  return file;
}

export interface TakenMoves {
  readonly planId: string;
  readonly fileId: string;
  readonly moves: readonly Move[];
  readonly grounds: ValueGrounds;
}

/**
 * Takes the moves of a returned workbook, all or nothing: the same acts as on the pages, in one transaction. A value that somebody
 * changed since the comparison refuses all of it.
 */
export async function takeReturnedValues(ctx: Ctx, input: TakenMoves): Promise<Result<{ saved: number }>> {
  return ctx.transaction<Result<{ saved: number }>>(async (tx) => {
    const inTx = within(ctx, tx);
    const targets = await takeTargets(inTx, input);
    if (!targets.ok) return targets;
    const cells = input.moves.flatMap(({ change }) => ("cell" in change ? [change.cell] : []));
    const { planId, fileId, grounds } = input;
    if (cells.length > 0) {
      const actuals = await saveActuals(inTx, { planId, cells, fileId, reason: grounds.correctionReason });
      if (!actuals.ok) return refuse(actuals.refusal);
    }
    return accept({ saved: input.moves.length });
  });
}

/** Targets before actuals: saving actuals counts up the versions that the comparison saw. */
async function takeTargets(ctx: Ctx, { planId, moves, grounds }: TakenMoves): Promise<Result<unknown>> {
  const byIndicator = grouped(
    moves.filter(({ kind }) => kind === "targets"),
    ({ line }) => line.indicator,
  );
  const indicators = [...byIndicator].map(([{ id: indicatorId, version }, own]) => ({
    indicatorId,
    version,
    years: own.flatMap(({ year, change }) => ("target" in change ? [{ year, target: change.target }] : [])),
  }));
  return saveTargetsOfMany(ctx, { planId, indicators, grounds });
}
