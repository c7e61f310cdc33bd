import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { Clock } from "#kernel/clock.ts";
import { silentLog, type Log } from "./log.ts";
import { createPageCache, pageKey, type PageCache, type PageRequest } from "./page-cache.ts";

const parameters = new Set(["q", "page"]);
const html = `<!doctype html>${"<p>みほん市の総合計画</p>".repeat(200)}`;

/** A clock that the test moves; it begins on 2026-11-22 at 23:59:50 in Tokyo. */
function movingClock() {
  let now = Date.parse("2026-11-22T14:59:50Z");
  const clock: Clock = { now: () => new Date(now), today: () => "unused" };
  return { clock, wait: (milliseconds: number) => (now += milliseconds) };
}

function city(log: Log = silentLog) {
  const { clock, wait } = movingClock();
  const cache = createPageCache({ clock, log, parameters, limit: 200_000 });
  const seen = { made: 0, looks: 0, state: "1" };
  const ask = (path: string, extra: Partial<PageRequest> = {}) => {
    const url = new URL(path, "http://c.test");
    return cache.answer({
      city: "city_000000",
      key: pageKey("c.test", url.pathname, url.searchParams, parameters),
      acceptEncoding: undefined,
      ifNoneMatch: undefined,
      state: async () => (seen.looks++, seen.state),
      make: async () => (
        seen.made++,
        new Response(`${html}${seen.state}`, { headers: { "content-type": "text/html; charset=utf-8" } })
      ),
      ...extra,
    });
  };
  return { cache, seen, ask, wait };
}

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A real server before which the cache stands; what it lets through is answered 204. */
async function front(cache: PageCache) {
  const server = createServer(
    (request, response) => void (cache.serve(request, response) || response.writeHead(204).end()),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // listens on TCP
  return (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
      const request = get(
        { host: "127.0.0.1", port, path, method, agent: false, headers: { host: "c.test", ...headers } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("end", () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      request.on("error", reject);
    });
}

describe("the page cache", () => {
  it("makes a page once and sends the same bytes before the application, in the best encoding", async () => {
    const { cache, seen, ask } = city();
    const made = await (await ask("/plan")).text();
    const fetch = await front(cache);
    const plain = await fetch("/plan");
    expect([seen.made, plain.status, plain.body.toString()]).toEqual([1, 200, made]);
    const br = await fetch("/plan", { "accept-encoding": "gzip, deflate, br" });
    expect([br.headers["content-encoding"], brotliDecompressSync(br.body).toString()]).toEqual(["br", made]);
    const gzip = await fetch("/plan", { "accept-encoding": "gzip, br;q=0" });
    expect([gzip.headers["content-encoding"], gunzipSync(gzip.body).toString()]).toEqual(["gzip", made]);
    expect(plain.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(plain.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(plain.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const head = await fetch("/plan", {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(Buffer.byteLength(made)),
    ]);
  });

  it("says 304 to who has the same bytes, in each encoding of its own", async () => {
    const { cache, ask } = city();
    await ask("/plan");
    const fetch = await front(cache);
    const first = await fetch("/plan", { "accept-encoding": "br" });
    const etag = first.headers.etag ?? "";
    expect((await fetch("/plan", { "accept-encoding": "br", "if-none-match": etag })).status).toBe(304);
    expect((await fetch("/plan", { "accept-encoding": "gzip", "if-none-match": etag })).status).toBe(200);
    expect((await ask("/plan", { acceptEncoding: "br", ifNoneMatch: etag })).status).toBe(304);
  });

  it("keeps one page whatever unknown parameters follow, and another for each that is read", async () => {
    const { seen, ask, cache } = city();
    await ask("/search?q=学校&utm_source=mail");
    await ask("/search?fbclid=1&q=学校");
    expect(seen.made).toBe(1);
    await ask("/search?q=防災");
    expect(seen.made).toBe(2);
    const fetch = await front(cache);
    expect((await fetch(`/search?x=1&q=${encodeURIComponent("学校")}`)).status).toBe(200);
    expect((await fetch("/search?q=other")).status).toBe(204);
  });

  it("keeps what someone searched for out of the log", async () => {
    const lines: string[] = [];
    const { cache, ask } = city((_level, _event, fields) => void lines.push(JSON.stringify(fields)));
    await ask("/search?q=abuse");
    expect((await (await front(cache))("/search?q=abuse")).status).toBe(200);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"path":"/search"');
  });

  it("looks at the city's state at most once a second and drops everything when it changed", async () => {
    const { seen, ask, wait, cache } = city();
    await Promise.all([ask("/a"), ask("/b"), ask("/c")]);
    expect(seen.looks).toBe(1);
    const fetch = await front(cache);
    seen.state = "2";
    expect((await fetch("/a")).status).toBe(200);
    wait(1_000);
    expect((await fetch("/a")).status).toBe(204);
    expect(await (await ask("/a")).text()).toBe(`${html}2`);
    expect([seen.looks, seen.made]).toEqual([2, 4]);
    expect((await fetch("/b")).status).toBe(204);
  });

  it("lets go of pages at once when a write here changed the state, and keeps them when it did not", async () => {
    const { cache, seen, ask } = city();
    await ask("/a");
    const fetch = await front(cache);
    await cache.refresh("city_000000", async () => "1");
    expect((await fetch("/a")).status).toBe(200);
    seen.state = "2";
    await cache.refresh("city_000000", async () => "2");
    expect((await fetch("/a")).status).toBe(204);
    await ask("/a");
    expect(seen.made).toBe(2);
  });

  it("makes pages anew at midnight in Tokyo", async () => {
    const { seen, ask, wait } = city();
    await ask("/a");
    wait(9_999);
    await ask("/a");
    expect(seen.made).toBe(1);
    wait(1);
    await ask("/a");
    expect(seen.made).toBe(2);
  });

  it("keeps no error, no withdrawn page and nothing that must not be stored", async () => {
    const { ask, cache } = city();
    for (const status of [404, 410, 500]) await ask(`/${status}`, { make: async () => new Response("x", { status }) });
    await ask("/private", { make: async () => new Response("x", { headers: { "cache-control": "no-store" } }) });
    const fetch = await front(cache);
    for (const path of ["/404", "/410", "/500", "/private"]) expect((await fetch(path)).status).toBe(204);
    expect((await fetch("/404", {}, "POST")).status).toBe(204);
  });

  it("keeps no page that was made while the state changed", async () => {
    const { ask, cache, seen } = city();
    await ask("/slow", {
      make: async () => {
        seen.state = "2";
        await cache.refresh("city_000000", async () => "2");
        return new Response("from before the purge", { headers: { "content-type": "text/html" } });
      },
    });
    expect(await (await ask("/slow")).text()).toBe(`${html}2`);
  });

  it("stays within its limit and lets the least recently read go first", async () => {
    const { ask, seen } = city();
    const page = async (path: string) =>
      ask(path, {
        make: async () => (seen.made++, new Response("x".repeat(45_000), { headers: { "content-type": "image/png" } })),
      });
    for (const path of ["/1", "/2", "/3", "/4"]) await page(path);
    await page("/1");
    await page("/5");
    expect(seen.made).toBe(5);
    await page("/1");
    expect(seen.made).toBe(5);
    await page("/2");
    expect(seen.made).toBe(6);
  });
});
