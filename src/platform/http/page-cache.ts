import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "#kernel/clock.ts";
import { chooseEncoding, encode, type Encoded, type Encoding } from "./compression.ts";
import type { Log } from "./log.ts";
import { securityHeaders } from "./security-headers.ts";

/** One page as it is asked for. */
export interface PageRequest {
  /** The municipality's schema. */
  readonly city: string;
  /** Host, path and known parameters: see `pageKey`. */
  readonly key: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** What the city's pages are made from, as one word that changes with it. */
  readonly state: () => Promise<string>;
  readonly make: () => Promise<Response>;
}

/** Finished public pages in memory, as long as nothing was published, withdrawn or purged and it is the same day in Tokyo. */
export interface PageCache {
  /** Answers from memory before anything else runs; false when the page has to go the long way. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** The long way: from memory if it still holds, else made, kept and sent. Only a plain 200 is kept. */
  answer(request: PageRequest): Promise<Response>;
  /** Looks at once whether the city's state changed, and if so lets go of all its pages. Called after each write. */
  refresh(city: string, state: () => Promise<string>): Promise<void>;
}

export interface PageCacheOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The parameters that any page reads; others make no page of their own. */
  readonly parameters: ReadonlySet<string>;
  /** Bytes kept at most, all encodings together. */
  readonly limit?: number;
}

const stateHolds = 1_000; // milliseconds for which the city's state is taken as seen
const tokyoOffset = 9 * 3_600_000;
const cacheControl = "public, max-age=0, must-revalidate";

interface Variant {
  readonly body: Buffer<ArrayBuffer>;
  readonly etag: string;
  /** Names and values in turn, as node:http sends them without copying. */
  readonly headers: readonly string[];
  readonly revalidated: readonly string[];
}

interface Entry {
  readonly city: string;
  readonly day: number;
  readonly state: string;
  readonly encoded: Encoded;
  readonly variants: Readonly<Partial<Record<Encoding, Variant>>>;
  readonly size: number;
}

interface City {
  state: string | undefined;
  seenAt: number;
  looking: Promise<string> | undefined;
}

export function createPageCache({ clock, log, parameters, limit = 64 * 1024 * 1024 }: PageCacheOptions): PageCache {
  const shelf = makeShelf(limit);
  const cities = new Map<string, City>();
  const cityOf = (name: string): City => {
    let city = cities.get(name);
    if (!city) cities.set(name, (city = { state: undefined, seenAt: -Infinity, looking: undefined }));
    return city;
  };
  const look = async (name: string, stateOf: () => Promise<string>): Promise<string> => {
    const city = cityOf(name);
    const seenAt = clock.now().getTime();
    const state = await stateOf();
    if (state !== city.state) shelf.dropCity(name);
    city.state = state;
    city.seenAt = seenAt;
    return state;
  };
  /** The city's state, asked for at most once a second however many pages want it. */
  const stateNow = (name: string, stateOf: () => Promise<string>, now: number): Promise<string> => {
    const city = cityOf(name);
    if (city.state !== undefined && now - city.seenAt < stateHolds) return Promise.resolve(city.state);
    return (city.looking ??= look(name, stateOf).finally(() => (city.looking = undefined)));
  };
  return {
    serve(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const entry = shelf.get(rawKey(request, parameters));
      if (!entry) return false;
      const now = clock.now().getTime();
      const city = cityOf(entry.city);
      if (entry.day !== tokyoDayNumber(now) || entry.state !== city.state || now - city.seenAt >= stateHolds)
        return false;
      const { requestId, status } = send(request, response, entry);
      log("info", "request", { requestId, method: request.method, path: pathOf(request), status, took: 0 });
      return true;
    },
    async answer(page) {
      const now = clock.now().getTime();
      const day = tokyoDayNumber(now);
      const state = await stateNow(page.city, page.state, now);
      const kept = shelf.get(page.key);
      if (kept && kept.state === state && kept.day === day) return responseOf(kept, page);
      const made = await page.make();
      if (made.status !== 200 || made.headers.get("cache-control") === "no-store") return made;
      const entry = await entryOf(made, { city: page.city, day, state });
      if (cityOf(page.city).state === state) shelf.put(page.key, entry);
      return responseOf(entry, page);
    },
    async refresh(city, state) {
      if (cities.has(city)) await look(city, state);
    },
  };
}

/** What a page is kept under: the host, the path, and those parameters that pages read, in alphabetical order. */
export function pageKey(host: string, path: string, query: URLSearchParams, parameters: ReadonlySet<string>): string {
  const known = knownQuery(query, parameters).toString();
  return known === "" ? `${host}${path}` : `${host}${path}?${known}`;
}

/** The query with only these parameters, each once, in alphabetical order. */
export function knownQuery(query: URLSearchParams, parameters: ReadonlySet<string>): URLSearchParams {
  const known = new URLSearchParams();
  for (const name of [...parameters].sort()) {
    const value = query.get(name);
    if (value !== null) known.set(name, value);
  }
  return known;
}

function rawKey(request: IncomingMessage, parameters: ReadonlySet<string>): string {
  const host = request.headers.host ?? "";
  const url = request.url ?? "";
  const mark = url.indexOf("?");
  if (mark < 0) return host + url;
  return pageKey(host, url.slice(0, mark), new URLSearchParams(url.slice(mark + 1)), parameters);
}

/** The path alone: what someone searches for is not for the log. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}

function tokyoDayNumber(now: number): number {
  return Math.floor((now + tokyoOffset) / 86_400_000);
}

async function entryOf(made: Response, about: Pick<Entry, "city" | "day" | "state">): Promise<Entry> {
  const body = Buffer.from(await made.arrayBuffer());
  const encoded = await encode(body, made.headers.get("content-type") ?? "");
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const own = [...made.headers].filter(([name]) => name !== "content-length").flat();
  const variants: Partial<Record<Encoding, Variant>> = {};
  let size = 0;
  for (const encoding of ["identity", "gzip", "br"] as const) {
    const bytes = encoded[encoding];
    if (!bytes) continue;
    size += bytes.length;
    variants[encoding] = variantOf(bytes, `"${digest}-${encoding}"`, encoding, own);
  }
  return { ...about, encoded, variants, size };
}

function variantOf(body: Buffer<ArrayBuffer>, etag: string, encoding: Encoding, own: readonly string[]): Variant {
  const always = ["cache-control", cacheControl, "etag", etag, "vary", "accept-encoding"];
  const shown = encoding === "identity" ? own : [...own, "content-encoding", encoding];
  const security = Object.entries(securityHeaders).flat();
  return {
    body,
    etag,
    headers: [...shown, ...always, "content-length", String(body.length), ...security],
    revalidated: [...always, ...security],
  };
}

function variantFor(entry: Entry, acceptEncoding: string | undefined): Variant {
  const variant = entry.variants[chooseEncoding(acceptEncoding, entry.encoded)];
  if (!variant) throw new Error("a kept page lacks the encoding it has");
  return variant;
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.includes(etag);
}

interface Sent {
  readonly requestId: string;
  readonly status: number;
}

/** Sends a kept page. All headers go in one array, which node:http writes without looking at each again. */
function send(request: IncomingMessage, response: ServerResponse, entry: Entry): Sent {
  const variant = variantFor(entry, request.headers["accept-encoding"]);
  const requestId = randomUUID(); // drawn from a pool, where newId asks the system for each
  const isSame = isKnown(request.headers["if-none-match"], variant.etag);
  const status = isSame ? 304 : 200;
  response.writeHead(status, [...(isSame ? variant.revalidated : variant.headers), "x-request-id", requestId]);
  response.end(isSame || request.method === "HEAD" ? undefined : variant.body);
  return { requestId, status };
}

/** The same through the long way, where others add the security headers. */
function responseOf(entry: Entry, { acceptEncoding, ifNoneMatch }: PageRequest): Response {
  const variant = variantFor(entry, acceptEncoding);
  const isSame = isKnown(ifNoneMatch, variant.etag);
  const names = isSame ? variant.revalidated : variant.headers;
  const headers = new Headers();
  for (let index = 0; index < names.length; index += 2) headers.set(names[index] ?? "", names[index + 1] ?? "");
  return new Response(isSame ? null : variant.body, { status: isSame ? 304 : 200, headers });
}

interface Shelf {
  get(key: string): Entry | undefined;
  put(key: string, entry: Entry): void;
  dropCity(city: string): void;
}

/** Pages by key; the least recently read go when the limit is passed. */
function makeShelf(limit: number): Shelf {
  const entries = new Map<string, Entry>();
  let size = 0;
  const drop = (key: string) => {
    size -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    put(key, entry) {
      drop(key);
      if (entry.size > limit / 4) return;
      entries.set(key, entry);
      size += entry.size;
      for (const oldest of entries.keys()) {
        if (size <= limit) return;
        drop(oldest);
      }
    },
    dropCity(city) {
      for (const [key, entry] of entries) if (entry.city === city) drop(key);
    },
  };
}
