import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { chooseEncoding, encode, type Encoded } from "./compression.ts";
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
 * Answers /assets/… with what the build made. A name carries the hash of its content, so browsers may keep it for ever; each is
 * read and compressed once. False for every other address.
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
    const body = Buffer.from(await readFile(join(folder, name)));
    const encoded = await encode(body, mediaType, "best");
    return { encoded, mediaType, etag: createHash("sha256").update(body).digest("base64url").slice(0, 22) };
  } catch {
    return undefined;
  }
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
