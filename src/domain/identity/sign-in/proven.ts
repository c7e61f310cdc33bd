import type { Ctx } from "#domain/audit/index.ts";
import { addMinutes } from "#kernel/day.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { plainEmail, rolesOn } from "../person.ts";
import { grantsOf, personByEmail, personById } from "../store/people.ts";
import { markChallenge, markSignIn, personIdByNumber, wayRules } from "../store/sign-in-ways.ts";
import { wayRefusals } from "../ways/labels.ts";
import type { Match } from "../ways/settings.ts";
import { mayComeBy, type SignInWay } from "../ways/way.ts";
import { beginAttempt, finishAttempt, noteRefusal, type OpenAttempt } from "./attempts.ts";
import { headersFor, isSecure, type Caller } from "./desk.ts";
import { codeMinutes } from "./proven-sign-ins.ts";
import { rememberDevice } from "./known-device.ts";
import type { SignedIn } from "./sign-in.ts";

/** Whether one of the roles that the person holds today may come in by a way, here. */
export async function personMayComeBy(
  ctx: Ctx,
  caller: Caller,
  { personId, way }: { readonly personId: string; readonly way: SignInWay },
): Promise<boolean> {
  const held = rolesOn(await grantsOf(ctx.db, personId), ctx.clock.today());
  return mayComeBy(await wayRules(ctx.db), way, held, caller.signInDesk.zone);
}

/** The person of ours whom another system means by a number or an address; undefined when no administrator entered it. */
export async function personKnownAs(ctx: Ctx, match: Match, value: string): Promise<string | undefined> {
  const plain = value.normalize("NFKC").trim();
  if (plain === "") return undefined;
  if (match === "employeeNumber") return personIdByNumber(ctx.db, plain);
  return (await personByEmail(ctx.db, plainEmail(plain)))?.id;
}

/** Someone who proved who they are by another way than our password. */
export interface Proof {
  readonly way: SignInWay;
  readonly personId: string;
  /** The way itself asked for two factors: our code is not asked for. */
  readonly twoFactors: boolean;
}

/** Lets in who is proved: unless the account is locked or over, or the way is closed to the role. */
export async function comeIn(ctx: Ctx, caller: Caller, proof: Proof): Promise<Result<SignedIn>> {
  const { way, personId } = proof;
  if (!(await personMayComeBy(ctx, caller, proof))) {
    await noteRefusal(ctx, { caller, personId, way, outcome: "wayClosed" });
    return refuse(wayRefusals.wayClosed);
  }
  const attempt = await beginAttempt(ctx, { caller, personId, way, presumed: "providerRefused" });
  return attempt ? accept(await openDoor(ctx, caller, { ...proof, attempt })) : refuse(wayRefusals.notLetIn);
}

/** Opens the sign-in, or asks for the code where the person has a second factor and the way had none. */
export async function openDoor(
  ctx: Ctx,
  caller: Caller,
  { attempt, personId, way, twoFactors }: Proof & { readonly attempt: OpenAttempt },
): Promise<SignedIn> {
  const { hasSecondFactor } = await personById(ctx.db, personId);
  const { api } = caller.signInDesk.authOf(ctx.municipality, isSecure(caller, ctx.municipality));
  const call = { headers: headersFor(caller), returnHeaders: true } as const;
  if (hasSecondFactor && !twoFactors) {
    const expiresAt = addMinutes(ctx.clock.now(), codeMinutes);
    const { response, headers } = await api.askForCode({ ...call, body: { personId, expiresAt } });
    await ctx.transaction((tx) => markChallenge(tx, response.identifier, way));
    await finishAttempt(ctx, attempt, "codeAsked");
    return { next: "code", cookies: headers.getSetCookie() };
  }
  const { response, headers } = await api.signInProven({ ...call, body: { personId } });
  await ctx.transaction((tx) => markSignIn(tx, response.token, { way, twoFactors }));
  await finishAttempt(ctx, attempt, "signedIn");
  return { next: "in", cookies: [...headers.getSetCookie(), rememberDevice(ctx, caller, personId)] };
}
