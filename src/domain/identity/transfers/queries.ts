import type { Ctx } from "#domain/audit/index.ts";
import { holdsOn } from "#kernel/day.ts";
import { permit } from "#kernel/result.ts";
import { chartOn } from "../division.ts";
import { roleLabels } from "../labels.ts";
import { isRetired, rolesOn } from "../person.ts";
import { mayTransferPeople } from "../permissions.ts";
import { allDivisions } from "../store/divisions.ts";
import { allPeople, grantsOf, postsOf } from "../store/people.ts";
import { employeeNumbers } from "../store/transfers.ts";
import type { TransferField } from "./line.ts";

export type TransferRow = Readonly<Record<TransferField, string>>;

/**
 * Everyone with the posts and roles that hold on a day, one row for each post, as the list that comes back unchanged and
 * changes nothing. `effectiveOn` and `retires` are left to who fills it in.
 */
export async function transferRows(ctx: Ctx, day: string): Promise<TransferRow[]> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  const chart = chartOn(await allDivisions(ctx.db), day);
  const paths = new Map(chart.map(({ id, path }) => [id, path]));
  const numbers = await employeeNumbers(ctx.db);
  const posts = await postsOf(ctx.db);
  const grants = await grantsOf(ctx.db);
  const people = (await allPeople(ctx.db)).filter((person) => !isRetired(person, day));
  return people.flatMap(({ id, name, kana, email }) => {
    const held = rolesOn(
      grants.filter(({ personId }) => personId === id),
      day,
    );
    const roles = held.map((role) => roleLabels[role]).join("、");
    const facts = { name, kana, email, employeeNumber: numbers.get(id) ?? "", roles, effectiveOn: "", retires: "" };
    const own = posts.filter((post) => post.personId === id && holdsOn(post, day));
    return own.length === 0
      ? [{ ...facts, division: "", title: "" }]
      : own.map(({ divisionId, title }) => ({ ...facts, division: paths.get(divisionId) ?? "", title }));
  });
}
