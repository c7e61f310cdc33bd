import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mihonCity, seedSampleCities, type FirstSignIn } from "../db/seeds/seed.ts";
import { localAddress } from "./addresses.ts";
import { migrationFolders, type House } from "./house.ts";
import { roleLabels } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { listMunicipalities, type MunicipalityInput } from "#platform/database/index.ts";

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
    async keep(city, signIns) {
      const lines = signInLines(house, city, signIns);
      const isFirst = city.code === mihonCity.code;
      text = text === undefined ? lines : `${text}\n\n${lines}`;
      await writeFile(firstSignInFile(house), `${isFirst ? "" : "\n"}${lines}\n`, {
        mode: 0o600,
        flag: isFirst ? "w" : "a",
      });
    },
  });
  return text;
}

function signInLines(house: House, city: MunicipalityInput, signIns: readonly FirstSignIn[]): string {
  const lines = signIns.map(
    ({ name, role, email, password }) => `${email}  ${password}  ${name}（${roleLabels[role]}）`,
  );
  const place = city.code === mihonCity.code ? `${city.name}（見本）` : city.name;
  const [host = "localhost"] = city.hosts;
  const address = `${localAddress(house.config, host)}/staff`;
  return [`${place}の職員のサインイン (staff sign-in): ${address}`, ...lines].join("\n");
}
