import { resolve } from "node:path";
import { migrationFolders } from "../house.ts";
import { openContext, systemActor, verifyChain } from "#domain/audit/index.ts";
import { forgetSecondFactors } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { listMunicipalities, type Database, type Municipality } from "#platform/database/index.ts";
import { restoreBackup } from "#platform/database/backup/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { totals } from "./backup.ts";
import { WrongUsage, type Command } from "./command.ts";

export const restore: Command = {
  usage: "npm run restore -- file",
  purpose: ["控えのファイルを、空のデータベースに戻します。", "Restores a backup file into an empty database."],
  async run({ args, house, say }) {
    if (args.length !== 1 || !args[0]) throw new WrongUsage("ファイル名が必要です。");
    const { database } = await house();
    const manifest = await restoreBackup(database, resolve(args[0]), migrationFolders);
    say(`戻しました。件数とハッシュは控えと同じです: ${totals(manifest)}。`);
    const failed = await upgradeAll(database, migrationFolders);
    for (const { municipality, reason } of failed) say(`${municipality.name}: ${reason}`);
    const isUsable = ({ code }: Municipality) => failed.every((upgrade) => upgrade.municipality.code !== code);
    for (const city of (await listMunicipalities(database)).filter(isUsable)) say(await makeReady(database, city));
    say("利用者はもう一度サインインします。 (Everyone signs in again.)");
    return failed.length === 0;
  },
};

/** Verifies a restored city's audit chain, then lets people enrol their second factors anew. @returns what to say of it */
async function makeReady(database: Database, municipality: Municipality): Promise<string> {
  const ctx = openContext({ database, municipality, actor: systemActor("restore"), clock: systemClock });
  const { broken, events } = await verifyChain(ctx.db);
  const people = await forgetSecondFactors(ctx);
  const chain = broken
    ? `監査証跡の${broken.sequence}番が合いません (audit broken at ${broken.sequence})`
    : `監査証跡${events}件がつながっています (audit chain of ${events} verified)`;
  const anew = people > 0 ? `確認コードは${people}人が登録し直します (second factors: ${people} register anew)。` : "";
  return `${municipality.name}: ${chain}。${anew}`;
}
