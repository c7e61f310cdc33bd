import { resolve } from "node:path";
import { openContext, record, systemActor, verifyChain } from "#domain/audit/index.ts";
import { forgetSecondFactors, openSetUp } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { importCity, verifyArchive, type ImportedCity } from "#platform/database/city-archive/index.ts";
import { migrateSchema, type Database, type Municipality } from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { migrationFolders } from "../house.ts";
import { WrongUsage, type Command } from "./command.ts";
import { totals } from "./export.ts";

export const importArchive: Command = {
  usage: "npm run import -- folder|file.tar",
  purpose: ["書き出した市を、空の環境に取り込みます。", "Brings an exported city into an empty installation."],
  async run({ args, house, say, ask }) {
    const [named] = args;
    if (args.length !== 1 || !named || named.startsWith("-"))
      throw new WrongUsage("書き出したフォルダーかファイルが必要です。");
    const path = resolve(named);
    const { personalFile } = await verifyArchive(path);
    const { database, config } = await house();
    const passphrase =
      personalFile === null
        ? undefined
        : (config.exportPassphrase ?? (await ask("個人情報の部分の合言葉（なければそのまま Enter）: "))) || undefined;
    const lines = await bringIn(database, path, passphrase);
    for (const line of lines) say(line);
    return true;
  },
};

/** Imports, upgrades and checks a city. @returns what to say of it */
export async function bringIn(database: Database, path: string, passphrase: string | undefined): Promise<string[]> {
  await migrateSchema(database.pool, "platform", migrationFolders.platform);
  const imported = await importCity(database, path, { passphrase, folders: migrationFolders });
  const failed = await upgradeAll(database, migrationFolders);
  return [
    `${imported.manifest.municipality.name}を取り込みました。ハッシュは書き出したときと同じです: ${totals(imported.manifest)}。`,
    ...failed.map(({ municipality, reason }) => `${municipality.name}: ${reason}`),
    ...(await makeReady(database, imported)),
  ];
}

/** Verifies the chain, notes the import, and lets people in again. */
async function makeReady(database: Database, { manifest, schema, hasPeople }: ImportedCity): Promise<string[]> {
  const { code, name, isUnofficial, notice, contact } = manifest.municipality;
  const municipality: Municipality = { code, name, schema, isUnofficial, notice, contact };
  const ctx = openContext({ database, municipality, actor: systemActor("import"), clock: systemClock });
  const { broken, events } = await verifyChain(ctx.db);
  await ctx.transaction((tx) => record(tx, ctx, "city.imported", { hasPeople }));
  const chain = broken
    ? `操作の記録の${broken.sequence}番が合いません。書き出した環境でも npm run audit:verify で確かめてください (audit broken at ${broken.sequence})。`
    : `操作の記録${events}件がつながっています (audit chain of ${events} verified)。`;
  if (hasPeople) {
    await forgetSecondFactors(ctx);
    return [chain, "職員はもう一度サインインし、確認コードは登録し直します。 (Everyone signs in again.)"];
  }
  return [
    chain,
    "職員は移していません。だれがしたかは「移していない職員」と表示され、同じ人のしたことは同じ人のものと分かります。 (Without people: their acts stay, their names do not.)",
    `最初のシステム管理者を決めてください: npm start のあと、${(await openSetUp(ctx)) ?? ""} を開きます。`,
  ];
}
