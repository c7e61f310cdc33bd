import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { record, type Ctx } from "#domain/audit/index.ts";
import { addMinutes } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { signInRefusals } from "../labels.ts";
import { newToken, tokenHash } from "../one-time-link.ts";
import { mayManagePeople } from "../permissions.ts";
import {
  anyPasskey,
  insertPasskey,
  passkeyByCredential,
  passkeysOf,
  removePasskeyRow,
  touchPasskey,
  type Passkey,
} from "../store/passkeys.ts";
import { personById } from "../store/people.ts";
import { insertChallenge, takeChallenge, wayRules } from "../store/sign-in-ways.ts";
import { wayRefusals } from "../ways/labels.ts";
import { isOpen } from "../ways/way.ts";
import { beginAttempt, noteRefusal } from "./attempts.ts";
import type { Caller } from "./desk.ts";
import { confirmOwner, ownPerson } from "./own-account.ts";
import { openDoor, personMayComeBy } from "./proven.ts";
import { takesTurn, type SignedIn } from "./sign-in.ts";

/** A question to the person's device, to be answered once within ten minutes. */
export interface PasskeyRound<Options> {
  readonly round: string;
  readonly options: Options;
}

const roundMinutes = 10;
const roundShape = z.object({ challenge: z.string(), personId: z.string().nullable() });

interface Site {
  readonly origin: string;
  readonly host: string;
}

/** The site as devices know it. A passkey belongs to a host by name, under TLS or on this machine; elsewhere browsers have none. */
function siteOf(ctx: Ctx, { signInDesk, request }: Caller): Site | undefined {
  const { origin, protocol, hostname } = new URL(signInDesk.originOf(request, ctx.municipality));
  const isName = /[a-z]$/i.test(hostname);
  const isSafe = protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost");
  return isName && isSafe ? { origin, host: hostname } : undefined;
}

async function keepRound(ctx: Ctx, value: z.infer<typeof roundShape>): Promise<string> {
  const round = newToken();
  const at = ctx.clock.now();
  const challenge = { identifier: roundOf(round), value, at, expiresAt: addMinutes(at, roundMinutes) };
  await ctx.transaction((tx) => insertChallenge(tx, challenge));
  return round;
}

function roundOf(round: string): string {
  return `passkey-${tokenHash(round)}`;
}

async function takeRound(ctx: Ctx, round: string): Promise<z.infer<typeof roundShape> | undefined> {
  const taken = await ctx.transaction((tx) => takeChallenge(tx, roundOf(round), ctx.clock.now()));
  return roundShape.safeParse(taken).data;
}

/** Begins to register a passkey (パスキーの登録), once the person has shown who they are. */
export async function startPasskey(
  ctx: Ctx,
  caller: Caller,
  typed: string,
): Promise<Result<PasskeyRound<PublicKeyCredentialCreationOptionsJSON>>> {
  const site = siteOf(ctx, caller);
  if (!site) return refuse(wayRefusals.passkeyNoSecureHost);
  const confirmed = await confirmOwner(ctx, caller, typed);
  if (!confirmed.ok) return confirmed;
  const person = await personById(ctx.db, ownPerson(ctx).id);
  const own = await passkeysOf(ctx.db, person.id);
  const options = await generateRegistrationOptions({
    rpName: `${ctx.municipality.name} 総合計画`,
    rpID: site.host,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: "none",
    excludeCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: known(transports),
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return accept({ round: await keepRound(ctx, { challenge: options.challenge, personId: person.id }), options });
}

function known(transports: readonly string[]): AuthenticatorTransport[] {
  return [...transports] as AuthenticatorTransport[]; // hints for the browser; it passes over those it does not know
}

export interface PasskeyAnswer {
  readonly round: string;
  /** What the browser's answer is, as JSON. */
  readonly answer: string;
}

/** Registers the passkey that the device made. */
export async function registerPasskey(
  ctx: Ctx,
  caller: Caller,
  input: PasskeyAnswer & { readonly name: string },
): Promise<Result<void>> {
  const { id: personId } = ownPerson(ctx);
  const [site, round, name] = [siteOf(ctx, caller), await takeRound(ctx, input.round), input.name.trim().slice(0, 60)];
  if (!site || round?.personId !== personId) return refuse(wayRefusals.passkeyNotMade);
  if (name === "") return refuse(wayRefusals.passkeyNoName);
  const made = await verifiedRegistration(site, round.challenge, input.answer);
  if (!made) return refuse(wayRefusals.passkeyNotMade);
  const createdAt = ctx.clock.now();
  return ctx.transaction(async (tx) => {
    const passkey = { ...made, id: newId(), personId, host: site.host, name, createdAt, lastUsedAt: null };
    if (!(await insertPasskey(tx, passkey))) return refuse(wayRefusals.passkeyNotMade);
    await record(tx, ctx, "identity.passkey.registered", { personId, passkeyId: passkey.id });
    return accept(undefined);
  });
}

type Made = Pick<Passkey, "credentialId" | "publicKey" | "counter" | "transports">;

async function verifiedRegistration(site: Site, challenge: string, answer: string): Promise<Made | undefined> {
  const response = parsed(answer) as RegistrationResponseJSON | undefined; // verified as a whole right below
  if (!response) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports };
  } catch {
    return undefined; // the library throws at whatever does not fit
  }
}

const answerShape = z.looseObject({ id: z.string(), rawId: z.string(), type: z.string(), response: z.looseObject({}) });

function parsed(answer: string): z.infer<typeof answerShape> | undefined {
  try {
    return answerShape.safeParse(JSON.parse(answer)).data;
  } catch {
    return undefined;
  }
}

/** Begins to sign in by passkey: whichever of this host the device has, so nobody types an address. */
export async function askForPasskey(
  ctx: Ctx,
  caller: Caller,
): Promise<Result<PasskeyRound<PublicKeyCredentialRequestOptionsJSON>>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const site = siteOf(ctx, caller);
  if (!site) return refuse(wayRefusals.passkeyNoSecureHost);
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: "required" });
  return accept({ round: await keepRound(ctx, { challenge: options.challenge, personId: null }), options });
}

/** Whether a passkey could open the door here: it would lead nowhere for a city in which nobody has one. */
export async function isPasskeyOffered(ctx: Ctx, caller: Caller): Promise<boolean> {
  const site = siteOf(ctx, caller);
  if (!site || !isOpen((await wayRules(ctx.db)).passkey, caller.signInDesk.zone)) return false;
  return anyPasskey(ctx.db, site.host);
}

/** Whether a passkey can be registered under the address by which this page was opened. */
export function canRegisterPasskey(ctx: Ctx, caller: Caller): boolean {
  return siteOf(ctx, caller) !== undefined;
}

/** Signs in by passkey. It stands for two factors: the device, and the PIN, finger or face that unlocked it there. */
export async function signInByPasskey(ctx: Ctx, caller: Caller, input: PasskeyAnswer): Promise<Result<SignedIn>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const [site, round, answer] = [siteOf(ctx, caller), await takeRound(ctx, input.round), parsed(input.answer)];
  if (!site || !round || !answer) return refuse(wayRefusals.roundOver);
  const passkey = await passkeyByCredential(ctx.db, answer.id);
  if (!passkey) {
    await noteRefusal(ctx, { caller, way: "passkey", outcome: "unknown" });
    return refuse(wayRefusals.passkeyUnknown);
  }
  const { personId } = passkey;
  if (!(await personMayComeBy(ctx, caller, { personId, way: "passkey" }))) {
    await noteRefusal(ctx, { caller, personId, way: "passkey", outcome: "wayClosed" });
    return refuse(wayRefusals.wayClosed);
  }
  const attempt = await beginAttempt(ctx, { caller, personId, way: "passkey", presumed: "wrongPasskey" });
  if (!attempt) return refuse(wayRefusals.notLetIn);
  const response = answer as unknown as AuthenticationResponseJSON; // verified as a whole right below
  const counter = await verifiedCounter(site, round.challenge, { passkey, response });
  if (counter === undefined) return refuse(wayRefusals.passkeyWrong);
  await ctx.transaction((tx) => touchPasskey(tx, { id: passkey.id, counter, at: ctx.clock.now() }));
  return accept(await openDoor(ctx, caller, { attempt, personId, way: "passkey", twoFactors: true }));
}

/** How often the device was used, when its signature fits; undefined when anything does not. */
async function verifiedCounter(
  site: Site,
  challenge: string,
  { passkey, response }: { readonly passkey: Passkey; readonly response: AuthenticationResponseJSON },
): Promise<number | undefined> {
  const { credentialId, publicKey, counter, transports } = passkey;
  const key = new Uint8Array(Buffer.from(publicKey, "base64url"));
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: key, counter, transports: known(transports) },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined; // the library throws at whatever does not fit
  }
}

export async function ownPasskeys(ctx: Ctx): Promise<Passkey[]> {
  return passkeysOf(ctx.db, ownPerson(ctx).id);
}

/** Removes one of the own passkeys (端末を手放すとき). @throws NotFound */
export async function removeOwnPasskey(
  ctx: Ctx,
  caller: Caller,
  input: { readonly id: string; readonly password: string },
): Promise<Result<void>> {
  const { id: personId } = ownPerson(ctx);
  const confirmed = await confirmOwner(ctx, caller, input.password);
  if (!confirmed.ok) return confirmed;
  await takeAway(ctx, { personId, id: input.id, act: "identity.passkey.removed" });
  return accept(undefined);
}

/** Takes a passkey away from someone who lost the device. @throws NotFound */
export async function removePasskeyOf(
  ctx: Ctx,
  { personId, id }: { readonly personId: string; readonly id: string },
): Promise<void> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  await takeAway(ctx, { personId, id, act: "identity.passkey.takenAway" });
}

interface Removal {
  readonly personId: string;
  readonly id: string;
  readonly act: string;
}

async function takeAway(ctx: Ctx, { personId, id, act }: Removal): Promise<void> {
  await ctx.transaction(async (tx) => {
    if ((await removePasskeyRow(tx, personId, id)) === undefined) throw new NotFound();
    await record(tx, ctx, act, { personId, passkeyId: id });
  });
}
