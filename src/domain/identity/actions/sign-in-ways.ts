import { record, roles, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { roleLabels } from "../labels.ts";
import { mayManagePeople, maySeePeople, maySetSignInWays } from "../permissions.ts";
import { passkeysOf, type Passkey } from "../store/passkeys.ts";
import { lockPerson, personById } from "../store/people.ts";
import {
  employeeNumberOf,
  linksOf,
  personIdByNumber,
  removeAccountLinks,
  saveEmployeeNumber,
  saveRule,
  saveSettings,
  wayRows,
  type Link,
} from "../store/sign-in-ways.ts";
import type { SignInDesk } from "../sign-in/desk.ts";
import { wayLabels, wayRefusals } from "../ways/labels.ts";
import { secretName } from "../ways/secret-name.ts";
import {
  checkLdap,
  checkOidc,
  storedLdap,
  storedOidc,
  type LdapSettings,
  type OidcSettings,
} from "../ways/settings.ts";
import { shutOut, signInWays, type WayRules } from "../ways/way.ts";

export interface DecidedWays {
  readonly rules: WayRules;
  readonly oidc: OidcSettings | undefined;
  readonly ldap: LdapSettings | undefined;
}

/** Who may come in how, and what is set up for it. */
export async function decidedWays(ctx: Ctx): Promise<DecidedWays> {
  const rows = await wayRows(ctx.db);
  return { rules: rows, oidc: storedOidc(rows.oidc.settings), ldap: storedLdap(rows.ldap.settings) };
}

/** Decides which roles may come in by which way, and where (サインインの方法). No role may be left without a way. */
export async function decideWays(ctx: Ctx, rules: WayRules): Promise<Result<void>> {
  permit(maySetSignInWays(ctx.actor), maySetSignInWays.sentence);
  return ctx.transaction(async (tx) => {
    const rows = await wayRows(tx);
    const isSet = { oidc: storedOidc(rows.oidc.settings), ldap: storedLdap(rows.ldap.settings) };
    for (const way of ["oidc", "ldap"] as const)
      if (rules[way].roles.length > 0 && !isSet[way]) return refuse(wayRefusals.notSetYet(wayLabels[way]));
    const out = shutOut(rules);
    if (out.length > 0) return refuse(wayRefusals.shutOut(out.map((role) => roleLabels[role]).join("、")));
    for (const way of signInWays)
      await saveRule(tx, way, {
        roles: roles.filter((role) => rules[way].roles.includes(role)),
        place: rules[way].place,
      });
    await record(tx, ctx, "identity.signInWays.decided", {});
    return accept(undefined);
  });
}

/** Sets up the provider of OpenID Connect. A blank secret keeps the one before. */
export async function setUpOidc(
  ctx: Ctx,
  desk: Pick<SignInDesk, "keptValues">,
  input: { readonly settings: OidcSettings; readonly secret: string },
): Promise<Result<void>> {
  return setUp(ctx, desk, { ...input, way: "oidc", checked: checkOidc(input.settings) });
}

/** Sets up the directory. A blank password keeps the one before. */
export async function setUpLdap(
  ctx: Ctx,
  desk: Pick<SignInDesk, "keptValues">,
  input: { readonly settings: LdapSettings; readonly secret: string },
): Promise<Result<void>> {
  return setUp(ctx, desk, { ...input, way: "ldap", checked: checkLdap(input.settings) });
}

interface SettingUp {
  readonly way: "oidc" | "ldap";
  readonly checked: Result<object>;
  readonly secret: string;
}

async function setUp(
  ctx: Ctx,
  { keptValues }: Pick<SignInDesk, "keptValues">,
  { way, checked, secret }: SettingUp,
): Promise<Result<void>> {
  permit(maySetSignInWays(ctx.actor), maySetSignInWays.sentence);
  if (!checked.ok) return checked;
  return ctx.transaction(async (tx) => {
    await saveSettings(tx, way, checked.value);
    await record(tx, ctx, "identity.signInWay.setUp", { way });
    if (secret !== "") await keptValues.write(secretName(ctx.municipality, way), secret); // last: a full disk takes all back
    return accept(undefined);
  });
}

/** What opens a person's account besides the password, for the administrator. */
export interface SignInKeys {
  readonly name: string;
  readonly email: string;
  readonly employeeNumber: string;
  readonly links: readonly Link[];
  readonly passkeys: readonly Passkey[];
}

/** @throws NotFound */
export async function signInKeysOf(ctx: Ctx, personId: string): Promise<SignInKeys> {
  permit(maySeePeople(ctx.actor), maySeePeople.sentence);
  const { name, email } = await personById(ctx.db, personId);
  const employeeNumber = await employeeNumberOf(ctx.db, personId);
  return {
    name,
    email,
    employeeNumber,
    links: await linksOf(ctx.db, personId),
    passkeys: await passkeysOf(ctx.db, personId),
  };
}

/** Enters the number under which the city's other systems know the person (職員番号); "" takes it away. */
export async function setEmployeeNumber(
  ctx: Ctx,
  input: { readonly personId: string; readonly employeeNumber: string },
): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  const employeeNumber = input.employeeNumber.normalize("NFKC").trim();
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    const holder = employeeNumber === "" ? undefined : await personIdByNumber(tx, employeeNumber);
    if (holder !== undefined && holder !== person.id) return refuse(wayRefusals.numberTaken);
    await saveEmployeeNumber(tx, person.id, employeeNumber);
    await record(tx, ctx, "identity.person.numbered", { personId: person.id });
    return accept(undefined);
  });
}

/** Unties a person from their account at the provider, after that account was made anew; the next sign-in ties the new one. */
export async function untieAccounts(ctx: Ctx, input: { readonly personId: string }): Promise<void> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  await ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    await removeAccountLinks(tx, person.id);
    await record(tx, ctx, "identity.account.untied", { personId: person.id });
  });
}
