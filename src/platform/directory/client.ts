import { isIP, type Socket } from "node:net";
import { Client, Filter, FilterParser, InvalidCredentialsError, SizeLimitExceededError } from "ldapts";
import { isLoopback } from "../loopback.ts";
import { DirectoryDown, faultOf } from "./faults.ts";

/** A city's directory (LDAP, Active Directory) and how to find people in it. */
export interface Directory {
  /** ldaps://host:636, or ldap://host:389 with startTls. Without either only on this machine. */
  readonly url: string;
  readonly startTls: boolean;
  /** The certificate (PEM) of who signed the server's; "" for those the system knows. */
  readonly authority: string;
  /** The account that may read; "" to read without one. */
  readonly account: string;
  readonly accountPassword: string;
  readonly base: string;
  /** With {login} where what the person typed goes. */
  readonly filter: string;
  /** Whose value says who it is. */
  readonly attribute: string;
}

export interface DirectoryEntry {
  readonly dn: string;
  /** The attribute's value; "" when the entry has none. */
  readonly value: string;
}

/** An open connection to the directory with the reading account. */
export interface DirectoryClient {
  /** The one entry for what was typed; undefined when there is none, or more than one. @throws DirectoryDown, DirectoryMisfit */
  find(login: string): Promise<DirectoryEntry | undefined>;
  /** Whether the password is that of the entry. @throws DirectoryDown */
  isPassword(dn: string, password: string): Promise<"right" | "wrong" | "expired">;
  close(): Promise<void>;
}

const patience = 6_000; // milliseconds, for connecting and for each answer

/** Opens a connection and binds the reading account. @throws DirectoryDown, DirectoryMisfit */
export async function openDirectory(directory: Directory): Promise<DirectoryClient> {
  const client = await connected(directory);
  try {
    if (directory.account !== "") await client.bind(directory.account, directory.accountPassword);
  } catch (error) {
    await client.unbind().catch(() => {});
    throw faultOf(error);
  }
  return {
    find: (login) => found(client, directory, login),
    isPassword: (dn, password) => tried(directory, dn, password),
    close: () => client.unbind().catch(() => {}), // it is gone either way
  };
}

async function connected({ url, startTls, authority }: Directory): Promise<Client> {
  const { hostname, protocol } = new URL(url);
  if (protocol !== "ldaps:" && !startTls && !isLoopback(hostname)) throw new DirectoryDown("not encrypted");
  const isTls = protocol === "ldaps:";
  const tlsOptions: TlsOptions = {
    host: hostname,
    ...(!isIP(hostname) && { servername: hostname }),
    ...(authority !== "" && { ca: authority }),
  };
  const client = new Client({ url, timeout: patience, connectTimeout: patience, ...(isTls && { tlsOptions }) });
  if (startTls && !isTls) await secured(client, tlsOptions);
  return client;
}

interface TlsOptions {
  readonly host: string;
  /** Put here by the library: the connection below the secured one. */
  socket?: Socket;
}

/** Secures the connection, or closes it: the library waits for the handshake without end and leaves the socket open after a failed one. */
async function secured(client: Client, tlsOptions: TlsOptions): Promise<void> {
  const end = setTimeout(() => tlsOptions.socket?.destroy(new DirectoryDown("no handshake")), patience);
  try {
    await client.startTLS(tlsOptions);
  } catch (error) {
    tlsOptions.socket?.destroy();
    await client.unbind().catch(() => {});
    throw faultOf(error);
  } finally {
    clearTimeout(end);
  }
}

/** Whether a search filter can be read (RFC 4515), whatever stands for {login}. */
export function isFilter(filter: string): boolean {
  try {
    FilterParser.parseString(filter.replaceAll("{login}", "login"));
    return true;
  } catch {
    return false;
  }
}

async function found(client: Client, directory: Directory, login: string): Promise<DirectoryEntry | undefined> {
  const { base, attribute } = directory;
  const filter = directory.filter.replaceAll("{login}", () => Filter.escape(login));
  try {
    const limits = { sizeLimit: 2, timeLimit: 5 };
    const { searchEntries } = await client.search(base, { scope: "sub", filter, attributes: [attribute], ...limits });
    const [entry, ...more] = searchEntries;
    return entry && more.length === 0 ? { dn: entry.dn, value: textOf(entry, attribute) } : undefined;
  } catch (error) {
    if (error instanceof SizeLimitExceededError) return undefined;
    throw faultOf(error);
  }
}

/** Servers write names of attributes in letters of their own choice. */
function textOf(entry: Readonly<Record<string, unknown>>, attribute: string): string {
  const key = Object.keys(entry).find((name) => name.toLowerCase() === attribute.toLowerCase());
  const value = [key === undefined ? [] : entry[key]].flat()[0];
  return typeof value === "string" ? value : "";
}

/** Active Directory says so in the text of its answer, and only when the password was right: 532 expired, 773 must be changed. */
const expired = /\bdata (532|773)\b/;

async function tried(directory: Directory, dn: string, password: string): Promise<"right" | "wrong" | "expired"> {
  if (password === "") return "wrong"; // a bind without password succeeds as nobody (RFC 4513 §5.1.2)
  const client = await connected(directory);
  try {
    await client.bind(dn, password);
    return "right";
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return expired.test(error.message) ? "expired" : "wrong";
    throw faultOf(error);
  } finally {
    await client.unbind().catch(() => {});
  }
}
