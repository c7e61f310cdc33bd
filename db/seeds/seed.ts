import { openContext, systemActor, type Ctx } from "#domain/audit/index.ts";
import { openSetUp } from "#domain/identity/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import type { Clock } from "#kernel/clock.ts";
import {
  createMunicipality,
  listMunicipalities,
  type Database,
  type MigrationFolders,
  type Municipality,
  type MunicipalityInput,
} from "#platform/database/index.ts";
import { seedChikuma } from "./chikuma/seed.ts";
import type { FirstSignIn } from "./first-sign-in.ts";
import { seedMihon } from "./mihon/seed.ts";
import { inOneTransaction } from "./one-transaction.ts";

export type { FirstSignIn } from "./first-sign-in.ts";

export interface SeedInput {
  readonly database: Database;
  readonly clock: Clock;
  readonly folders: MigrationFolders;
}

/** The invented city: 99999 is no municipality's number, 7 its check digit. */
export const mihonCity: MunicipalityInput = {
  code: "999997",
  name: "みほん市",
  hosts: ["localhost", "127.0.0.1", "mihon.localhost"],
  isDefault: true,
  notice: "これは見本です。みほん市は実在しない市で、計画も数値もすべて作りものです。",
};

export const chikumaCity: MunicipalityInput = {
  code: "202185",
  name: "千曲市（公開資料より・非公式）",
  hosts: ["chikuma.localhost"],
  isUnofficial: true,
  notice: "千曲市の公式サイトではありません。市が公表した資料で読める範囲の事実だけを、出典とともに載せています。",
};

/** The city of `npm run seed -- empty`, to be set up by whoever opens it. */
export const emptyCity: MunicipalityInput = {
  code: "999989",
  name: "新しい市",
  hosts: ["localhost", "127.0.0.1"],
  isDefault: true,
};

/**
 * Seeds the sample cities, each whole or not at all. Does nothing where another municipality lives, and nothing to a sample
 * city that has a plan already, so it may run at every start.
 * @param keep is given a city's passwords before they count, to put them where the operator finds them
 * @returns the cities that were seeded now
 */
export async function seedSampleCities(
  input: SeedInput & { readonly keep: (city: MunicipalityInput, signIns: readonly FirstSignIn[]) => Promise<void> },
): Promise<Municipality[]> {
  const samples = [mihonCity.code, chikumaCity.code];
  const others = (await listMunicipalities(input.database)).filter((city) => !samples.includes(city.code));
  if (others.length > 0) return [];
  const mihon = await seedCity(input, mihonCity, async (ctx) => input.keep(mihonCity, await seedMihon(ctx)));
  const chikuma = await seedCity(input, chikumaCity, async (ctx) => input.keep(chikumaCity, await seedChikuma(ctx)));
  return [mihon, chikuma].filter((city) => city !== undefined);
}

/**
 * Makes an empty city with its set-up page. Asked again while nobody has set it up, it makes a new address.
 * @returns the address of the set-up page without scheme and host, or null where a municipality lives or is set up already
 */
export async function seedEmptyCity(input: SeedInput, city: MunicipalityInput = emptyCity): Promise<string | null> {
  const others = (await listMunicipalities(input.database)).filter((each) => each.code !== city.code);
  if (others.length > 0) return null;
  const municipality = await createMunicipality(input.database, city, input.folders);
  return openSetUp(contextIn(input, municipality));
}

async function seedCity(
  input: SeedInput,
  city: MunicipalityInput,
  work: (ctx: Ctx) => Promise<void>,
): Promise<Municipality | undefined> {
  const municipality = await createMunicipality(input.database, city, input.folders);
  const seeded = await inOneTransaction(contextIn(input, municipality), async (ctx) => {
    if ((await listPlans(ctx)).length > 0) return false;
    await work(ctx);
    return true;
  });
  return seeded ? municipality : undefined;
}

function contextIn({ database, clock }: SeedInput, municipality: Municipality): Ctx {
  return openContext({ database, municipality, actor: systemActor("seed"), clock });
}
