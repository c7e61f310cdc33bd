import { hashPassword } from "better-auth/crypto";
import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import {
  DirectoryDown,
  DirectoryMisfit,
  openDirectory,
  type Directory,
  type DirectoryClient,
} from "#platform/directory/index.ts";
import { signInRefusals } from "../labels.ts";
import { insertAccountLink, wayRows } from "../store/sign-in-ways.ts";
import { wayRefusals } from "../ways/labels.ts";
import { secretName } from "../ways/secret-name.ts";
import { storedLdap, type LdapSettings } from "../ways/settings.ts";
import { isOpen } from "../ways/way.ts";
import { beginAttempt, finishAttempt, noteRefusal, type OpenAttempt } from "./attempts.ts";
import type { Caller } from "./desk.ts";
import { openDoor, personKnownAs, personMayComeBy } from "./proven.ts";
import { takesTurn, type SignedIn } from "./sign-in.ts";

export async function directoryOf(
  ctx: Ctx,
  { keptValues }: Pick<Caller["signInDesk"], "keptValues">,
  { label: _label, match: _match, ...place }: LdapSettings,
): Promise<Directory> {
  return { ...place, accountPassword: await keptValues.read(secretName(ctx.municipality, "ldap")) };
}

export interface DirectoryInput {
  /** As the directory knows the person; not our address. */
  readonly login: string;
  readonly password: string;
}

/** Signs in with the account of the city's directory (LDAP). Wrong passwords count towards our lock as at our own door. */
export async function signInByDirectory(ctx: Ctx, caller: Caller, input: DirectoryInput): Promise<Result<SignedIn>> {
  if (!takesTurn(ctx, caller)) return refuse(signInRefusals.tooMany);
  const { ldap } = await wayRows(ctx.db);
  const settings = storedLdap(ldap.settings);
  if (!settings || !isOpen(ldap, caller.signInDesk.zone)) return refuse(wayRefusals.notConfigured);
  let client: DirectoryClient | undefined;
  try {
    client = await openDirectory(await directoryOf(ctx, caller.signInDesk, settings));
    return await identify(ctx, caller, { ...input, login: input.login.trim(), settings, client });
  } catch (error) {
    if (!isOutage(error)) throw error;
    await noteRefusal(ctx, { caller, way: "ldap", outcome: "providerDown" });
    return refuse(wayRefusals.providerDown);
  } finally {
    await client?.close();
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof DirectoryDown || error instanceof DirectoryMisfit;
}

interface Question extends DirectoryInput {
  readonly settings: LdapSettings;
  readonly client: DirectoryClient;
}

async function identify(ctx: Ctx, caller: Caller, question: Question): Promise<Result<SignedIn>> {
  const { login, settings, client } = question;
  const entry = login === "" ? undefined : await client.find(login);
  const personId = entry && (await personKnownAs(ctx, settings.match, entry.value));
  if (!entry) {
    await noteRefusal(ctx, { caller, way: "ldap", outcome: "unknown" });
    await hashPassword(login.slice(0, 128)); // takes a while, as the question to the directory does
    return refuse(wayRefusals.directoryWrong);
  }
  if (personId === undefined) return refuseStranger(ctx, caller, question, entry.dn);
  const attempt = await beginAttempt(ctx, { caller, personId, way: "ldap", presumed: "wrongPassword" });
  return attempt ? prove(ctx, caller, question, { dn: entry.dn, attempt }) : refuse(wayRefusals.directoryWrong);
}

/** Tells only someone who knows the directory's password that nobody entered them here. */
async function refuseStranger(
  ctx: Ctx,
  caller: Caller,
  { client, password }: Question,
  dn: string,
): Promise<Result<SignedIn>> {
  const answer = await client.isPassword(dn, password);
  await noteRefusal(ctx, { caller, way: "ldap", outcome: "unknown" });
  return refuse(answer === "right" ? wayRefusals.nobodyKnown : wayRefusals.directoryWrong);
}

async function prove(
  ctx: Ctx,
  caller: Caller,
  { client, password }: Question,
  { dn, attempt }: { readonly dn: string; readonly attempt: OpenAttempt },
): Promise<Result<SignedIn>> {
  const { personId } = attempt;
  let answer: "right" | "wrong" | "expired";
  try {
    answer = await client.isPassword(dn, password);
  } catch (error) {
    if (!isOutage(error)) throw error;
    await finishAttempt(ctx, attempt, "providerDown");
    return refuse(wayRefusals.providerDown);
  }
  if (answer === "wrong") return refuse(wayRefusals.directoryWrong);
  if (answer === "expired") {
    await finishAttempt(ctx, attempt, "wayClosed");
    return refuse(wayRefusals.directoryExpired);
  }
  if (!(await personMayComeBy(ctx, caller, { personId, way: "ldap" }))) {
    await finishAttempt(ctx, attempt, "wayClosed");
    return refuse(wayRefusals.wayClosed);
  }
  await rememberAccount(ctx, personId);
  return accept(await openDoor(ctx, caller, { attempt, personId, way: "ldap", twoFactors: false }));
}

/** The first time: from now on the person counts as in use, though they chose no password here. */
async function rememberAccount(ctx: Ctx, personId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const link = { personId, provider: "ldap", account: personId, at: ctx.clock.now() };
    if (await insertAccountLink(tx, link)) await record(tx, ctx, "identity.account.linked", { personId });
  });
}
