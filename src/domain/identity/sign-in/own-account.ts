import { hashPassword, verifyPassword } from "better-auth/crypto";
import { record, type Ctx, type PersonActor } from "#domain/audit/index.ts";
import { addMinutes } from "#kernel/day.ts";
import { isId } from "#kernel/id.ts";
import { accept, Forbidden, NotFound, refuse, type Result } from "#kernel/result.ts";
import { deviceLabel } from "../device.ts";
import { passwordRefusals, signInRefusals } from "../labels.ts";
import { checkPassword, plainPassword } from "../password.ts";
import { personById } from "../store/people.ts";
import { passkeysOf } from "../store/passkeys.ts";
import { signInFacts } from "../store/sign-in-ways.ts";
import { endSignIns, passwordHash, savePassword, signInsOf } from "../store/sign-ins.ts";
import { wayRefusals } from "../ways/labels.ts";
import { signInToken } from "./actor.ts";
import { beginAttempt, finishAttempt } from "./attempts.ts";
import type { Caller } from "./desk.ts";
import { takesTurn } from "./sign-in.ts";

/** The signed-in person; a part of the system or nobody has no account. */
export function ownPerson(ctx: Ctx): PersonActor {
  if (ctx.actor.kind !== "person") throw new Forbidden("サインインしてください。");
  return ctx.actor;
}

/** Whether the signed-in person knows the password. Wrong answers count towards the lock, as at the door. */
export async function confirmPassword(ctx: Ctx, caller: Caller, typed: string): Promise<Result<void>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const { id } = ownPerson(ctx);
  const attempt = await beginAttempt(ctx, { caller, personId: id, presumed: "wrongPassword" });
  const hash = await passwordHash(ctx.db, id);
  const right = hash !== null && (await verifyPassword({ hash, password: plainPassword(typed) }));
  if (!attempt || !right) return refuse(passwordRefusals.wrongCurrent);
  await finishAttempt(ctx, attempt, "confirmed");
  return accept(undefined);
}

const freshMinutes = 15;

/**
 * Whether it is the person themselves who changes what opens their account: by the password, and for someone without one by a
 * sign-in of the last quarter of an hour. Who has passkeys and came without two factors may not: a stolen password could
 * otherwise register its own.
 */
export async function confirmOwner(ctx: Ctx, caller: Caller, typed: string): Promise<Result<void>> {
  const { id } = ownPerson(ctx);
  const facts = await signInFacts(ctx.db, currentToken(ctx, caller) ?? "");
  const isWeak = facts !== undefined && !facts.twoFactors;
  if (isWeak && (await passkeysOf(ctx.db, id)).length > 0) return refuse(wayRefusals.comeByPasskey);
  if ((await passwordHash(ctx.db, id)) !== null) return confirmPassword(ctx, caller, typed);
  const isFresh = facts !== undefined && facts.startedAt > addMinutes(ctx.clock.now(), -freshMinutes);
  return isFresh ? accept(undefined) : refuse(wayRefusals.signInAgain);
}

export interface PasswordChange {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

/** Changes the own password; sign-ins on other devices end. */
export async function changePassword(ctx: Ctx, caller: Caller, input: PasswordChange): Promise<Result<void>> {
  const person = await personById(ctx.db, ownPerson(ctx).id);
  const password = checkPassword(input.password, input.again, person);
  if (!password.ok) return password;
  const confirmed = await confirmPassword(ctx, caller, input.current);
  if (!confirmed.ok) return confirmed;
  const hash = await hashPassword(password.value);
  return ctx.transaction(async (tx) => {
    await savePassword(tx, { personId: person.id, hash, at: ctx.clock.now() });
    await endSignIns(tx, person.id, { exceptToken: currentToken(ctx, caller) });
    await record(tx, ctx, "identity.password.changed", { personId: person.id });
    return accept(undefined);
  });
}

function currentToken(ctx: Ctx, caller: Caller): string | undefined {
  return signInToken(caller.signInDesk, ctx.municipality, caller.request);
}

export interface OwnSignIn {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly isThisOne: boolean;
}

/** The person's open sign-ins, the last used first. */
export async function ownSignIns(ctx: Ctx, caller: Caller): Promise<OwnSignIn[]> {
  const token = currentToken(ctx, caller);
  const rows = await signInsOf(ctx.db, ownPerson(ctx).id, ctx.clock.now());
  return rows.map(({ id, userAgent, address, startedAt, usedAt, token: own }) => ({
    id,
    device: deviceLabel(userAgent),
    address,
    startedAt,
    usedAt,
    isThisOne: own === token,
  }));
}

/** Ends one of the own sign-ins (サインインの終了), as on a lost device. @throws NotFound when it is not the person's */
export async function endOwnSignIn(ctx: Ctx, id: string): Promise<void> {
  const { id: personId } = ownPerson(ctx);
  if (!isId(id)) throw new NotFound();
  await ctx.transaction(async (tx) => {
    if ((await endSignIns(tx, personId, { id })) === 0) throw new NotFound();
    await record(tx, ctx, "identity.signIn.ended", { personId, signInId: id });
  });
}

/** Ends all of the own sign-ins but this one. */
export async function endOtherSignIns(ctx: Ctx, caller: Caller): Promise<void> {
  const { id: personId } = ownPerson(ctx);
  await ctx.transaction(async (tx) => {
    await endSignIns(tx, personId, { exceptToken: currentToken(ctx, caller) });
    await record(tx, ctx, "identity.signIn.othersEnded", { personId });
  });
}
