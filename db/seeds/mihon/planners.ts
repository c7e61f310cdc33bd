import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn, listPeople } from "#domain/identity/index.ts";
import { cast } from "./organization.ts";

/**
 * The context of the cast's planners, the first and the second: what needs two people, and what a person may take back, is done by
 * people in the sample too.
 */
export async function plannersOf(ctx: Ctx): Promise<readonly [(at: Ctx) => Ctx, (at: Ctx) => Ctx]> {
  const people = await listPeople(ctx);
  const divisions = await divisionsOn(ctx, ctx.clock.today());
  const [first, second] = cast
    .filter(({ role }) => role === "planning")
    .map(({ name, email, post }) => {
      const id = people.find((person) => person.email === email)?.id ?? "";
      const divisionIds = divisions.filter((division) => division.name === post?.division).map((each) => each.id);
      return (at: Ctx): Ctx => ({ ...at, actor: { kind: "person", id, name, roles: ["planning"], divisionIds } });
    });
  if (!first || !second) throw new Error("seed: the cast has no two planners");
  return [first, second];
}
