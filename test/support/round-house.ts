import type { Browser, Page } from "playwright-core";
import { systemActor, type Actor } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { applyVoicesKind } from "#domain/voices/index.ts";
import { silentLog } from "#platform/http/log.ts";
import { startJobWorker } from "#platform/jobs/index.ts";
import { seedMihon } from "../../db/seeds/mihon/seed.ts";
import { applyVoicesJob } from "../../src/jobs/apply-voices.ts";
import { openChromium } from "./chromium.ts";
import type { TestCity } from "./city.ts";
import type { MovingClock } from "./moving-clock.ts";
import { personIn } from "./plan.ts";
import { serveCity, type ServedCity } from "./served-city.ts";

/** Everybody of a story about listening at their browsers, in a fresh sample city whose days can pass. */
export interface RoundHouse {
  /** Two of the planning office. */
  readonly office: Page;
  readonly colleague: Page;
  /** Two citizens on telephones: without script, and with it. */
  readonly visitor: Page;
  readonly phone: Page;
  clerkOf(division: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openRoundHouse(city: TestCity, clock: MovingClock): Promise<RoundHouse> {
  await seedMihon(city.as(systemActor("seed"), clock.now().toISOString()));
  const { database } = city;
  const handlers = { [applyVoicesKind]: applyVoicesJob(database, clock) };
  const worker = startJobWorker({ database, handlers, log: silentLog });
  const browser = await openChromium();
  const served: ServedCity[] = [];
  const deskFor = async (actor: Actor) => {
    const own = await serveCity(city, actor, { clock });
    served.push(own);
    return browser.newPage({ baseURL: own.url, viewport: { width: 1366, height: 768 } });
  };
  const office = await deskFor(await personIn(city, "佐藤", { roles: ["planning"] }));
  const colleague = await deskFor(await personIn(city, "山田", { roles: ["planning"] }));
  const telephones = { browser, baseURL: served[0]?.url ?? "" };
  return {
    office,
    colleague,
    visitor: await telephone(telephones, false),
    phone: await telephone(telephones, true),
    clerkOf: async (division) => {
      const divisions = await divisionsOn(city.as(systemActor("test")), clock.today());
      const id = divisions.find(({ name }) => name === division)?.id ?? "";
      return deskFor(await personIn(city, `${division}の担当`, { roles: ["clerk"], divisionIds: [id] }));
    },
    close: async () => {
      await browser.close();
      for (const each of served) await each.close();
      await worker.stop();
    },
  };
}

async function telephone(
  { browser, baseURL }: { readonly browser: Browser; readonly baseURL: string },
  javaScriptEnabled: boolean,
): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  return (await browser.newContext({ baseURL, viewport, javaScriptEnabled })).newPage();
}
