import { actsForAnother, personId as actorId, record, type Ctx } from "#domain/audit/index.ts";
import { addDays, holdsOn } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, Forbidden, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { actsOn, checkDeputy, deputyRefusals, overlapsAny, type Deputy } from "../deputy.ts";
import { personRefusals } from "../labels.ts";
import { isRetired, type Person, type Post } from "../person.ts";
import { mayActAsDeputy, mayNameDeputies, mayNameOwnDeputy } from "../permissions.ts";
import { actUnder, deputiesFrom, endDeputy, insertDeputy } from "../store/deputies.ts";
import { allPeople, lockPerson, namesOf, postsOf } from "../store/people.ts";

export interface DeputyInput {
  /** Who is absent. */
  readonly personId: string;
  readonly deputyId: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** Names who stands in for an absent person (代理). The person names a colleague of the same division; an administrator anyone. */
export async function nameDeputy(ctx: Ctx, input: DeputyInput): Promise<Result<void>> {
  permitFor(ctx, input.personId);
  const checked = checkDeputy(input, ctx.clock.today());
  if (!checked.ok) return checked;
  return ctx.transaction(async (tx) => {
    const absent = await lockPerson(tx, input.personId);
    const deputy = await lockPerson(tx, input.deputyId);
    if ([absent, deputy].some((each) => isRetired(each, input.untilOn))) return refuse(personRefusals.retired);
    if (!mayNameDeputies(ctx.actor) && !areColleagues(await postsOf(tx), input))
      return refuse(deputyRefusals.otherDivision);
    if (overlapsAny(input, await deputiesFrom(tx, ctx.clock.today()))) return refuse(deputyRefusals.overlaps);
    const id = newId();
    await insertDeputy(tx, { id, ...input }, { by: actorId(ctx.actor), at: ctx.clock.now() });
    const { personId, deputyId, fromOn, untilOn } = input;
    await record(tx, ctx, "identity.deputy.named", { personId, deputyId, fromOn, untilOn });
    return accept(undefined);
  });
}

/** @throws Forbidden unless it is about oneself, or the actor is an administrator */
function permitFor(ctx: Ctx, personId: string): void {
  if (mayNameDeputies(ctx.actor)) return;
  permit(mayNameOwnDeputy(ctx.actor) && actorId(ctx.actor) === personId, mayNameOwnDeputy.sentence);
}

function areColleagues(posts: readonly Post[], { personId, deputyId, fromOn }: DeputyInput): boolean {
  const divisionsOf = (id: string) =>
    posts.filter((post) => post.personId === id && holdsOn(post, fromOn)).map(({ divisionId }) => divisionId);
  const own = new Set(divisionsOf(personId));
  return divisionsOf(deputyId).some((id) => own.has(id));
}

/** Ends a deputyship at once; whoever acts under it acts for themselves from the next request on. */
export async function endDeputyship(ctx: Ctx, { id }: { readonly id: string }): Promise<Result<void>> {
  return ctx.transaction(async (tx) => {
    const deputy = (await deputiesFrom(tx, ctx.clock.today())).find((each) => each.id === id);
    if (!deputy) throw new NotFound();
    permitFor(ctx, deputy.personId);
    await endDeputy(tx, deputy, addDays(ctx.clock.today(), -1));
    await record(tx, ctx, "identity.deputy.ended", { personId: deputy.personId, deputyId: deputy.deputyId });
    return accept(undefined);
  });
}

/** Lets the person of a sign-in act as the deputy they are today, or (with null) for themselves again. */
export async function actAsDeputy(
  ctx: Ctx,
  input: { readonly id: string | null; readonly token: string },
): Promise<Result<void>> {
  permit(mayActAsDeputy(ctx.actor), mayActAsDeputy.sentence);
  return ctx.transaction(async (tx) => {
    if (input.id !== null) {
      const deputy = (await deputiesFrom(tx, ctx.clock.today())).find((each) => each.id === input.id);
      if (!deputy || deputy.deputyId !== actorId(ctx.actor)) throw new Forbidden("この代理には決められていません。");
      if (!actsOn(deputy, ctx.clock.today())) return refuse(deputyRefusals.ended);
      await actUnder(tx, input.token, deputy.id);
      await record(tx, ctx, "identity.deputy.began", { personId: deputy.personId });
    } else {
      await actUnder(tx, input.token, null);
      if (actsForAnother(ctx.actor)) await record(tx, ctx, "identity.deputy.stopped", {});
    }
    return accept(undefined);
  });
}

export interface DeputyRow extends Deputy {
  readonly personName: string;
  readonly deputyName: string;
  /** Whether it holds today. */
  readonly isNow: boolean;
}

export interface DeputiesPage {
  /** Who stands in for me, and (for an administrator) for anyone. */
  readonly deputies: readonly DeputyRow[];
  /** For whom I stand in. */
  readonly duties: readonly DeputyRow[];
  /** Whom I may name as deputy, and (an administrator) for whom. */
  readonly choices: readonly Pick<Person, "id" | "name">[];
}

/** What the signed-in person may know of deputies. */
export async function deputiesPage(ctx: Ctx): Promise<DeputiesPage> {
  permit(mayActAsDeputy(ctx.actor), mayActAsDeputy.sentence);
  const today = ctx.clock.today();
  const own = actorId(ctx.actor) ?? "";
  const all = await deputiesFrom(ctx.db, today);
  const names = await namesOf(
    ctx.db,
    all.flatMap(({ personId, deputyId }) => [personId, deputyId]),
  );
  const rows = all.map((deputy) => ({
    ...deputy,
    personName: names.get(deputy.personId) ?? "",
    deputyName: names.get(deputy.deputyId) ?? "",
    isNow: actsOn(deputy, today),
  }));
  const sees = mayNameDeputies(ctx.actor);
  return {
    deputies: rows.filter(({ personId }) => sees || personId === own),
    duties: rows.filter(({ deputyId }) => deputyId === own),
    choices: await choicesOf(ctx, own),
  };
}

async function choicesOf(ctx: Ctx, own: string): Promise<Pick<Person, "id" | "name">[]> {
  const today = ctx.clock.today();
  const posts = await postsOf(ctx.db);
  const people = (await allPeople(ctx.db)).filter((person) => !isRetired(person, today));
  const fitting = mayNameDeputies(ctx.actor)
    ? people
    : people.filter(
        ({ id }) => id !== own && areColleagues(posts, { personId: own, deputyId: id, fromOn: today, untilOn: today }),
      );
  return mayNameDeputies(ctx.actor) || mayNameOwnDeputy(ctx.actor) ? fitting.map(({ id, name }) => ({ id, name })) : [];
}
