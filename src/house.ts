import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { openDatabase, startEmbedded, type Database, type Embedded } from "#platform/database/index.ts";
import { findHome, type Home } from "#platform/database/home.ts";
import { checkServer } from "#platform/database/server-check.ts";
import { keptValues, type KeptValues } from "#platform/files/kept-values.ts";
import { inProject } from "#platform/files/project.ts";
import { jsonLog, type Log } from "#platform/http/log.ts";

/** The open house: data folder, database and log, for the server and for each command. */
export interface House {
  readonly config: Config;
  readonly home: Home;
  readonly database: Database;
  readonly databaseKind: "embedded" | "external";
  /** PostgreSQL's version. */
  readonly databaseVersion: string;
  readonly log: Log;
  /** Secrets of the ways to sign in, in DATA_DIR/secrets or from the environment. */
  readonly keptValues: KeptValues;
  close(): Promise<void>;
}

export { migrationFolders } from "#platform/database/migration-folders.ts";

/** This software's version, as in package.json. */
export const softwareVersion: string = (
  JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { version: string }
).version;

/**
 * Opens the data folder and the database: the city's own server where DATABASE_URL names one, else the bundled PostgreSQL
 * (started, or shared with a server that runs). Migrates nothing.
 */
export async function openHouse(config: Config): Promise<House> {
  const log = atLevel(config.logLevel);
  const home = await findHome(config.dataDir);
  if (config.databaseUrl) return furnish({ config, home, log }, config.databaseUrl);
  const embedded = await startEmbedded(home.folder, {
    binaries: config.postgresBin,
    onRestart: restartReporter(log),
  });
  return furnish({ config, home, log }, embedded.url, embedded);
}

async function furnish(plot: Pick<House, "config" | "home" | "log">, url: string, embedded?: Embedded): Promise<House> {
  try {
    const facts = await checkServer(url);
    const database = openDatabase(url);
    const close = async () => {
      await database.close();
      await embedded?.stop();
    };
    const { givenSecrets } = plot.config;
    return {
      ...plot,
      keptValues: keptValues(join(plot.home.folder, "secrets"), (name) => givenSecrets[name]),
      database,
      databaseKind: embedded ? "embedded" : "external",
      databaseVersion: facts.version,
      close,
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function atLevel(least: Config["logLevel"]): Log {
  const order = ["info", "warn", "error"];
  return (level, event, fields) => {
    if (order.indexOf(level) >= order.indexOf(least)) jsonLog(level, event, fields);
  };
}

/** Tells when PostgreSQL was restarted, and each new reason why it could not be. */
function restartReporter(log: Log): (error?: unknown) => void {
  let last = "";
  return (error) => {
    const reason = error instanceof Error ? error.message : "";
    if (error && reason === last) return;
    last = reason;
    if (error) log("error", "PostgreSQL is down", { reason });
    else log("warn", "PostgreSQL had stopped and was started again");
  };
}
