import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { IntakeLimits } from "../intake-limit.ts";

export async function limitsIn(db: CityDb): Promise<IntakeLimits & { readonly version: number }> {
  const row = await db.selectFrom("intake_limit").selectAll().executeTakeFirstOrThrow();
  const { burst, per_minute: perMinute, lookups, least_seconds: leastSeconds, files, version } = row;
  return { burst, perMinute, lookups, leastSeconds, files, fileMegabytes: row.file_megabytes, version };
}

/** Saves if nobody changed them meanwhile. @returns whether it did */
export async function saveLimits(tx: Tx, limits: IntakeLimits & { readonly version: number }): Promise<boolean> {
  const { burst, perMinute, lookups, leastSeconds, files, fileMegabytes, version } = limits;
  const row = {
    burst,
    lookups,
    files,
    per_minute: perMinute,
    least_seconds: leastSeconds,
    file_megabytes: fileMegabytes,
  };
  const saved = await tx
    .updateTable("intake_limit")
    .set({ ...row, version: version + 1 })
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
