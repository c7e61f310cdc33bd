import { wasEverPublished } from "#domain/publication/index.ts";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Plan } from "../plan.ts";
import { planPayload } from "../payload.ts";

/** Whether any version of this plan was ever published; its address stays from then on, so the address is enough to tell. */
export async function wasPlanPublished(db: CityDb | Tx, { slug }: Pick<Plan, "slug">): Promise<boolean> {
  return wasEverPublished({ db }, { subject: planPayload.subject, reference: slug });
}
