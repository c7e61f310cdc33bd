import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

export type Encoding = "br" | "gzip" | "identity";

/** The same bytes as they travel, by encoding; small or already compressed ones travel as they are. */
export type Encoded = Readonly<Partial<Record<Encoding, Buffer<ArrayBuffer>>>> & {
  readonly identity: Buffer<ArrayBuffer>;
};

const smallest = 1_000; // below one packet nothing is won
const compressible = /^(text\/|application\/(json|javascript|xml|atom\+xml|manifest\+json)|image\/svg)/;
const deflate = promisify(gzip);
const squeeze = promisify(brotliCompress);

/** For what is kept and sent often. Files of the build come compressed. */
export async function encode(body: Buffer<ArrayBuffer>, mediaType: string): Promise<Encoded> {
  if (body.length < smallest || !compressible.test(mediaType)) return { identity: body };
  const [packed, br] = await Promise.all([
    deflate(body, { level: 6 }),
    squeeze(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ]);
  return { identity: body, gzip: packed, br };
}

const choices = new Map<string, readonly Encoding[]>();

/** The encoding to send: the best the client accepts among those there are. */
export function chooseEncoding(accepted: string | undefined, encoded: Encoded): Encoding {
  if (accepted === undefined || !encoded.br) return "identity";
  let order = choices.get(accepted);
  if (!order) {
    if (choices.size > 200) choices.clear(); // clients choose the header, so its variety is bounded here
    choices.set(accepted, (order = orderOf(accepted)));
  }
  return order.find((encoding) => encoded[encoding]) ?? "identity";
}

function orderOf(accepted: string): Encoding[] {
  const refused = /;\s*q=0(\.0*)?\s*(,|$)/;
  const named = accepted
    .toLowerCase()
    .split(",")
    .filter((part) => !refused.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).filter((encoding) => named.includes(encoding));
}

/** Compresses what is made for one person: pages of the staff site and files. What the page cache sent is left alone. */
export const withCompression: MiddlewareHandler = async (c, next) => {
  await next();
  const { res } = c;
  const mediaType = res.headers.get("content-type") ?? "";
  if (!res.body || res.headers.has("content-encoding") || !compressible.test(mediaType)) return;
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "") || c.req.method === "HEAD") return;
  const body = Buffer.from(await res.arrayBuffer());
  const headers = new Headers(res.headers);
  headers.append("vary", "accept-encoding");
  if (body.length >= smallest) headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  c.res = new Response(body.length >= smallest ? await deflate(body, { level: 5 }) : body, {
    status: res.status,
    headers,
  });
};
