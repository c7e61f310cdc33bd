import { record, roles, type Ctx, type Role } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { signInRefusals } from "../labels.ts";
import { plainPassword } from "../password.ts";
import { mayManagePeople, maySetSignInPolicy } from "../permissions.ts";
import { mustHaveSecondFactor, policyOf, type Demand, type SecondFactorPolicy } from "../second-factor-policy.ts";
import { lockPerson } from "../store/people.ts";
import { policyRows, removeAllSecondFactors, removeSecondFactorRows, savePolicy } from "../store/sign-ins.ts";
import { headersFor, type Caller } from "./desk.ts";
import { confirmOwner, confirmPassword, ownPerson } from "./own-account.ts";
import { authFor, takesTurn } from "./sign-in.ts";
import { wrongAnswer } from "./wrong-answer.ts";

/** Begins enrolling (確認コードの登録). @returns the otpauth address for the app; nothing is asked for until a code confirms it */
export async function startSecondFactor(ctx: Ctx, caller: Caller, typed: string): Promise<Result<string>> {
  const confirmed = await confirmOwner(ctx, caller, typed);
  if (!confirmed.ok) return confirmed;
  const body = { password: plainPassword(typed) };
  const answer = await wrongAnswer(authFor(ctx, caller).api.enableTwoFactor({ body, headers: headersFor(caller) }));
  if (answer === "wrong" || answer.method !== "totp") return refuse(signInRefusals.notStarted);
  return accept(answer.totpURI);
}

export interface Enrolled {
  /** Each works once, where the telephone is lost. Shown this one time. */
  readonly backupCodes: readonly string[];
  readonly cookies: readonly string[];
}

/** Ends enrolling with a first code of the app; from now on it is asked for at every sign-in. */
export async function confirmSecondFactor(ctx: Ctx, caller: Caller, typed: string): Promise<Result<Enrolled>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const { id: personId } = ownPerson(ctx);
  const { api } = authFor(ctx, caller);
  const body = { code: typed.normalize("NFKC").replaceAll(/\s/g, "") };
  const answer = await wrongAnswer(api.verifyTOTP({ body, headers: headersFor(caller), returnHeaders: true }));
  if (answer === "wrong") return refuse(signInRefusals.wrongCode);
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: personId } });
  await ctx.transaction((tx) => record(tx, ctx, "identity.secondFactor.enrolled", { personId }));
  return accept({ backupCodes, cookies: answer.headers.getSetCookie() });
}

/** Stops asking the person for codes, unless the policy of a role asks. @returns Set-Cookie lines */
export async function removeOwnSecondFactor(
  ctx: Ctx,
  caller: Caller,
  typed: string,
): Promise<Result<readonly string[]>> {
  const { id: personId, roles: held } = ownPerson(ctx);
  if (mustHaveSecondFactor(await secondFactorPolicy(ctx), held, caller.signInDesk.zone))
    return refuse(signInRefusals.demanded);
  const confirmed = await confirmPassword(ctx, caller, typed);
  if (!confirmed.ok) return confirmed;
  const body = { password: plainPassword(typed) };
  const { headers } = await authFor(ctx, caller).api.disableTwoFactor({
    body,
    headers: headersFor(caller),
    returnHeaders: true,
  });
  await ctx.transaction((tx) => record(tx, ctx, "identity.secondFactor.removed", { personId }));
  return accept(headers.getSetCookie());
}

/** New backup codes; the old ones stop working. */
export async function renewBackupCodes(ctx: Ctx, caller: Caller, typed: string): Promise<Result<readonly string[]>> {
  const confirmed = await confirmPassword(ctx, caller, typed);
  if (!confirmed.ok) return confirmed;
  const body = { password: plainPassword(typed) };
  const answer = await wrongAnswer(authFor(ctx, caller).api.generateBackupCodes({ body, headers: headersFor(caller) }));
  if (answer === "wrong") return refuse(signInRefusals.notStarted);
  await ctx.transaction((tx) => record(tx, ctx, "identity.secondFactor.codesRenewed", { personId: ownPerson(ctx).id }));
  return accept(answer.backupCodes);
}

/** Takes a person's second factor away, who lost the telephone and the backup codes. */
export async function removeSecondFactorOf(ctx: Ctx, input: { readonly id: string }): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.id);
    await removeSecondFactorRows(tx, person.id);
    await record(tx, ctx, "identity.secondFactor.takenAway", { personId: person.id });
    return accept(undefined);
  });
}

/**
 * After a restore (復元): a backup holds no secrets of second factors, so those who had one register it anew.
 * @returns how many they are
 */
export async function forgetSecondFactors(ctx: Ctx): Promise<number> {
  permit(ctx.actor.kind === "system");
  return ctx.transaction(async (tx) => {
    const people = await removeAllSecondFactors(tx);
    await record(tx, ctx, "identity.secondFactor.forgotten", { people });
    return people;
  });
}

export async function secondFactorPolicy(ctx: Ctx): Promise<SecondFactorPolicy> {
  return policyOf(await policyRows(ctx.db));
}

/** Decides of which roles a second factor is asked, and when; roles not named keep their rule. */
export async function setSecondFactorPolicy(
  ctx: Ctx,
  decided: Readonly<Partial<Record<Role, Demand>>>,
): Promise<Result<void>> {
  permit(maySetSignInPolicy(ctx.actor), maySetSignInPolicy.sentence);
  return ctx.transaction(async (tx) => {
    for (const role of roles) {
      const demand = decided[role];
      if (demand) await savePolicy(tx, role, demand);
    }
    await record(tx, ctx, "identity.policy.decided", { roles: Object.keys(decided) });
    return accept(undefined);
  });
}
