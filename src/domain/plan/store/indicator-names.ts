import { sql } from "kysely";
import type { CityDb } from "#platform/database/index.ts";
import { countingOf, type Counting } from "../indicators/ratio.ts";
import { uuids } from "./rows.ts";

/** What an indicator is called, removed or not. */
export interface IndicatorName {
  readonly id: string;
  readonly planId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly counting: Counting;
  readonly isRemoved: boolean;
}

export async function indicatorNamesOf(db: CityDb, ids: readonly string[]): Promise<IndicatorName[]> {
  const rows = await db
    .selectFrom("indicator")
    .select(["id", "plan_id", "code", "name", "unit", "decimals", "denominator_name", "description", "removed_at"])
    .where(sql<boolean>`id = any(${uuids(ids)})`)
    .execute();
  return rows.map(({ id, plan_id: planId, code, name, unit, removed_at, denominator_name, ...words }) => ({
    id,
    planId,
    code,
    name,
    unit,
    counting: countingOf({
      ...words,
      unit,
      denominatorName: denominator_name,
    }),
    isRemoved: removed_at !== null,
  }));
}
