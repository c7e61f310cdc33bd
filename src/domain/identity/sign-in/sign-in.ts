import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Ctx } from "#domain/audit/index.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { signInRefusals } from "../labels.ts";
import { plainPassword } from "../password.ts";
import { plainEmail } from "../person.ts";
import { personByEmail } from "../store/people.ts";
import { markSignIn, signInFacts } from "../store/sign-in-ways.ts";
import { challengedPerson, passwordHash } from "../store/sign-ins.ts";
import { wayRefusals } from "../ways/labels.ts";
import { signInToken } from "./actor.ts";
import { beginAttempt, finishAttempt, type OpenAttempt } from "./attempts.ts";
import { cookieOf, unsigned } from "./cookie.ts";
import { cookieName, headersFor, isSecure, type Caller, type CityAuth } from "./desk.ts";
import { rememberDevice } from "./known-device.ts";
import { personMayComeBy } from "./proven.ts";
import { wrongAnswer } from "./wrong-answer.ts";

/** What the browser is to keep, and whether a code is still asked for. */
export interface SignedIn {
  readonly next: "in" | "code";
  /** Set-Cookie lines. */
  readonly cookies: readonly string[];
}

/** Signs in with address and password (サインイン). Every reason to refuse gives the same answer after the same work. */
export async function signIn(
  ctx: Ctx,
  caller: Caller,
  input: { readonly email: string; readonly password: string },
): Promise<Result<SignedIn>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const password = plainPassword(input.password);
  const person = await personByEmail(ctx.db, plainEmail(input.email));
  const attempt = await beginAttempt(ctx, { caller, personId: person?.id, presumed: "wrongPassword" });
  if (!attempt || !person) {
    await hashPassword(password.slice(0, 128)); // takes as long as looking at a real one
    return refuse(signInRefusals.refused);
  }
  if (!(await personMayComeBy(ctx, caller, { personId: person.id, way: "password" })))
    return refuseClosedPassword(ctx, attempt, password);
  const body = { email: person.email, password };
  const answer = await wrongAnswer(
    authFor(ctx, caller).api.signInEmail({ body, headers: headersFor(caller), returnHeaders: true }),
  );
  if (answer === "wrong") return refuse(signInRefusals.refused);
  const next = "twoFactorRedirect" in answer.response ? "code" : "in";
  await finishAttempt(ctx, attempt, next === "code" ? "codeAsked" : "signedIn");
  const known = next === "in" ? [rememberDevice(ctx, caller, person.id)] : [];
  return accept({ next, cookies: [...answer.headers.getSetCookie(), ...known] });
}

/** Says that the role may not use passwords only to someone who knows the password. */
async function refuseClosedPassword(ctx: Ctx, attempt: OpenAttempt, password: string): Promise<Result<SignedIn>> {
  const hash = await passwordHash(ctx.db, attempt.personId);
  if (hash === null || !(await verifyPassword({ hash, password }))) return refuse(signInRefusals.refused);
  await finishAttempt(ctx, attempt, "wayClosed");
  return refuse(wayRefusals.wayClosed);
}

/** One request of this network address; false when it sent too many. */
export function takesTurn(ctx: Ctx, { signInDesk, clientAddress }: Caller): boolean {
  return signInDesk.addressLimit.take(`${ctx.municipality.code} ${clientAddress}`);
}

export function authFor(ctx: Ctx, caller: Caller): CityAuth {
  return caller.signInDesk.authOf(ctx.municipality, isSecure(caller, ctx.municipality));
}

export interface CodeInput {
  readonly code: string;
  readonly kind: "app" | "backup";
}

/** The second step: the code of the app, or one of the backup codes, each of which works once. */
export async function confirmCode(ctx: Ctx, caller: Caller, input: CodeInput): Promise<Result<SignedIn>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const challenge = await challenged(ctx, caller);
  if (!challenge) return refuse(signInRefusals.challengeOver);
  const { personId, way } = challenge;
  const attempt = await beginAttempt(ctx, { caller, personId, way, presumed: "wrongCode" });
  if (!attempt) return refuse(signInRefusals.wrongCode);
  const answer = await wrongAnswer(checkCode(ctx, caller, input));
  if (answer === "wrong") return refuse(signInRefusals.wrongCode);
  const { token = "" } = answer.response; // better-auth writes one with every sign-in
  await ctx.transaction((tx) => markSignIn(tx, token, { way, twoFactors: true }));
  await finishAttempt(ctx, attempt, "signedIn");
  return accept({
    next: "in",
    cookies: [...answer.headers.getSetCookie(), rememberDevice(ctx, caller, personId)],
  });
}

function checkCode(ctx: Ctx, caller: Caller, { code, kind }: CodeInput) {
  const { api } = authFor(ctx, caller);
  const headers = headersFor(caller);
  headers.set("cookie", withoutSignIn(ctx, caller)); // or a sign-in still open here would be asked for its own code instead
  const plain = code.normalize("NFKC").replaceAll(/\s/g, "");
  return kind === "app"
    ? api.verifyTOTP({ body: { code: plain }, headers, returnHeaders: true })
    : api.verifyBackupCode({ body: { code: plain }, headers, returnHeaders: true });
}

function withoutSignIn(ctx: Ctx, caller: Caller): string {
  const name = cookieName(ctx.municipality, "session_token", isSecure(caller, ctx.municipality));
  const cookies = (caller.request.headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.filter((cookie) => !cookie.startsWith(`${name}=`)).join("; ");
}

/** Whether the second step is open in this browser. */
export async function isCodeAsked(ctx: Ctx, caller: Caller): Promise<boolean> {
  return (await challenged(ctx, caller)) !== undefined;
}

async function challenged(ctx: Ctx, caller: Caller): ReturnType<typeof challengedPerson> {
  const cookie = cookieOf(
    caller.request,
    cookieName(ctx.municipality, "two_factor", isSecure(caller, ctx.municipality)),
  );
  const identifier = cookie && unsigned(cookie, caller.signInDesk.secret);
  return identifier ? challengedPerson(ctx.db, identifier, ctx.clock.now()) : undefined;
}

export interface SignedOut {
  /** By which way the sign-in had been made: the provider may still hold one of its own. */
  readonly way: string | undefined;
  /** Set-Cookie lines. */
  readonly cookies: readonly string[];
}

/** Ends the sign-in of this browser. */
export async function signOut(ctx: Ctx, caller: Caller): Promise<SignedOut> {
  const token = signInToken(caller.signInDesk, ctx.municipality, caller.request);
  const facts = token === undefined ? undefined : await signInFacts(ctx.db, token);
  const { headers } = await authFor(ctx, caller).api.signOut({ headers: headersFor(caller), returnHeaders: true });
  return { way: facts?.way, cookies: headers.getSetCookie() };
}
