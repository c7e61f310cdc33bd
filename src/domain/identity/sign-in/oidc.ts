import { record, type Ctx } from "#domain/audit/index.ts";
import { addMinutes } from "#kernel/day.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { OpenIdDown, OpenIdRefused, type Arrival, type OpenIdProvider } from "#platform/openid/index.ts";
import { z } from "zod";
import { newToken, tokenHash } from "../one-time-link.ts";
import { signInRefusals } from "../labels.ts";
import {
  insertAccountLink,
  insertChallenge,
  linkedPerson,
  linksOf,
  takeChallenge,
  wayRows,
} from "../store/sign-in-ways.ts";
import { wayRefusals } from "../ways/labels.ts";
import { secretName } from "../ways/secret-name.ts";
import { storedOidc, type OidcSettings } from "../ways/settings.ts";
import { isOpen } from "../ways/way.ts";
import { noteRefusal } from "./attempts.ts";
import { cookieOf, signed, unsigned } from "./cookie.ts";
import { cookieName, isSecure, type Caller } from "./desk.ts";
import { comeIn, personKnownAs } from "./proven.ts";
import { takesTurn, type SignedIn } from "./sign-in.ts";

export const oidcReturnPath = "/staff/sign-in/oidc/callback";
const roundMinutes = 10;

interface OpenWay {
  readonly settings: OidcSettings;
  readonly provider: OpenIdProvider;
}

/** The provider, where the city set one up and the way is open here. */
async function openWay(ctx: Ctx, { signInDesk }: Caller): Promise<OpenWay | undefined> {
  const { oidc } = await wayRows(ctx.db);
  const settings = storedOidc(oidc.settings);
  if (!settings || !isOpen(oidc, signInDesk.zone)) return undefined;
  return { settings, provider: await providerOf(ctx, signInDesk, settings) };
}

export async function providerOf(
  ctx: Ctx,
  { keptValues }: Pick<Caller["signInDesk"], "keptValues">,
  { issuer, clientId, scopes }: OidcSettings,
): Promise<OpenIdProvider> {
  const clientSecret = await keptValues.read(secretName(ctx.municipality, "oidc"));
  return { issuer, clientId, scopes, clientSecret };
}

/** What must come back with the browser; kept for one round. */
const roundShape = z.object({
  address: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

/** Sends the browser to the provider (OIDC). @returns where to, and the cookie that ties the round to this browser */
export async function startOidc(
  ctx: Ctx,
  caller: Caller,
  { to }: { readonly to: string },
): Promise<Result<{ readonly address: string; readonly cookies: readonly string[] }>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const way = await openWay(ctx, caller);
  if (!way) return refuse(wayRefusals.notConfigured);
  try {
    const departure = await caller.signInDesk.openId.depart(way.provider, returnAddress(ctx, caller));
    const token = newToken();
    const at = ctx.clock.now();
    const expiresAt = addMinutes(at, roundMinutes);
    const value = { ...departure, to };
    await ctx.transaction((tx) => insertChallenge(tx, { identifier: roundOf(token), value, at, expiresAt }));
    return accept({ address: departure.address, cookies: [roundCookie(ctx, caller, token)] });
  } catch (error) {
    return refuse(await refusalOf(ctx, caller, error));
  }
}

/** Ends the round: whoever comes back is let in, if an administrator has entered them and they may come by this way. */
export async function finishOidc(ctx: Ctx, caller: Caller): Promise<Result<SignedIn & { readonly to: string }>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const way = await openWay(ctx, caller);
  if (!way) return refuse(wayRefusals.notConfigured);
  const round = await takeRound(ctx, caller);
  if (!round) return refuse(wayRefusals.roundOver);
  try {
    const returned = new URL(new URL(caller.request.url).search, returnAddress(ctx, caller));
    const arrival = await caller.signInDesk.openId.arrive(way.provider, returned, round, way.settings.claim);
    const entered = await enter(ctx, caller, way, arrival);
    return entered.ok ? accept({ ...entered.value, to: round.to }) : entered;
  } catch (error) {
    return refuse(await refusalOf(ctx, caller, error));
  }
}

async function enter(ctx: Ctx, caller: Caller, way: OpenWay, arrival: Arrival): Promise<Result<SignedIn>> {
  const known = await whoIs(ctx, way.settings, arrival);
  if (known.ok) return comeIn(ctx, caller, { way: "oidc", personId: known.value, twoFactors: way.settings.twoFactors });
  await noteRefusal(ctx, { caller, way: "oidc", outcome: "unknown" });
  return known;
}

/**
 * The person of an account at the provider: the one it was tied to before, else the one whose number or address it brings; then it
 * is tied to them. Nobody registers themselves, and a person tied to one account is not given to another.
 */
async function whoIs(ctx: Ctx, settings: OidcSettings, { subject, claims }: Arrival): Promise<Result<string>> {
  const provider = `oidc:${settings.issuer}`;
  const tied = await linkedPerson(ctx.db, provider, subject);
  if (tied !== undefined) return accept(tied);
  const value = claims[settings.claim];
  const isUnproved = settings.match === "email" && claims["email_verified"] === false;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const personId = isUnproved ? undefined : await personKnownAs(ctx, settings.match, text);
  if (personId === undefined) return refuse(wayRefusals.nobodyKnown);
  return ctx.transaction(async (tx) => {
    const links = await linksOf(tx, personId);
    if (links.some((link) => link.provider === provider)) return refuse(wayRefusals.linkedToOther);
    await insertAccountLink(tx, { personId, provider, account: subject, at: ctx.clock.now() });
    await record(tx, ctx, "identity.account.linked", { personId });
    return accept(personId);
  });
}

/** Where the sign-in at the provider is ended; undefined when it has no such page, or does not answer. */
export async function oidcEndAddress(ctx: Ctx, caller: Caller): Promise<string | undefined> {
  const way = await openWay(ctx, caller);
  if (!way) return undefined;
  const origin = caller.signInDesk.originOf(caller.request, ctx.municipality);
  try {
    return await caller.signInDesk.openId.endAddress(way.provider, `${origin}/staff/sign-in`);
  } catch (error) {
    if (error instanceof OpenIdDown || error instanceof OpenIdRefused) return undefined;
    throw error;
  }
}

function returnAddress(ctx: Ctx, { signInDesk, request }: Caller): string {
  return `${signInDesk.originOf(request, ctx.municipality)}${oidcReturnPath}`;
}

function roundOf(token: string): string {
  return `oidc-${tokenHash(token)}`;
}

function roundCookie(ctx: Ctx, caller: Caller, token: string): string {
  const secure = isSecure(caller, ctx.municipality);
  const value = encodeURIComponent(signed(token, caller.signInDesk.secret));
  const attributes = `Max-Age=${roundMinutes * 60}; Path=/staff/sign-in; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${cookieName(ctx.municipality, "oidc", secure)}=${value}; ${attributes}`;
}

async function takeRound(ctx: Ctx, caller: Caller): Promise<z.infer<typeof roundShape> | undefined> {
  const cookie = cookieOf(caller.request, cookieName(ctx.municipality, "oidc", isSecure(caller, ctx.municipality)));
  const token = cookie && unsigned(cookie, caller.signInDesk.secret);
  if (!token) return undefined;
  const taken = await ctx.transaction((tx) => takeChallenge(tx, roundOf(token), ctx.clock.now()));
  return roundShape.safeParse(taken).data;
}

/** What the person is told of a fault at the provider; the attempt is written down. @throws what is no such fault */
async function refusalOf(ctx: Ctx, caller: Caller, error: unknown): Promise<Refusal> {
  if (error instanceof OpenIdRefused && error.reason === "access_denied") return wayRefusals.cancelled;
  const isDown = error instanceof OpenIdDown;
  if (!isDown && !(error instanceof OpenIdRefused)) throw error;
  await noteRefusal(ctx, { caller, way: "oidc", outcome: isDown ? "providerDown" : "providerRefused" });
  return isDown ? wayRefusals.providerDown : wayRefusals.providerRefused;
}
