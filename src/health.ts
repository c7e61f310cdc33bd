import { listMunicipalities } from "#platform/database/index.ts";
import { schemaState, type FailedUpgrade } from "#platform/database/upgrades.ts";
import { countWaiting } from "#platform/jobs/index.ts";
import { migrationFolders, softwareVersion, type House } from "./house.ts";
import type { SignInWatch } from "./sign-in-watch.ts";

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
  /** How the connections for signing in are that the city opened (oidc, ldap); the password needs none. */
  readonly signIn: Readonly<Record<string, string>>;
  readonly migrations: {
    readonly applied: readonly string[];
    readonly due: readonly string[];
    readonly failure?: string;
  };
}

export async function healthOf(
  house: House,
  failed: readonly FailedUpgrade[],
  signInsOf: SignInWatch,
): Promise<Health> {
  const municipalities: CityHealth[] = [];
  for (const municipality of await listMunicipalities(house.database)) {
    const { code, name, schema } = municipality;
    const reason = failed.find((upgrade) => upgrade.municipality.code === code)?.reason;
    const state = await schemaState(house.database, schema, migrationFolders.city);
    const signIn = reason ? {} : await signInsOf(municipality);
    municipalities.push({ code, name, signIn, migrations: reason ? { ...state, failure: reason } : state });
  }
  return {
    status: municipalities.every(isWell) ? "ok" : "degraded",
    version: softwareVersion,
    database: { kind: house.databaseKind, version: house.databaseVersion },
    zone: house.config.zone,
    municipalities,
    jobs: { waiting: await countWaiting(house.database) },
  };
}

function isWell({ migrations, signIn }: CityHealth): boolean {
  return migrations.due.length === 0 && Object.values(signIn).every((state) => state === "ok");
}
