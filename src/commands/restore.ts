import { resolve } from "node:path";
import { migrationFolders } from "../house.ts";
import { verifyChain } from "#domain/audit/index.ts";
import { listMunicipalities } from "#platform/database/index.ts";
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
    for (const { name, schema } of await listMunicipalities(database)) {
      const report = await verifyChain(database.inCity(schema));
      say(
        `${name}: 監査証跡 ${report.broken ? `${report.broken.sequence}番が合いません` : `${report.events}件がつながっています`}。`,
      );
    }
    say(
      "利用者はもう一度サインインします。二段階認証は登録し直します。 (Everyone signs in again; second factors are registered anew.)",
    );
    return failed.length === 0;
  },
};
