import { nobody, roles as allRoles, type Actor } from "#domain/audit/index.ts";
import type { Clock } from "#kernel/clock.ts";
import { addMinutes } from "#kernel/day.ts";
import type { Municipality } from "#platform/database/index.ts";
import { deputised } from "../permissions.ts";
import { mustHaveSecondFactor, policyOf } from "../second-factor-policy.ts";
import { signedInRow, touchSignIn } from "../store/signed-in.ts";
import { cookieOf, unsigned } from "./cookie.ts";
import { cookieName, idleHours, isSecure, type SignInDesk } from "./desk.ts";

const touchMinutes = 5;

export interface SignedInInput {
  readonly signInDesk: SignInDesk;
  readonly municipality: Municipality;
  readonly clock: Clock;
}

/**
 * Who sent the request: the person of its sign-in cookie with the roles and divisions that hold today, or nobody. One query,
 * and one write every five minutes to say that the sign-in is in use.
 */
export async function signedInActor(
  { signInDesk, municipality, clock }: SignedInInput,
  request: Request,
): Promise<Actor> {
  const token = signInToken(signInDesk, municipality, request);
  if (!token) return nobody;
  const db = signInDesk.database.inCity(municipality.schema);
  const now = clock.now();
  const row = await signedInRow(db, { token, today: clock.today(), now, usedAfter: addMinutes(now, -idleHours * 60) });
  if (!row) return nobody;
  if (row.usedAt < addMinutes(now, -touchMinutes)) await touchSignIn(db, token, now);
  const { actingFor } = row;
  const roles = allRoles.filter((role) => row.roles.includes(role) && (!actingFor || deputised.includes(role)));
  const hasTwo = row.hasSecondFactor || row.twoFactors;
  const owes = !hasTwo && mustHaveSecondFactor(policyOf(row.demands), roles, signInDesk.zone);
  return {
    kind: "person",
    id: row.personId,
    name: row.name,
    roles,
    divisionIds: row.divisionIds,
    ...(owes && { owesSecondFactor: true }),
    ...(actingFor && { actingFor }),
  };
}

/** The token of the request's sign-in cookie, when we signed it. */
export function signInToken(signInDesk: SignInDesk, municipality: Municipality, request: Request): string | undefined {
  const secure = isSecure({ signInDesk, request, clientAddress: "" }, municipality);
  const cookie = cookieOf(request, cookieName(municipality, "session_token", secure));
  return cookie && unsigned(cookie, signInDesk.secret);
}

/** The web application's question "who is this?", for one deployment. */
export function makeActorOf(
  signInDesk: SignInDesk,
  clock: Clock,
): (request: Request, municipality: Municipality) => Promise<Actor> {
  return (request, municipality) => signedInActor({ signInDesk, municipality, clock }, request);
}
