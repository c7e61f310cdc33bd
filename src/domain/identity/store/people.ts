import type { Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import type { CityDb } from "#platform/database/index.ts";
import { isRole, type Person, type Post, type RoleGrant } from "../person.ts";
import type { Holder, Span } from "../role-grant.ts";

const columns = [
  "person.id",
  "name",
  "kana",
  "email",
  "version",
  "locked_until",
  "retired_on",
  "two_factor_enabled",
] as const;

function selectPeople(db: CityDb) {
  return db
    .selectFrom("person")
    .select(columns)
    .select((on) => [
      on
        .exists(
          on
            .selectFrom("credential")
            .whereRef("credential.person_id", "=", "person.id")
            .where("password", "is not", null)
            .select("credential.id"),
        )
        .as("has_password"),
      on
        .or([
          on.exists(
            on
              .selectFrom("credential")
              .whereRef("credential.person_id", "=", "person.id")
              .where("provider_id", "<>", "credential")
              .select("credential.id"),
          ),
          on.exists(on.selectFrom("passkey").whereRef("passkey.person_id", "=", "person.id").select("passkey.id")),
        ])
        .as("has_other_way"),
      on
        .selectFrom("sign_in_attempt")
        .whereRef("sign_in_attempt.person_id", "=", "person.id")
        .where("outcome", "=", "signedIn")
        .select((inner) => inner.fn.max("attempted_at").as("at"))
        .as("last_sign_in_at"),
    ]);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>["execute"]>>[number];

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    kana: row.kana,
    email: row.email,
    version: row.version,
    lockedUntil: row.locked_until,
    retiredOn: row.retired_on,
    hasPassword: Boolean(row.has_password),
    hasOtherWay: Boolean(row.has_other_way),
    hasSecondFactor: row.two_factor_enabled,
    lastSignInAt: row.last_sign_in_at,
  };
}

export async function allPeople(db: CityDb): Promise<Person[]> {
  return (await selectPeople(db).orderBy("kana").orderBy("name").execute()).map(personOf);
}

/** @throws NotFound */
export async function personById(db: CityDb, id: string): Promise<Person> {
  if (!isId(id)) throw new NotFound();
  const row = await selectPeople(db).where("person.id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return personOf(row);
}

/** The person while nobody else changes the row. @throws NotFound */
export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  if (!isId(id)) throw new NotFound();
  await tx.selectFrom("person").where("id", "=", id).select("id").forUpdate().execute();
  return personById(tx, id);
}

export async function personByEmail(db: CityDb, email: string): Promise<Person | undefined> {
  const row = await selectPeople(db)
    .where((on) => on(on.fn("lower", ["email"]), "=", email))
    .executeTakeFirst();
  return row && personOf(row);
}

export interface PersonFacts {
  readonly name: string;
  readonly kana: string;
  readonly email: string;
}

/** False when the address belongs to someone already. */
export async function insertPerson(tx: Tx, id: string, facts: PersonFacts): Promise<boolean> {
  if (await personByEmail(tx, facts.email)) return false;
  const row = await tx
    .insertInto("person")
    .values({ id, ...facts })
    .onConflict((on) => on.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function updatePerson(tx: Tx, person: Person, facts: PersonFacts & { readonly at: Date }): Promise<void> {
  const { at, ...rest } = facts;
  await tx
    .updateTable("person")
    .set({ ...rest, updated_at: at, version: person.version + 1 })
    .where("id", "=", person.id)
    .execute();
}

export async function setRetirement(tx: Tx, personId: string, retiredOn: string | null): Promise<void> {
  await tx
    .updateTable("person")
    .set((on) => ({ retired_on: retiredOn, version: on("version", "+", 1) }))
    .where("id", "=", personId)
    .execute();
}

export async function postsOf(db: CityDb, personId?: string): Promise<Post[]> {
  const query = db.selectFrom("post").selectAll().orderBy("from_on").orderBy("id");
  const rows = await (personId ? query.where("person_id", "=", personId) : query).execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    divisionId: row.division_id,
    title: row.title,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

export async function insertPost(tx: Tx, post: Post): Promise<void> {
  const { id, personId, divisionId, title, fromOn, untilOn } = post;
  await tx
    .insertInto("post")
    .values({ id, person_id: personId, division_id: divisionId, title, from_on: fromOn, until_on: untilOn })
    .execute();
}

export async function grantsOf(db: CityDb, personId?: string): Promise<RoleGrant[]> {
  const query = db.selectFrom("role_grant").selectAll().orderBy("from_on").orderBy("id");
  return (await (personId ? query.where("person_id", "=", personId) : query).execute()).flatMap(grantOf);
}

interface GrantRow {
  readonly id: string;
  readonly person_id: string;
  readonly role: string;
  readonly from_on: string;
  readonly until_on: string | null;
}

function grantOf(row: GrantRow): RoleGrant[] {
  if (!isRole(row.role)) return [];
  return [{ id: row.id, personId: row.person_id, role: row.role, fromOn: row.from_on, untilOn: row.until_on }];
}

export async function insertGrant(
  tx: Tx,
  grant: RoleGrant,
  given: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const { id, personId, role, fromOn, untilOn } = grant;
  await tx
    .insertInto("role_grant")
    .values({
      id,
      person_id: personId,
      role,
      from_on: fromOn,
      until_on: untilOn,
      granted_by: given.by,
      granted_at: given.at,
    })
    .execute();
}

/** The grants of administrators while nobody else changes them: two administrators may not remove each other at once. */
export async function lockAdministrators(tx: Tx): Promise<Holder[]> {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .where("role", "=", "administrator")
    .select(["role_grant.id", "person_id", "role", "from_on", "until_on", "retired_on"])
    .orderBy("role_grant.id")
    .forUpdate()
    .execute();
  return rows.flatMap((row) => grantOf(row).map((grant) => ({ grant, retiredOn: row.retired_on })));
}

/** Ends a post or a grant on a day, or removes it when it would never have begun. */
export async function endSpan(
  tx: Tx,
  table: "post" | "role_grant",
  span: Span & { readonly id: string },
  untilOn: string,
): Promise<void> {
  if (span.fromOn > untilOn) await tx.deleteFrom(table).where("id", "=", span.id).execute();
  else await tx.updateTable(table).set({ until_on: untilOn }).where("id", "=", span.id).execute();
}

export async function namesOf(db: CityDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("person")
    .where("id", "in", [...new Set(ids)])
    .select(["id", "name"])
    .orderBy("kana")
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
