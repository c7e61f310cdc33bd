import { parseArgs } from "node:util";
import { migrationFolders } from "../house.ts";
import { claimedHosts, createMunicipality, isMunicipalityCode, listMunicipalities } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { Trouble } from "#platform/trouble.ts";
import { parsed, WrongUsage, type Command } from "./command.ts";

interface Wanted {
  readonly code: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

export const municipality: Command = {
  usage: "npm run municipality -- create --code 202185 --name 千曲市 --host plan.city.example.jp [--host …]",
  purpose: ["この環境に自治体を加えます。", "Adds a municipality to this deployment."],
  async run({ args, house, say }) {
    const { code, name, hosts } = readWanted(args);
    const { database } = await house();
    await upgradeAll(database, migrationFolders);
    await refuseTaken(database, code, hosts);
    const made = await createMunicipality(database, { code, name, hosts }, migrationFolders);
    say(`${made.name}（${made.code}）を加えました。アドレス: ${hosts.join("、")} (added)`);
    return true;
  },
};

function readWanted(args: readonly string[]): Wanted {
  const options = {
    code: { type: "string" },
    name: { type: "string" },
    host: { type: "string", multiple: true },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const { code, name, host } = values;
  if (positionals.join() !== "create" || !code || !name || !host)
    throw new WrongUsage("--code、--name、--host が必要です。");
  if (!isMunicipalityCode(code)) throw wrongCode(code);
  return { code, name, hosts: host.map((each) => each.toLowerCase().replace(/:\d+$/, "")) };
}

function wrongCode(code: string): Trouble {
  return new Trouble(
    `全国地方公共団体コード ${code} は正しくありません。6桁で、最後の桁は検査数字です。総務省の一覧で確かめてください。`,
    "This is no municipality code: six digits, the last one a check digit.",
  );
}

type Database = Parameters<typeof createMunicipality>[0];

async function refuseTaken(database: Database, code: string, hosts: readonly string[]): Promise<void> {
  const city = (await listMunicipalities(database)).find((each) => each.code === code);
  if (city) throw new Trouble(`コード ${code} の ${city.name} は、もうあります。`, "This municipality exists already.");
  const claimed = await claimedHosts(database);
  const taken = hosts.find((host) => claimed.has(host));
  if (taken)
    throw new Trouble(
      `アドレス ${taken} は、ほかの自治体が使っています。`,
      "This host belongs to another municipality.",
    );
}
