import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { chooseEncoding, type Encoded } from "./compression.ts";
import { securityHeaders } from "./security-headers.ts";

interface StaticFile {
  readonly encoded: Encoded;
  readonly mediaType: string;
  readonly etag: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const addresses = /^\/assets\/([A-Za-z0-9_-][A-Za-z0-9_.-]*)$/;

/**
 * Answers /assets/… with what the build made, compressed by the build too (.br and .gz beside the file). A name carries the hash
 * of its content, so browsers may keep it for ever; each is read once. False for every other address.
 */
export function serveStaticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = new Map<string, Promise<StaticFile | undefined>>();
  const fileOf = (name: string) => {
    let file = files.get(name);
    if (!file) {
      file = readStatic(folder, name);
      files.set(name, file);
      void file.then((found) => found ?? files.delete(name));
    }
    return file;
  };
  return (request, response) => {
    if (!request.url?.startsWith("/assets/")) return false;
    const name = addresses.exec(request.url)?.[1];
    void (name === undefined ? Promise.resolve(undefined) : fileOf(name)).then((file) => send(request, response, file));
    return true;
  };
}

async function readStatic(folder: string, name: string): Promise<StaticFile | undefined> {
  const mediaType = mediaTypes[extname(name)];
  if (mediaType === undefined) return undefined;
  try {
    const path = join(folder, name);
    const identity = Buffer.from(await readFile(path));
    const [br, gzip] = await Promise.all([readPacked(`${path}.br`), readPacked(`${path}.gz`)]);
    const encoded = br && gzip ? { identity, br, gzip } : { identity };
    return { encoded, mediaType, etag: createHash("sha256").update(identity).digest("base64url").slice(0, 22) };
  } catch {
    return undefined;
  }
}

/** Undefined where the build found nothing to win. */
async function readPacked(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && Buffer.from(bytes);
}

function send(request: IncomingMessage, response: ServerResponse, file: StaticFile | undefined): void {
  if (!file || (request.method !== "GET" && request.method !== "HEAD")) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8", ...securityHeaders });
    response.end("見つかりません。");
    return;
  }
  const encoding = chooseEncoding(request.headers["accept-encoding"], file.encoded);
  const body = file.encoded[encoding] ?? file.encoded.identity;
  const etag = `"${file.etag}-${encoding}"`;
  const always = {
    "cache-control": "public, max-age=31536000, immutable",
    etag,
    vary: "accept-encoding",
    ...securityHeaders,
  };
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, always);
    response.end();
    return;
  }
  const coding = encoding === "identity" ? {} : { "content-encoding": encoding };
  response.writeHead(200, { ...always, ...coding, "content-type": file.mediaType, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}
