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
import { knownDevice } from "./known-device.ts";

const attemptsKeptDays = 90;

/** An attempt that is under way: written down as a failure first, so that many at once cannot outrun the count. */
export interface OpenAttempt {
  readonly id: string;
  readonly personId: string;
  /** How the lock stood before this attempt. */
  readonly before: LockState;
  /** From a browser that the lock does not keep out: it leaves the lock to others as it is. */
  readonly isTrusted: boolean;
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
    const { caller, personId = null, presumed, way = "password" } = input;
    const device = (personId !== null && knownDevice(ctx, caller, personId)) || null;
    const isTrusted = personId !== null && device !== null && (await isTrustedDevice(tx, personId, device));
    const refused = await refusedOutcome(tx, ctx, { personId, isTrusted });
    const id = newId();
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
      device,
    });
    return before && personId !== null ? { id, personId, before, isTrusted } : undefined;
  });
}

/** Whether fewer wrong answers came from a known browser, since somebody last signed in with it, than lock an account. */
async function isTrustedDevice(tx: Tx, personId: string, device: string): Promise<boolean> {
  await lockPerson(tx, personId); // many at once cannot outrun the count
  return (await failuresSince(tx, { personId, device })) < failuresToLock;
}

async function refusedOutcome(
  tx: Tx,
  ctx: Ctx,
  { personId, isTrusted }: { readonly personId: string | null; readonly isTrusted: boolean },
): Promise<AttemptOutcome | undefined> {
  if (personId === null) return "unknown";
  const person = await lockPerson(tx, personId);
  if (isRetired(person, ctx.clock.today())) return "retired";
  if (isTrusted) return undefined;
  return person.lockedUntil && person.lockedUntil > ctx.clock.now() ? "locked" : undefined;
}

async function countFailure(tx: Tx, ctx: Ctx, personId: string): Promise<LockState> {
  const now = ctx.clock.now();
  const before = await lockState(tx, personId);
  const failed = 1 + (await failuresSince(tx, { personId, since: addMinutes(now, -failureMinutes) }));
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
    const opens = outcome === "signedIn" && !attempt.isTrusted;
    await setLock(tx, attempt.personId, opens ? { lockedUntil: null, lockCount: 0 } : attempt.before);
  });
}

/** Writes down that someone was refused before anything could be tried; it does not count towards the lock. */
export async function noteRefusal(ctx: Ctx, { caller, personId = null, way, outcome }: RefusalNote): Promise<void> {
  const attempt = { id: newId(), at: ctx.clock.now(), personId, outcome, way, device: null };
  const userAgent = caller.request.headers.get("user-agent") ?? "";
  await ctx.transaction((tx) => insertAttempt(tx, { ...attempt, address: caller.clientAddress, userAgent }));
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
