import { join } from "node:path";
import { clientAddress, openOrigins } from "./addresses.ts";
import { readConfig } from "./config.ts";
import { seedSamples } from "./first-start.ts";
import { cityAddress, greeting } from "./greeting.ts";
import { healthOf } from "./health.ts";
import { migrationFolders, openHouse, type House } from "./house.ts";
import { timetable } from "./jobs/timetable.ts";
import { watchSignIns } from "./sign-in-watch.ts";
import { warmUp } from "./warming.ts";
import { closedCities, listen, stopListening, tryPort, withHealth } from "./serving.ts";
import { upgradeAll, type FailedUpgrade } from "#platform/database/upgrades.ts";
import { makeActorOf, openSignInDesk } from "#domain/identity/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { startJobWorker } from "#platform/jobs/index.ts";
import { openPostOffice } from "#platform/mail/index.ts";
import { listMunicipalities, type Municipality } from "#platform/database/index.ts";
import { keptSecret } from "#platform/files/secret.ts";
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
  const config = readConfig();
  await tryPort(config);
  const house = await openHouse(config);
  const ends: End[] = [house.close];
  stopOnSignal(() => finish(ends));
  try {
    await open(house, ends);
  } catch (error) {
    await finish(ends);
    throw error;
  }
}

/** What ends one part of the running server. The parts end in the reverse order of their beginning. */
type End = () => Promise<void> | void;

async function finish(ends: End[]): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) await end();
}

async function open(house: House, ends: End[]): Promise<void> {
  const { config, database, log } = house;
  const failed = await upgradeAll(database, migrationFolders);
  for (const { municipality, reason } of failed)
    log("error", "migration failed", { municipality: municipality.code, reason });
  const signIns = failed.length === 0 ? await seedSamples(house) : undefined;
  const outbox = join(house.home.folder, "outbox");
  const postOffice = openPostOffice({ smtpUrl: config.smtpUrl, from: config.mailFrom, outbox });
  const worker = startJobWorker({ database, handlers: timetable({ database, postOffice }), log });
  ends.push(worker.stop);
  await openDoors(house, failed, ends);
  const isClosed = ({ code }: Municipality) => failed.some((upgrade) => upgrade.municipality.code === code);
  process.stdout.write(await greeting(house, { isClosed, signIns }));
}

/** Starts to answer requests. */
async function openDoors(house: House, failed: readonly FailedUpgrade[], ends: End[]): Promise<void> {
  const { config, database, log } = house;
  const pageCache = createPageCache({ clock: systemClock, log, parameters: publicParameters });
  const origins = await openOrigins(database, config);
  ends.push(origins.close);
  const secret = config.secret ?? (await keptSecret(join(house.home.folder, "secrets", "sign-in")));
  const { zone } = config;
  const { originOf } = origins;
  const signInDesk = openSignInDesk({
    database,
    clock: systemClock,
    secret,
    zone,
    originOf,
    keptValues: house.keptValues,
  });
  const signInsOf = watchSignIns(signInDesk, systemClock);
  const actorOf = makeActorOf(signInDesk, systemClock);
  const addressOf = clientAddress(config.trustedProxies);
  const app = withHealth(() => healthOf(house, failed, signInsOf));
  if (failed.length > 0) app.use(closedCities(database, failed));
  const services = { database, clock: systemClock, log, zone, actorOf, signInDesk, addressOf, pageCache };
  app.route("/", createApp(services));
  const serveFile = serveStaticFiles(inProject("dist/assets"));
  const server = await listen(
    app,
    config,
    (request, response) => serveFile(request, response) || pageCache.serve(request, response),
  );
  ends.push(() => stopListening(server));
  const warming = warmUp(createApp({ ...services, log: () => {} }), await openCities(house, failed)); // no visitor's requests
  ends.push(() => warming);
}

/** The addresses of the cities whose tables are up to date. */
async function openCities(house: House, failed: readonly FailedUpgrade[]): Promise<string[]> {
  const cities = await listMunicipalities(house.database);
  const current = cities.filter(({ code }) => !failed.some(({ municipality }) => municipality.code === code));
  return Promise.all(current.map((city) => cityAddress(house, city)));
}

/** Ctrl-C, a service manager's stop and a closed terminal end the same way; npm sends the signal twice, the second is ignored. */
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
