import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener, type ServerType } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import type { Config } from "./config.ts";
import { municipalityForHost, type Database } from "#platform/database/index.ts";
import type { FailedUpgrade } from "#platform/database/upgrades.ts";
import { codeOf } from "#kernel/error-code.ts";
import { Trouble } from "#platform/trouble.ts";
import { page } from "#web/answer.tsx";
import { problemPage } from "#web/ui/problem-page.tsx";

/** A city whose schema could not be migrated answers 503 with the reason; the others are not touched. */
export function closedCities(database: Database, failed: readonly FailedUpgrade[]): MiddlewareHandler {
  return async (c, next) => {
    const municipality = await municipalityForHost(database, new URL(c.req.url).hostname);
    const upgrade = failed.find((each) => each.municipality.code === municipality?.code);
    if (!upgrade) return next();
    const answer = page(problemPage("closed", upgrade.reason), 503);
    answer.headers.set("cache-control", "no-store");
    return answer;
  };
}

/** GET /healthz before everything else: it answers on any host, also where no municipality does. */
export function withHealth(health: () => Promise<unknown>): Hono {
  const app = new Hono();
  app.get("/healthz", async (c) => {
    c.header("cache-control", "no-store");
    try {
      return c.json(await health());
    } catch {
      return c.json({ status: "down" }, 503);
    }
  });
  return app;
}

/** Sees that the port can be had before the long work of a first start. @throws Trouble as `listen` does */
export async function tryPort(address: Pick<Config, "host" | "port">): Promise<void> {
  await stopListening(await listen(new Hono(), address));
}

/** What may answer a request before the application does; false to let it through. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Starts to listen. @throws Trouble when the port is taken or may not be used */
export function listen(
  app: Hono,
  { host, port }: Pick<Config, "host" | "port">,
  front: Front = () => false,
): Promise<ServerType> {
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (!front(request, response)) void listener(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenTrouble(error, host, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function listenTrouble(error: Error, host: string, port: number): Error {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new Trouble(
        `ポート ${port} はほかのプログラムが使っています。そちらを止めるか、PORT=${port + 1} npm start のように別の番号で起動してください。`,
        `Port ${port} is in use: stop the other program or set PORT.`,
      );
    case "EACCES":
      return new Trouble(
        `ポート ${port} を使う権限がありません。PORT に 1024 以上の番号を設定してください。`,
        "This port needs privileges.",
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Trouble(
        `このコンピューターには HOST（${host}）というアドレスがありません。127.0.0.1 か 0.0.0.0、またはこのコンピューターのアドレスにしてください。`,
        "HOST is not an address of this machine.",
      );
    default:
      return error;
  }
}

/** Takes no more requests and lets the ones in hand finish, for at most `patience` milliseconds. */
export async function stopListening(server: ServerType, patience = 8_000): Promise<void> {
  const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), patience).unref();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
  clearTimeout(cut);
}
