import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import type { Actor } from "#domain/audit/index.ts";
import type { Clock } from "#kernel/clock.ts";
import { serveStaticFiles } from "#platform/http/static-files.ts";
import { appOf } from "./browser.ts";
import type { TestCity } from "./city.ts";
import { listen, stopListening } from "../../src/serving.ts";
import { inProject } from "#platform/files/project.ts";

/** A test's city on a free port, everyone being one actor. */
export interface ServedCity {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveCity(
  city: TestCity,
  actor: Actor,
  options: { readonly clock?: Clock } = {},
): Promise<ServedCity> {
  const app = new Hono();
  app.route("/", appOf(city, { actor, ...options }));
  const server = await listen(app, { host: "127.0.0.1", port: 0 }, serveStaticFiles(inProject("dist/assets")));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return { url: `http://c${city.municipality.code}.test:${port}`, close: () => stopListening(server) };
}
