import { BlockList, isIP } from "node:net";
import { hostname as ownHostname, networkInterfaces } from "node:os";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Config } from "./config.ts";
import { claimedHosts, type Database, type Municipality } from "#platform/database/index.ts";
import { Trouble } from "#platform/trouble.ts";

/**
 * The client's address: the socket's, or where that is a trusted proxy, the nearest address in X-Forwarded-For that is not one.
 * Without trusted proxies the header is ignored, because anyone can write it.
 */
export function clientAddress(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = addressList(trustedProxies);
  return (c) => {
    const socket = plainAddress(getConnInfo(c).remote.address ?? "");
    if (!isIn(trusted, socket)) return socket;
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => plainAddress(hop.trim()));
    return hops.findLast((hop) => isIP(hop) > 0 && !isIn(trusted, hop)) ?? socket;
  };
}

/** Addresses and networks (10.0.0.0/8) as a list that can be asked. */
function addressList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const address of addresses) {
    const [network = "", bits] = address.split("/");
    const family = isIP(network) === 6 ? "ipv6" : "ipv4";
    if (isIP(network) === 0) throw wrongProxy(address);
    if (bits === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(bits), family);
  }
  return list;
}

function wrongProxy(address: string): Trouble {
  return new Trouble(
    `環境変数 TRUSTED_PROXIES の ${address} は IP アドレスではありません。10.0.0.1 や 10.0.0.0/8 の形にしてください。`,
    "TRUSTED_PROXIES holds something that is no address.",
  );
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family > 0 && list.check(address, family === 6 ? "ipv6" : "ipv4");
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}

/** Scheme and host under which a request's city is reached: for links in mails and for Secure cookies. */
export type OriginOf = (request: Request, municipality: Municipality) => string;

export interface Origins {
  readonly originOf: OriginOf;
  close(): void;
}

const readEvery = 30_000; // milliseconds

/**
 * A city's origin is the host that it has claimed. Another host leads to the default city, and anyone can write any host into a
 * request: a link in a mail would follow it. So PUBLIC_URL is used instead; without it (at home) this machine's own names and
 * addresses are believed, and localhost stands for every other. The scheme is PUBLIC_URL's.
 */
export async function openOrigins(
  database: Database,
  { publicUrl, port }: Pick<Config, "publicUrl" | "port">,
): Promise<Origins> {
  const scheme = publicUrl?.startsWith("https:") ? "https:" : "http:";
  let claims = await claimedHosts(database);
  const reading = setInterval(() => {
    claimedHosts(database).then(
      (read) => (claims = read),
      () => {}, // the hosts known so far stay true
    );
  }, readEvery).unref();
  return {
    originOf(request, { code }) {
      const { host, hostname } = new URL(request.url);
      const isClaimed = claims.get(hostname) === code;
      if (isClaimed || (!publicUrl && isThisMachine(hostname))) return `${scheme}//${host}`;
      return publicUrl ?? `http://localhost:${port}`;
    },
    close: () => clearInterval(reading),
  };
}

function isThisMachine(host: string): boolean {
  const name = host.replaceAll(/[[\]]/g, "").toLowerCase();
  if (name === "localhost" || name.endsWith(".localhost") || name === ownHostname().toLowerCase()) return true;
  return (
    isIP(name) > 0 && Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === name))
  );
}

/** The address that a person on this machine opens: the city's first host, or localhost. */
export function localAddress({ publicUrl, port }: Pick<Config, "publicUrl" | "port">, host = "localhost"): string {
  return publicUrl ?? `http://${host}:${port}`;
}
