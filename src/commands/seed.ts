import { parseArgs } from "node:util";
import { emptyCity, seedEmptyCity } from "../../db/seeds/seed.ts";
import { firstSignInFile, seedSamples } from "../first-start.ts";
import { migrationFolders, type House } from "../house.ts";
import { systemClock } from "#kernel/clock.ts";
import { isMunicipalityCode } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { Trouble } from "#platform/trouble.ts";
import { WrongUsage, type Command, type CommandCall } from "./command.ts";

export const seed: Command = {
  usage: "npm run seed -- empty [--code 202185 --name 千曲市] | sample",
  purpose: [
    "空のデータベースに、初期設定前の市（empty）か見本の市（sample）を作ります。",
    "Makes a city to be set up, or the sample cities, in an empty database.",
  ],
  async run(call) {
    const options = { code: { type: "string" }, name: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...call.args], options, allowPositionals: true, strict: false });
    const [what, ...rest] = positionals;
    if (rest.length > 0 || (what !== "empty" && what !== "sample"))
      throw new WrongUsage("empty か sample を選びます。");
    const house = await call.house();
    await upgradeAll(house.database, migrationFolders);
    if (what === "sample") await sample(house, call);
    else
      await empty(house, call, {
        code: textOr(values.code, emptyCity.code),
        name: textOr(values.name, emptyCity.name),
      });
    return true;
  },
};

function textOr(value: string | boolean | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

async function sample(house: House, { say }: CommandCall): Promise<void> {
  const lines = await seedSamples(house);
  if (!lines) throw inUse();
  say(
    `${lines}\n（${firstSignInFile(house)} にも書きました。npm start で始めます。） (also kept there; npm start begins)`,
  );
}

async function empty(house: House, { say }: CommandCall, city: { code: string; name: string }): Promise<void> {
  if (!isMunicipalityCode(city.code)) {
    throw new Trouble(
      `全国地方公共団体コード ${city.code} は正しくありません。6桁で、最後の桁は検査数字です。`,
      "no municipality code",
    );
  }
  const input = { database: house.database, clock: systemClock, folders: migrationFolders };
  const path = await seedEmptyCity(input, { ...emptyCity, ...city });
  if (!path) throw inUse();
  say(`${city.name}（${city.code}）を作りました。npm start のあとに表示される初期設定のアドレスを開いてください。`);
  say("(Made. npm start prints the address at which it is set up.)");
}

function inUse(): Trouble {
  return new Trouble(
    "データベースはもう使われています。別のフォルダーを DATA_DIR に（または空のデータベースを DATABASE_URL に）指定してください。",
    "The database is in use already: name another DATA_DIR or an empty database.",
  );
}
