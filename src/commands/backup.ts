import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { softwareVersion } from "../house.ts";
import { takeBackup, verifyBackup, type BackupManifest } from "#platform/database/backup/index.ts";
import { noteBackup } from "#platform/database/index.ts";
import { WrongUsage, type Command } from "./command.ts";

const tokyo = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });

export const backup: Command = {
  usage: "npm run backup -- [file]",
  purpose: [
    "動いたまま、全部のデータを1つのファイルに控え、読み返して確かめます。",
    "Backs up everything to one file, online, and reads it back.",
  ],
  async run({ args, house, say }) {
    if (args.length > 1 || args[0]?.startsWith("-")) throw new WrongUsage("ファイル名は1つです。");
    const { home, database } = await house();
    const named = args[0] && resolve(args[0]);
    const file =
      named ?? join(home.folder, "backups", `tomoni-${tokyo.format(new Date()).replaceAll(/\D/g, "")}.tar.gz`);
    const takenAt = new Date();
    const manifest = await takeBackup(database, file, softwareVersion);
    await noteBackup(database, { takenAt, file, size: (await stat(file)).size });
    say(`${file} に控えました。読み返して確かめました: ${totals(manifest)}。`);
    say(
      "個人情報とパスワードのハッシュを含みます。金庫と同じように保管してください。 (It holds personal data: keep it safe.)",
    );
    return true;
  },
};

export const backupVerify: Command = {
  usage: "npm run backup:verify -- file",
  purpose: ["控えのファイルが壊れていないことを確かめます。", "Recounts a backup file against its own manifest."],
  async run({ args, say }) {
    if (args.length !== 1 || !args[0]) throw new WrongUsage("ファイル名が必要です。");
    const { head, manifest } = await verifyBackup(resolve(args[0]));
    say(`壊れていません。${head.takenAt} に版 ${head.softwareVersion} で作られました: ${totals(manifest)}。 (whole)`);
    return true;
  },
};

/** How much there is, in Japanese and English. */
export function totals({ tables }: BackupManifest): string {
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  return `${tables.length}表 ${rows}行 (${tables.length} tables, ${rows} rows)`;
}
