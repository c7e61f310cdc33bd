import type { PersonActor } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { TestCity } from "./city.ts";
import { personIn } from "./plan.ts";

/** A second person who can sign in and may confirm: the rule asks the register of roles for one. */
export async function secondPurger(city: TestCity): Promise<PersonActor> {
  const person = await personIn(city, "小林", { roles: ["administrator"] });
  const { db } = city.as(person);
  const at = new Date("2026-04-01T00:00:00Z");
  const secret = {
    account_id: person.id,
    provider_id: "credential",
    password: "a hash",
    created_at: at,
    updated_at: at,
  };
  await db
    .insertInto("credential")
    .values({ id: newId(), person_id: person.id, ...secret })
    .execute();
  await db
    .insertInto("role_grant")
    .values({ id: newId(), person_id: person.id, role: "administrator", from_on: "2020-04-01" })
    .execute();
  return person;
}

/** Everything the city's tables say, as one text. */
export async function everythingIn({ municipality, database }: TestCity): Promise<string> {
  const { schema } = municipality;
  const tables = await database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'",
    [schema],
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.pool.query<{ text: string }>(`select t::text as text from "${schema}"."${name}" t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}
