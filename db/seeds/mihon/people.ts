import type { Ctx } from "#domain/audit/index.ts";
import { createDivision, createPersonWithPassword, setSecondFactorPolicy } from "#domain/identity/index.ts";
import { addDays, addYears } from "#kernel/day.ts";
import { fiscalYearOf } from "#kernel/fiscal-year.ts";
import { randomPassword, type FirstSignIn } from "../first-sign-in.ts";
import { expectAccepted } from "../outcome.ts";
import type { DivisionIds } from "../sample-branches.ts";
import { cast, departments, type SamplePerson } from "./organization.ts";

/** The departments and divisions of the sample city, standing since the plan before. */
export async function seedDivisions(ctx: Ctx): Promise<DivisionIds> {
  const ids = new Map<string, string>();
  const fromOn = "2022-04-01";
  for (const [position, department] of departments.entries()) {
    const created = await createDivision(ctx, { name: department.name, position, fromOn });
    const parentId = expectAccepted(created, department.name);
    for (const [place, division] of department.divisions.entries()) {
      const made = await createDivision(ctx, { ...division, parentId, position: place, fromOn });
      ids.set(division.name, expectAccepted(made, division.name));
    }
  }
  return ids;
}

/** The cast, each with a random password of their own. Nobody owes a second factor: the city is there to be tried in minutes. */
export async function seedPeople(ctx: Ctx, divisions: DivisionIds): Promise<FirstSignIn[]> {
  const signIns: FirstSignIn[] = [];
  for (const person of cast) {
    const password = randomPassword();
    const created = await createPersonWithPassword(ctx, { ...entryOf(person, ctx.clock.today(), divisions), password });
    expectAccepted(created, person.name);
    signIns.push({ name: person.name, role: person.role, email: person.email, password });
  }
  await setSecondFactorPolicy(ctx, { administrator: "never" });
  return signIns;
}

function entryOf(person: SamplePerson, today: string, divisions: DivisionIds) {
  const { name, kana, email, role, post } = person;
  const ends = person.endsWithinAYear ? { untilOn: addDays(addYears(today, 1), -1) } : {};
  return {
    name,
    kana,
    email,
    roles: [{ role, ...ends }],
    divisionId: (post && divisions.get(post.division)) ?? null,
    title: post?.title ?? "",
    fromOn: person.endsWithinAYear ? today : `${fiscalYearOf(today)}-04-01`,
  };
}
