import type { Ctx, Tx } from "#domain/audit/index.ts";
import type { Refusal, Result } from "#kernel/result.ts";

class TakenBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super("refused");
    this.result = result;
  }
}

/**
 * Runs an act in one transaction. A refusal takes everything back, the form's key among it, so that the same form can be
 * corrected and sent again.
 */
export async function attempt<T, R extends Refusal>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await ctx.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Result<T, R>; // thrown a few lines above, with this very type
    throw error;
  }
}
