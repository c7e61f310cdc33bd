import { listMunicipalities } from "#platform/database/index.ts";
import { schemaState, type FailedUpgrade } from "#platform/database/upgrades.ts";
import { countWaiting } from "#platform/jobs/index.ts";
import { migrationFolders, softwareVersion, type House } from "./house.ts";

/** The state of the deployment for whoever watches it (GET /healthz). No personal data, no addresses. */
export interface Health {
  readonly status: "ok" | "degraded";
  readonly version: string;
  readonly database: { readonly kind: House["databaseKind"]; readonly version: string };
  readonly zone: string;
  readonly municipalities: readonly CityHealth[];
  readonly jobs: { readonly waiting: number };
}

interface CityHealth {
  readonly code: string;
  readonly name: string;
  readonly migrations: {
    readonly applied: readonly string[];
    readonly due: readonly string[];
    readonly failure?: string;
  };
}

export async function healthOf(house: House, failed: readonly FailedUpgrade[]): Promise<Health> {
  const municipalities: CityHealth[] = [];
  for (const { code, name, schema } of await listMunicipalities(house.database)) {
    const reason = failed.find((upgrade) => upgrade.municipality.code === code)?.reason;
    const state = await schemaState(house.database, schema, migrationFolders.city);
    municipalities.push({ code, name, migrations: reason ? { ...state, failure: reason } : state });
  }
  return {
    status: municipalities.every((city) => city.migrations.due.length === 0) ? "ok" : "degraded",
    version: softwareVersion,
    database: { kind: house.databaseKind, version: house.databaseVersion },
    zone: house.config.zone,
    municipalities,
    jobs: { waiting: await countWaiting(house.database) },
  };
}
