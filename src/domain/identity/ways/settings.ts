import { X509Certificate } from "node:crypto";
import { z } from "zod";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { isFilter } from "#platform/directory/index.ts";
import { isLoopback } from "#platform/loopback.ts";
import { settingFaults } from "./labels.ts";

/** By what a person of ours is known at the other side: the number, or the address that an administrator entered. */
export const matches = ["employeeNumber", "email"] as const;
export type Match = (typeof matches)[number];

const shared = { label: z.string().trim().max(40), match: z.enum(matches) };

const oidcShape = z.object({
  ...shared,
  issuer: z.string().trim(),
  clientId: z.string().trim(),
  scopes: z.string().trim(),
  claim: z.string().trim(),
  /** The provider itself asks everyone for two factors. */
  twoFactors: z.boolean(),
});

const ldapShape = z.object({
  ...shared,
  url: z.string().trim(),
  startTls: z.boolean(),
  authority: z.string().trim(),
  account: z.string().trim(),
  base: z.string().trim(),
  filter: z.string().trim(),
  attribute: z.string().trim(),
});

/** What the city registered with a provider of OpenID Connect (OIDC). The client's secret is kept apart. */
export type OidcSettings = z.infer<typeof oidcShape>;
/** Where the city's directory (LDAP, Active Directory) is and how people are found in it. The account's password is kept apart. */
export type LdapSettings = z.infer<typeof ldapShape>;

/** Stored settings; undefined where nothing whole was stored yet. */
export function storedOidc(stored: unknown): OidcSettings | undefined {
  return oidcShape.safeParse(stored).data;
}

export function storedLdap(stored: unknown): LdapSettings | undefined {
  return ldapShape.safeParse(stored).data;
}

const name = /^[A-Za-z0-9_.:/-]+$/;

/** What is wrong with the settings, all of it at once. */
export function checkOidc(entered: OidcSettings): Result<OidcSettings> {
  const settings = oidcShape.parse(entered);
  return checked(settings, {
    label: settings.label !== "",
    issuer: isSafeAddress(settings.issuer, "https:", "http:"),
    clientId: settings.clientId !== "",
    scopes: /^[\x21-\x7e ]*$/.test(settings.scopes),
    claim: name.test(settings.claim),
  });
}

export function checkLdap(entered: LdapSettings): Result<LdapSettings> {
  const settings = ldapShape.parse(entered);
  const mayBePlain = settings.startTls ? ["ldap:"] : [];
  return checked(settings, {
    label: settings.label !== "",
    url: isSafeAddress(settings.url, "ldaps:", "ldap:") || mayBePlain.includes(protocolOf(settings.url)),
    authority: settings.authority === "" || isCertificate(settings.authority),
    base: settings.base.includes("="),
    filter: settings.filter.includes("{login}") && isFilter(settings.filter),
    attribute: name.test(settings.attribute),
  });
}

function checked<T>(settings: T, fits: Readonly<Partial<Record<keyof typeof settingFaults, boolean>>>): Result<T> {
  const wrong = Object.entries(fits).filter(([, isRight]) => !isRight);
  if (wrong.length === 0) return accept(settings);
  const fields = wrong.map(([field]) => [field, settingFaults[field as keyof typeof settingFaults]]); // a key of `fits`
  const refusal: Refusal = {
    code: "badSettings",
    message: "直すところがあります。",
    fields: Object.fromEntries(fields) as Record<string, string>, // names and sentences
  };
  return refuse(refusal);
}

/** An address under the safe scheme, or under the plain one on this very machine. */
function isSafeAddress(address: string, safe: string, plain: string): boolean {
  const protocol = protocolOf(address);
  return protocol === safe || (protocol === plain && isLoopback(new URL(address).hostname));
}

function protocolOf(address: string): string {
  return URL.canParse(address) && new URL(address).hostname !== "" ? new URL(address).protocol : "";
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).subject.length >= 0;
  } catch {
    return false;
  }
}
