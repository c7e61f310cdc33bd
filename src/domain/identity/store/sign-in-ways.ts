import type { Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { CityDb } from "#platform/database/index.ts";
import { isRole } from "../person.ts";
import { defaultRules, places, signInWays, type SignInWay, type WayRule, type WayRules } from "../ways/way.ts";

export interface WayRow extends WayRule {
  readonly way: SignInWay;
  readonly settings: unknown;
}

/** What the city decided of each way, the default where it has not. */
export async function wayRows(db: CityDb): Promise<Readonly<Record<SignInWay, WayRow>>> {
  const rows = await db.selectFrom("sign_in_way").selectAll().execute();
  const entries = signInWays.map((way) => {
    const row = rows.find((each) => each.way === way);
    return [way, { ...(row ? ruleOf(row) : defaultRules[way]), way, settings: row?.settings ?? {} }] as const;
  });
  return Object.fromEntries(entries) as Record<SignInWay, WayRow>; // one entry for each way
}

function ruleOf({ roles, place }: { readonly roles: unknown; readonly place: string }): WayRule {
  const held = Array.isArray(roles) ? roles.filter((role) => typeof role === "string" && isRole(role)) : [];
  return { roles: held, place: places.find((each) => each === place) ?? "anywhere" };
}

export async function wayRules(db: CityDb): Promise<WayRules> {
  return wayRows(db);
}

export async function saveRule(tx: Tx, way: SignInWay, rule: WayRule): Promise<void> {
  const values = { roles: JSON.stringify(rule.roles), place: rule.place };
  await tx
    .insertInto("sign_in_way")
    .values({ way, ...values })
    .onConflict((on) => on.column("way").doUpdateSet(values))
    .execute();
}

export async function saveSettings(tx: Tx, way: SignInWay, settings: object): Promise<void> {
  const { roles, place } = defaultRules[way];
  const values = { settings: JSON.stringify(settings) };
  await tx
    .insertInto("sign_in_way")
    .values({ way, roles: JSON.stringify(roles), place, ...values })
    .onConflict((on) => on.column("way").doUpdateSet(values))
    .execute();
}

/** Says by which way a sign-in was made, and whether that way alone asked for two factors. */
export async function markSignIn(
  tx: Tx,
  token: string,
  { way, twoFactors }: { readonly way: SignInWay; readonly twoFactors: boolean },
): Promise<void> {
  await tx.updateTable("sign_in").set({ way, two_factors: twoFactors }).where("token", "=", token).execute();
}

export interface SignInFacts {
  readonly way: string;
  readonly twoFactors: boolean;
  readonly startedAt: Date;
}

export async function signInFacts(db: CityDb, token: string): Promise<SignInFacts | undefined> {
  const row = await db
    .selectFrom("sign_in")
    .where("token", "=", token)
    .select(["way", "two_factors", "created_at"])
    .executeTakeFirst();
  return row && { way: row.way, twoFactors: row.two_factors, startedAt: row.created_at };
}

export async function markChallenge(tx: Tx, identifier: string, way: SignInWay): Promise<void> {
  await tx.updateTable("sign_in_challenge").set({ way }).where("identifier", "=", identifier).execute();
}

/** Keeps what must come back with an answer, until it comes or is over. */
export async function insertChallenge(
  tx: Tx,
  challenge: { readonly identifier: string; readonly value: object; readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  const { identifier, value, at, expiresAt } = challenge;
  await tx
    .insertInto("sign_in_challenge")
    .values({
      id: newId(),
      identifier,
      value: JSON.stringify(value),
      expires_at: expiresAt,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** What was kept, once: whoever takes it, takes it away. */
export async function takeChallenge(tx: Tx, identifier: string, now: Date): Promise<unknown> {
  const row = await tx
    .deleteFrom("sign_in_challenge")
    .where("identifier", "=", identifier)
    .where("expires_at", ">", now)
    .returning("value")
    .executeTakeFirst();
  return row && JSON.parse(row.value);
}

export async function personIdByNumber(db: CityDb, employeeNumber: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("person")
    .where("employee_number", "=", employeeNumber)
    .select("id")
    .executeTakeFirst();
  return row?.id;
}

export async function employeeNumberOf(db: CityDb, personId: string): Promise<string> {
  const row = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .select("employee_number")
    .executeTakeFirstOrThrow();
  return row.employee_number ?? "";
}

export async function saveEmployeeNumber(tx: Tx, personId: string, employeeNumber: string): Promise<void> {
  await tx
    .updateTable("person")
    .set({ employee_number: employeeNumber === "" ? null : employeeNumber })
    .where("id", "=", personId)
    .execute();
}

/** An account elsewhere that belongs to a person here. */
export interface Link {
  readonly personId: string;
  readonly provider: string;
  readonly account: string;
  readonly at: Date;
}

export async function linkedPerson(db: CityDb, provider: string, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("credential")
    .where("provider_id", "=", provider)
    .where("account_id", "=", account)
    .select("person_id")
    .executeTakeFirst();
  return row?.person_id;
}

/** The person's accounts elsewhere, without the password kept here. */
export async function linksOf(db: CityDb, personId: string): Promise<Link[]> {
  const rows = await db
    .selectFrom("credential")
    .where("person_id", "=", personId)
    .where("provider_id", "<>", "credential")
    .select(["provider_id", "account_id", "created_at"])
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({ personId, provider: row.provider_id, account: row.account_id, at: row.created_at }));
}

/** Ties an account elsewhere to a person. @returns false when it was tied before */
export async function insertAccountLink(tx: Tx, { personId, provider, account, at }: Link): Promise<boolean> {
  const row = await tx
    .insertInto("credential")
    .values({
      id: newId(),
      account_id: account,
      provider_id: provider,
      person_id: personId,
      created_at: at,
      updated_at: at,
    })
    .onConflict((on) => on.columns(["provider_id", "account_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeAccountLinks(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom("credential")
    .where("person_id", "=", personId)
    .where("provider_id", "<>", "credential")
    .execute();
}
