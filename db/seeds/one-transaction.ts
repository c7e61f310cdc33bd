import { sql } from "kysely";
import { within, type Ctx } from "#domain/audit/index.ts";

/** Lets every act of the work join one transaction; two servers that start together seed one after the other. */
export async function inOneTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`seed ${ctx.municipality.schema}`}))`.execute(tx);
    return work(within(ctx, tx));
  });
}
