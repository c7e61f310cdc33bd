import { auditVerify } from "./commands/audit-verify.ts";
import { askHidden } from "./asking.ts";
import { backup, backupVerify } from "./commands/backup.ts";
import { WrongUsage, type Command, type CommandCall } from "./commands/command.ts";
import { exportCity } from "./commands/export.ts";
import { importArchive } from "./commands/import.ts";
import { municipality } from "./commands/municipality.ts";
import { restore } from "./commands/restore.ts";
import { seed } from "./commands/seed.ts";
import { verify } from "./commands/verify.ts";
import { readConfig } from "./config.ts";
import { openHouse, type House } from "./house.ts";
import { troubleOf } from "#platform/trouble.ts";

const commands: Readonly<Record<string, Command>> = {
  seed,
  municipality,
  "audit:verify": auditVerify,
  backup,
  "backup:verify": backupVerify,
  restore,
  export: exportCity,
  import: importArchive,
  verify,
};

const [name = "", ...args] = process.argv.slice(2);
process.exitCode = await main(commands[name]);

async function main(command: Command | undefined): Promise<number> {
  if (!command || args.includes("--help")) {
    for (const each of command ? [command] : Object.values(commands)) say(helpOf(each));
    return command ? 0 : 1;
  }
  try {
    return (await inHouse(command)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${explain(command, error)}\n`);
    return 1;
  }
}

/** Runs the command; the house is closed after it, so that a PostgreSQL started for it is stopped again. */
async function inHouse(command: Command): Promise<boolean> {
  let opened: Promise<House> | undefined;
  const house = () => (opened ??= openHouse(readConfig()));
  const call: CommandCall = { args, house, say, ask: askHidden };
  const close = async () => (await opened?.catch(() => undefined))?.close();
  const onSignal = () => void close().finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  try {
    return await command.run(call);
  } finally {
    await close();
  }
}

function explain(command: Command, error: unknown): string {
  if (error instanceof WrongUsage) return `${error.message}\n${helpOf(command)}`;
  return troubleOf(error)?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function helpOf(command: Command): string {
  return `${command.usage}\n    ${command.purpose[0]} (${command.purpose[1]})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
