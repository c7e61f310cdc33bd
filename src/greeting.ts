import { existsSync } from "node:fs";
import { localAddress } from "./addresses.ts";
import { openContext, systemActor } from "#domain/audit/index.ts";
import { openSetUp } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { claimedHosts, listMunicipalities, type Database, type Municipality } from "#platform/database/index.ts";
import { firstSignInFile } from "./first-start.ts";
import type { House } from "./house.ts";

interface Occasion {
  readonly isClosed: (municipality: Municipality) => boolean;
  /** The sign-ins of sample people that were made just now. */
  readonly signIns: string | undefined;
}

/** What is said when the server is up: where to look, and how to sign in where nobody can yet. */
export async function greeting(house: House, { isClosed, signIns }: Occasion): Promise<string> {
  const { config, home, databaseKind, databaseVersion, database } = house;
  const open = (await listMunicipalities(database)).filter((municipality) => !isClosed(municipality));
  open.sort((one, other) => Number(one.isUnofficial) - Number(other.isUnofficial));
  const cities = await Promise.all(open.map((municipality) => cityLines(house, municipality)));
  const kind = databaseKind === "embedded" ? "付属" : "DATABASE_URL";
  return [
    ...(home.note ? [home.note] : []),
    "",
    "  ともに (Tomoni) が動いています。止めるときは Ctrl-C を押します。 (running; Ctrl-C stops it)",
    ...(cities.length > 0 ? cities.flat() : [`  ${localAddress(config)}/`]),
    `  データ (data): ${home.folder}（PostgreSQL ${databaseVersion}、${kind}）`,
    ...signInLines(house, signIns),
    "",
    "",
  ].join("\n");
}

function signInLines(house: House, signIns: string | undefined): string[] {
  const file = firstSignInFile(house);
  if (signIns)
    return ["", ...signIns.split("\n").map((line) => `  ${line}`), `  （${file} にも書きました。） (kept there)`];
  return existsSync(file) ? [`  見本の職員のサインイン (sign-ins of the sample's staff): ${file}`] : [];
}

async function cityLines(house: House, municipality: Municipality): Promise<string[]> {
  const address = await cityAddress(house, municipality);
  const setUp =
    house.config.zone === "outside" || municipality.isUnofficial ? null : await setUpPath(house.database, municipality);
  return [
    `  ${municipality.name}`,
    `    市民のページ (public)  ${address}/`,
    `    職員のページ (staff)   ${address}/staff`,
    ...(setUp ? [`    初期設定 (set-up, works once)  ${address}${setUp}`] : []),
  ];
}

/** Scheme and host under which a city is opened from this machine: by its name localhost where it has that, else its first host. */
export async function cityAddress({ config, database }: House, { code }: Municipality): Promise<string> {
  const claims = await claimedHosts(database);
  const hosts = [...claims].filter(([, claimant]) => claimant === code).map(([host]) => host);
  return localAddress(config, hosts.includes("localhost") ? "localhost" : hosts.sort()[0]);
}

/** The one-time address at which a city without an administrator is set up (初期設定), or null when it has one. */
export function setUpPath(database: Database, municipality: Municipality): Promise<string | null> {
  const actor = systemActor("start");
  return openSetUp(openContext({ database, municipality, actor, clock: systemClock }));
}
