import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { Occasion } from "../occasion.ts";
import { occasionsIn } from "../store/occasions.ts";

/** Every occasion of the city, the newest first. */
export async function listOccasions(ctx: Pick<Ctx, "db">): Promise<Occasion[]> {
  return occasionsIn(ctx.db);
}

/** @throws NotFound when there is none with this id */
export async function occasionById(ctx: Pick<Ctx, "db">, id: string): Promise<Occasion> {
  const [occasion] = isId(id) ? await occasionsIn(ctx.db, [id]) : [];
  if (!occasion) throw new NotFound(`occasion ${id}`);
  return occasion;
}
