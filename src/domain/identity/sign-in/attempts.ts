import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { addMinutes } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, type Result } from "#kernel/result.ts";
import { openAccount } from "../actions/links.ts";
import { failureMinutes, failuresToLock, lockMinutes, type AttemptOutcome } from "../lockout.ts";
import { isRetired } from "../person.ts";
import { mayManagePeople } from "../permissions.ts";
import { lockPerson } from "../store/people.ts";
import {
  failuresSince,
  insertAttempt,
  lockState,
  setLock,
  setOutcome,
  sweep,
  type LockState,
} from "../store/sign-ins.ts";
import type { SignInWay } from "../ways/way.ts";
import type { Caller } from "./desk.ts";

const attemptsKeptDays = 90;

/** An attempt that is under way: written down as a failure first, so that many at once cannot outrun the count. */
export interface OpenAttempt {
  readonly id: string;
  readonly personId: string;
  /** How the lock stood before this attempt. */
  readonly before: LockState;
}

export interface AttemptInput {
  readonly caller: Caller;
  /** Who is said to sign in; undefined when nobody has the address. */
  readonly personId: string | undefined;
  readonly presumed: "wrongPassword" | "wrongCode" | "wrongPasskey" | "providerRefused";
  readonly way?: SignInWay;
}

/** Writes the attempt down and locks the account at the fifth failure. @returns undefined when it may not be tried at all */
export async function beginAttempt(ctx: Ctx, input: AttemptInput): Promise<OpenAttempt | undefined> {
  const now = ctx.clock.now();
  return ctx.transaction(async (tx) => {
    await sweep(tx, addMinutes(now, -attemptsKeptDays * 24 * 60), now);
    const refused = await refusedOutcome(tx, ctx, input.personId);
    const id = newId();
    const { caller, personId = null, presumed, way = "password" } = input;
    const userAgent = caller.request.headers.get("user-agent") ?? "";
    const before = refused === undefined && personId !== null ? await countFailure(tx, ctx, personId) : undefined;
    await insertAttempt(tx, {
      id,
      at: now,
      personId,
      outcome: refused ?? presumed,
      way,
      address: caller.clientAddress,
      userAgent,
    });
    return before && personId !== null ? { id, personId, before } : undefined;
  });
}

async function refusedOutcome(tx: Tx, ctx: Ctx, personId: string | undefined): Promise<AttemptOutcome | undefined> {
  if (personId === undefined) return "unknown";
  const person = await lockPerson(tx, personId);
  if (isRetired(person, ctx.clock.today())) return "retired";
  return person.lockedUntil && person.lockedUntil > ctx.clock.now() ? "locked" : undefined;
}

async function countFailure(tx: Tx, ctx: Ctx, personId: string): Promise<LockState> {
  const now = ctx.clock.now();
  const before = await lockState(tx, personId);
  const failed = 1 + (await failuresSince(tx, personId, addMinutes(now, -failureMinutes)));
  if (failed >= failuresToLock) {
    const lockedUntil = addMinutes(now, lockMinutes(before.lockCount));
    await setLock(tx, personId, { lockedUntil, lockCount: before.lockCount + 1 });
  }
  return before;
}

/**
 * The answer was no failure after all. A whole sign-in opens the lock's count anew; a first step, a closed way and a provider that
 * is down only take back what was presumed.
 */
export async function finishAttempt(
  ctx: Ctx,
  attempt: OpenAttempt,
  outcome: "signedIn" | "codeAsked" | "confirmed" | "wayClosed" | "providerDown",
): Promise<void> {
  await ctx.transaction(async (tx) => {
    await setOutcome(tx, attempt.id, outcome);
    await setLock(tx, attempt.personId, outcome === "signedIn" ? { lockedUntil: null, lockCount: 0 } : attempt.before);
  });
}

/** Writes down that someone was refused before anything could be tried; it does not count towards the lock. */
export async function noteRefusal(ctx: Ctx, { caller, personId = null, way, outcome }: RefusalNote): Promise<void> {
  const attempt = { id: newId(), at: ctx.clock.now(), personId, outcome, way, address: caller.clientAddress };
  const userAgent = caller.request.headers.get("user-agent") ?? "";
  await ctx.transaction((tx) => insertAttempt(tx, { ...attempt, userAgent }));
}

export interface RefusalNote {
  readonly caller: Caller;
  readonly personId?: string | null;
  readonly way: SignInWay;
  readonly outcome: "unknown" | "wayClosed" | "providerRefused" | "providerDown";
}

/** Opens a locked account at once (ロックの解除). */
export async function unlockPerson(ctx: Ctx, input: { readonly id: string }): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.id);
    await openAccount(tx, ctx, person.id);
    await record(tx, ctx, "identity.person.unlocked", { personId: person.id });
    return accept(undefined);
  });
}
