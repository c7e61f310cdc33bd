import type { Actor } from "#domain/audit/index.ts";
import { makeActorOf, openSignInDesk, type SignInDesk, type Zone } from "#domain/identity/index.ts";
import { systemClock, type Clock } from "#kernel/clock.ts";
import { silentLog, type Log } from "#platform/http/log.ts";
import type { KeptValues } from "#platform/files/kept-values.ts";
import type { PageCache } from "#platform/http/page-cache.ts";
import { createApp, type App } from "#web/app.ts";
import type { TestCity } from "./city.ts";

export const testSecret = "a secret that only the tests use: 0123456789";

interface DeskOptions {
  readonly zone?: Zone;
  readonly clock?: Clock;
  readonly keptValues?: KeptValues;
}

/** Secrets that last as long as the test. */
export function valuesInMemory(): KeptValues {
  const values = new Map<string, string>();
  return { read: async (name) => values.get(name) ?? "", write: async (name, value) => void values.set(name, value) };
}

/** A sign-in desk for a test's city, with the mail links on the city's own host. */
export function deskOf(city: TestCity, options: DeskOptions = {}): SignInDesk {
  const { zone = "inside", clock = systemClock, keptValues = valuesInMemory() } = options;
  return openSignInDesk({
    database: city.database,
    clock,
    secret: testSecret,
    zone,
    originOf: (request) => new URL(request.url).origin,
    keptValues,
  });
}

export interface AppOptions extends DeskOptions {
  /** Who everyone is; without it, the person of the sign-in cookie. */
  readonly actor?: Actor;
  readonly pageCache?: PageCache;
  readonly log?: Log;
}

/** The whole web application over a test's city. */
export function appOf(city: TestCity, options: AppOptions = {}): App {
  const { zone = "inside", clock = systemClock, actor, pageCache, log = silentLog } = options;
  const signInDesk = deskOf(city, options);
  const actorOf = actor ? async () => actor : makeActorOf(signInDesk, clock);
  return createApp({
    database: city.database,
    clock,
    log,
    zone,
    actorOf,
    signInDesk,
    addressOf: () => "192.0.2.1",
    pageCache,
  });
}

/** A browser without script: keeps cookies, sends forms, does not follow redirects. */
export class Browser {
  readonly #app: App;
  readonly #host: string;
  readonly #cookies = new Map<string, string>();

  constructor(app: App, city: TestCity) {
    this.#app = app;
    this.#host = `http://c${city.municipality.code}.test`;
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  post(path: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Response> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    );
    return this.#send(path, { method: "POST", body });
  }

  /** Sends a form with files. */
  send(path: string, body: FormData): Promise<Response> {
    return this.#send(path, { method: "POST", body });
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140.0" };
    const response = await this.#app.request(`${this.#host}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", ...value] = pair.split("=");
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.#cookies.delete(name);
    else this.#cookies.set(name, value.join("="));
  }
}
