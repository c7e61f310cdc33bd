import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mihonCity, seedSampleCities, type FirstSignIn } from "../db/seeds/seed.ts";
import { migrationFolders, type House } from "./house.ts";
import { roleLabels } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { listMunicipalities } from "#platform/database/index.ts";

/** Where the passwords of the sample city's cast are kept, for the operator's eyes only. */
export function firstSignInFile(house: House): string {
  return join(house.home.folder, "first-sign-in.txt");
}

/**
 * Seeds the sample cities into a database that holds no municipality, or goes on where that was broken off.
 * @returns the lines of first-sign-in.txt, or undefined when nothing was seeded
 */
export async function seedSamples(house: House): Promise<string | undefined> {
  const cities = await listMunicipalities(house.database);
  if (cities.length > 0 && !cities.some((city) => city.code === mihonCity.code)) return undefined;
  let text: string | undefined;
  await seedSampleCities({
    database: house.database,
    clock: systemClock,
    folders: migrationFolders,
    async keep(signIns) {
      text = signInLines(signIns);
      await writeFile(firstSignInFile(house), `${text}\n`, { mode: 0o600 });
    },
  });
  return text;
}

function signInLines(signIns: readonly FirstSignIn[]): string {
  const lines = signIns.map(
    ({ name, role, email, password }) => `${email}  ${password}  ${name}（${roleLabels[role]}）`,
  );
  return ["みほん市（見本）の職員のサインイン (staff of the sample city):", ...lines].join("\n");
}
