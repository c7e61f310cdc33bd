import { openContext, record, systemActor, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import {
  claimedHosts,
  claimHost,
  createMunicipality,
  deployedCities,
  isDefaultCity,
  isMunicipalityCode,
  lastBackup,
  listMunicipalities,
  migrationFolders,
  releaseHost,
  type BackupTaken,
  type Database,
  type DeployedCity,
} from "#platform/database/index.ts";
import { deploymentRefusals, isHost, plainCity, plainHost, type NewCity } from "../deployment.ts";
import { mayManageMunicipalities } from "../permissions.ts";
import { openSetUp } from "./set-up.ts";

export interface Deployment {
  readonly cities: readonly DeployedCity[];
  readonly lastBackup: BackupTaken | undefined;
}

/** All cities of the deployment, for administrators of its default city; undefined for those of other cities. */
export async function deploymentPage(ctx: Ctx, database: Database): Promise<Deployment | undefined> {
  permit(mayManageMunicipalities(ctx.actor), mayManageMunicipalities.sentence);
  if (!(await isDefaultCity(ctx.platform, ctx.municipality.code))) return undefined;
  return { cities: await deployedCities(database, migrationFolders), lastBackup: await lastBackup(database) };
}

/** What must hold before anything of the deployment is changed. */
async function refusalOf(ctx: Ctx): Promise<Refusal | undefined> {
  permit(mayManageMunicipalities(ctx.actor), mayManageMunicipalities.sentence);
  return (await isDefaultCity(ctx.platform, ctx.municipality.code)) ? undefined : deploymentRefusals.notDefault;
}

/**
 * Adds a city to the deployment, as `npm run municipality -- create` does.
 * @returns host and path at which it is set up, for its first administrator; it works once
 */
export async function addCity(
  ctx: Ctx,
  database: Database,
  input: NewCity,
): Promise<Result<{ readonly host: string; readonly path: string }>> {
  const refusal = (await refusalOf(ctx)) ?? (await faultOf(database, input));
  if (refusal) return refuse(refusal);
  const { code, name } = plainCity(input);
  const host = plainHost(input.host);
  const city = await createMunicipality(database, { code, name, hosts: [host] }, migrationFolders);
  const own = openContext({ database, municipality: city, actor: systemActor("deployment"), clock: ctx.clock });
  const path = (await openSetUp(own)) ?? "";
  return ctx.transaction(async (tx) => {
    await record(tx, ctx, "deployment.city.added", { code });
    return accept({ host, path });
  });
}

async function faultOf(database: Database, input: NewCity): Promise<Refusal | undefined> {
  const { code, name } = plainCity(input);
  if (name === "") return deploymentRefusals.noName;
  if (!isMunicipalityCode(code)) return deploymentRefusals.badCode;
  if ((await listMunicipalities(database)).some((city) => city.code === code)) return deploymentRefusals.codeTaken;
  if (!isHost(plainHost(input.host))) return deploymentRefusals.badHost;
  return (await claimedHosts(database)).has(plainHost(input.host)) ? deploymentRefusals.hostTaken : undefined;
}

export interface HostInput {
  readonly code: string;
  readonly host: string;
}

/** Lets a city answer for another host. */
export async function addHost(ctx: Ctx, input: HostInput): Promise<Result<void>> {
  const refusal = await refusalOf(ctx);
  if (refusal) return refuse(refusal);
  const host = plainHost(input.host);
  if (!isHost(host)) return refuse(deploymentRefusals.badHost);
  return ctx.transaction(async (tx) => {
    if (!(await claimHost(ctx.platform, host, input.code))) return refuse(deploymentRefusals.hostTaken);
    await record(tx, ctx, "deployment.host.added", { code: input.code, host });
    return accept(undefined);
  });
}

/** Lets a city no longer answer for a host; never for its last, nor for the one through which this is asked. */
export async function removeHost(
  ctx: Ctx,
  database: Database,
  input: HostInput & { readonly visitedHost: string },
): Promise<Result<void>> {
  const refusal = await refusalOf(ctx);
  if (refusal) return refuse(refusal);
  if (input.host === input.visitedHost) return refuse(deploymentRefusals.ownHost);
  const hosts = [...(await claimedHosts(database))].filter(([, code]) => code === input.code);
  if (hosts.length < 2) return refuse(deploymentRefusals.lastHost);
  return ctx.transaction(async (tx) => {
    await releaseHost(ctx.platform, input.host, input.code);
    await record(tx, ctx, "deployment.host.removed", { code: input.code, host: input.host });
    return accept(undefined);
  });
}
