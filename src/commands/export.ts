import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openContext, record, systemActor } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { systemClock } from "#kernel/clock.ts";
import {
  manifestOf,
  shortestPassphrase,
  writeCity,
  type CityManifest,
  type ReadRows,
} from "#platform/database/city-archive/index.ts";
import {
  claimedHosts,
  listMunicipalities,
  municipalitySettings,
  type Database,
  type Municipality,
} from "#platform/database/index.ts";
import { Trouble } from "#platform/trouble.ts";
import { softwareVersion, type House } from "../house.ts";
import { cityReadme } from "./city-readme.ts";
import { cityRegisters } from "./city-registers.ts";
import { parsed, WrongUsage, type Command, type CommandCall } from "./command.ts";

export const exportCity: Command = {
  usage: "npm run export -- 202185 folder|file.tar [--without-people]",
  purpose: [
    "1つの市のすべてを、どのソフトウェアでも読める形で書き出します。個人情報は合言葉で暗号化した部分にだけ入ります。",
    "Writes everything of one city as open files; personal data only in an encrypted part.",
  ],
  async run(call) {
    const { code, path, withoutPeople } = readWanted(call.args);
    const house = await call.house();
    const municipality = (await listMunicipalities(house.database)).find((city) => city.code === code);
    if (!municipality) throw new Trouble(`コード ${code} の市は、この環境にありません。`, "No such municipality here.");
    const passphrase = withoutPeople ? undefined : await newPassphrase(house, call);
    const manifest = await writeOut(house.database, { municipality, path, passphrase });
    call.say(`${municipality.name}を ${path} に書き出し、読み返して確かめました: ${totals(manifest)}。`);
    call.say(`manifest.json のハッシュ: ${sha256(await manifestOf(path))} (hash of manifest.json)`);
    call.say(
      passphrase === undefined
        ? "個人情報は入っていません。 (No personal data.)"
        : "personal.enc に、合言葉で暗号化した個人情報が入っています。合言葉は別に保管してください。 (Keep the passphrase elsewhere.)",
    );
    return true;
  },
};

function readWanted(args: readonly string[]) {
  const options = { "without-people": { type: "boolean" } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const [code, path] = positionals;
  if (positionals.length !== 2 || !code || !path) throw new WrongUsage("市のコードと、書き出す場所が必要です。");
  return { code, path: resolve(path), withoutPeople: values["without-people"] === true };
}

/** @throws Trouble when none is given or it is short */
async function newPassphrase(house: House, { ask }: CommandCall): Promise<string> {
  const given = house.config.exportPassphrase ?? (await askTwice(ask));
  if (given === undefined)
    throw new Trouble(
      "個人情報を暗号化する合言葉が要ります。端末で実行するか、EXPORT_PASSPHRASE に入れてください。個人情報を入れないときは --without-people を付けます。",
      "A passphrase is needed: run at a terminal, set EXPORT_PASSPHRASE, or use --without-people.",
    );
  if ([...given].length < shortestPassphrase)
    throw new Trouble(`合言葉は${shortestPassphrase}文字以上にしてください。`, "The passphrase is too short.");
  return given;
}

async function askTwice(ask: CommandCall["ask"]): Promise<string | undefined> {
  const first = await ask(`個人情報を暗号化する合言葉（${shortestPassphrase}文字以上、表示されません）: `);
  if (first === undefined || first === (await ask("もう一度: "))) return first;
  throw new Trouble("二つの合言葉が違います。もう一度実行してください。", "The two passphrases differ.");
}

export interface WritingOut {
  readonly municipality: Municipality;
  readonly path: string;
  readonly passphrase: string | undefined;
}

/** Notes the export in the city's record, then writes it: the record in the archive tells of its own making. */
export async function writeOut(database: Database, input: WritingOut): Promise<CityManifest> {
  const { municipality, path, passphrase } = input;
  const ctx = openContext({ database, municipality, actor: systemActor("export"), clock: systemClock });
  const hasPeople = passphrase !== undefined;
  await ctx.transaction((tx) => record(tx, ctx, "city.exported", { hasPeople }));
  const takenAt = ctx.clock.now();
  const archive = {
    municipality: await factsOf(database, municipality),
    schema: municipality.schema,
    softwareVersion,
    takenAt,
    passphrase,
    further: async (rowsOf: ReadRows) => [
      { name: "README.txt", content: cityReadme(municipality, ctx.clock.today(), hasPeople) },
      ...(await cityRegisters(rowsOf)),
    ],
  };
  return writeCity(database, archive, path);
}

async function factsOf(database: Database, municipality: Municipality): Promise<CityManifest["municipality"]> {
  const { code, name, contact, notice, isUnofficial, schema } = municipality;
  const { kana } = await municipalitySettings(database.platform, schema);
  const hosts = [...(await claimedHosts(database))].flatMap(([host, owner]) => (owner === code ? [host] : []));
  return { code, name, kana, contact, notice, isUnofficial, hosts };
}

/** How much an archive holds, in Japanese and English. */
export function totals({ tables, files }: CityManifest): string {
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  return `${tables.length}表 ${rows}行、${files.length}ファイル (${tables.length} tables, ${rows} rows, ${files.length} files)`;
}
