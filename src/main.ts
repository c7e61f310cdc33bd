import { join } from "node:path";
import { readConfig } from "./config.ts";
import { healthOf } from "./health.ts";
import { migrationFolders, openHouse, type House } from "./house.ts";
import { timetable } from "./jobs/timetable.ts";
import { clientAddress, closedCities, listen, stopListening, tryPort, withHealth } from "./serving.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { nobody } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { startJobWorker } from "#platform/jobs/index.ts";
import { openPostOffice } from "#platform/mail/index.ts";
import { inProject } from "#platform/files/project.ts";
import { createPageCache } from "#platform/http/page-cache.ts";
import { serveStaticFiles } from "#platform/http/static-files.ts";
import { troubleOf } from "#platform/trouble.ts";
import { createApp } from "#web/app.ts";
import { publicParameters } from "#web/public-site.ts";

try {
  await serve();
} catch (error) {
  process.stderr.write(`${troubleOf(error)?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  await tryPort(config);
  const house = await openHouse(config);
  try {
    await open(house);
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function open(house: House): Promise<void> {
  const { config, database, log } = house;
  const failed = await upgradeAll(database, migrationFolders);
  for (const { municipality, reason } of failed)
    log("error", "migration failed", { municipality: municipality.code, reason });
  const addressOf = clientAddress(config.trustedProxies);
  const app = withHealth(() => healthOf(house, failed));
  if (failed.length > 0) app.use(closedCities(database, failed));
  const { zone } = config;
  const pageCache = createPageCache({ clock: systemClock, log, parameters: publicParameters });
  app.route(
    "/",
    createApp({
      database,
      clock: systemClock,
      log,
      zone,
      actorOf: async () => nobody,
      addressOf,
      pageCache,
    }),
  );
  const serveFile = serveStaticFiles(inProject("dist/assets"));
  const server = await listen(
    app,
    config,
    (request, response) => serveFile(request, response) || pageCache.serve(request, response),
  );
  const postOffice = openPostOffice({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    outbox: join(house.home.folder, "outbox"),
  });
  const worker = startJobWorker({ database, handlers: timetable({ database, postOffice }), log });
  stopOnSignal(async () => {
    await stopListening(server);
    await worker.stop();
    await house.close();
  });
  greet(house);
}

/** Ctrl-C, a service manager's stop and a closed terminal end the same way; npm sends the signal a second time, which is ignored. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const once = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, once);
}

function greet({ config, home, databaseKind, databaseVersion }: House): void {
  const address = `http://localhost:${config.port}`;
  const lines = [
    ...(home.note ? [home.note] : []),
    "",
    "  ともに (Tomoni) が動いています。止めるときは Ctrl-C を押します。",
    `  市民のページ (public)  ${address}/`,
    `  職員のページ (staff)   ${address}/staff`,
    `  データ (data)          ${home.folder}（PostgreSQL ${databaseVersion}、${databaseKind === "embedded" ? "付属" : "DATABASE_URL"}）`,
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
