import { personId as actorId, record, type Ctx, type Role, type Tx } from "#domain/audit/index.ts";
import { addDays, isDay } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { grantRefusals, personRefusals } from "../labels.ts";
import { isRetired, type RoleGrant } from "../person.ts";
import { mayManagePeople } from "../permissions.ts";
import { checkGrant, checkSpan, keepsAdministrator, type Span } from "../role-grant.ts";
import {
  endSpan,
  grantsOf,
  insertGrant,
  insertPost,
  lockAdministrators,
  lockPerson,
  postsOf,
  setRetirement,
} from "../store/people.ts";
import { endSignIns } from "../store/sign-ins.ts";
import { closeLinks } from "../store/links.ts";
import { divisionStands } from "./people.ts";

/** Gives a role (役割の付与) from a day, until a day where it ends. */
export async function grantRole(
  ctx: Ctx,
  input: Span & { readonly personId: string; readonly role: Role },
): Promise<Result<string>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  const { personId, role, fromOn, untilOn } = input;
  const span = checkGrant(input);
  if (!span.ok) return span;
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (isRetired(person, ctx.clock.today())) return refuse(personRefusals.retired);
    const same = (await grantsOf(tx, personId)).filter((grant) => grant.role === role);
    if (same.some((grant) => overlaps(grant, input))) return refuse(grantRefusals.heldAlready);
    const id = newId();
    await insertGrant(tx, { id, personId, role, fromOn, untilOn }, { by: actorId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "identity.grant.given", { personId, grantId: id, role });
    return accept(id);
  });
}

function overlaps(a: Span, b: Span): boolean {
  return (a.untilOn === null || a.untilOn >= b.fromOn) && (b.untilOn === null || b.untilOn >= a.fromOn);
}

export interface Ending {
  readonly personId: string;
  readonly id: string;
  /** The last day on which it holds. The day before today ends it at once. */
  readonly untilOn: string;
}

/** Ends a role on a day; a contractor's may not be prolonged beyond a year this way either. */
export async function endGrant(ctx: Ctx, input: Ending): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  if (!isDay(input.untilOn)) return refuse(grantRefusals.noDay("untilOn"));
  return ctx.transaction(async (tx) => {
    const grant = (await grantsOf(tx, input.personId)).find((each) => each.id === input.id);
    if (!grant) throw new NotFound();
    if (grant.untilOn !== null && grant.untilOn < input.untilOn) return refuse(personRefusals.endsEarlier);
    if (!(await administratorStays(tx, [grant], addDays(input.untilOn, 1))))
      return refuse(grantRefusals.lastAdministrator);
    await endSpan(tx, "role_grant", grant, input.untilOn);
    await record(tx, ctx, "identity.grant.ended", {
      personId: grant.personId,
      grantId: grant.id,
      untilOn: input.untilOn,
    });
    return accept(undefined);
  });
}

/** Whether the city keeps an administrator when these grants end before a day. */
async function administratorStays(tx: Tx, ending: readonly RoleGrant[], day: string): Promise<boolean> {
  if (!ending.some((grant) => grant.role === "administrator")) return true;
  return keepsAdministrator(await lockAdministrators(tx), new Set(ending.map((grant) => grant.id)), day);
}

export interface PostInput extends Span {
  readonly personId: string;
  readonly divisionId: string;
  readonly title: string;
}

/** Gives a post (所属・職) from a day. Several at once (兼務) are allowed. */
export async function addPost(ctx: Ctx, input: PostInput): Promise<Result<string>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  const span = checkSpan(input);
  if (!span.ok) return span;
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    if (isRetired(person, ctx.clock.today())) return refuse(personRefusals.retired);
    if (!(await divisionStands(tx, input.divisionId, input.fromOn))) return refuse(personRefusals.noDivision);
    const id = newId();
    await insertPost(tx, { ...input, id, title: input.title.trim() });
    await record(tx, ctx, "identity.post.given", { personId: person.id, postId: id, divisionId: input.divisionId });
    return accept(id);
  });
}

/** Ends a post on a day; before its first day, it never was. */
export async function endPost(ctx: Ctx, input: Ending): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  if (!isDay(input.untilOn)) return refuse(grantRefusals.noDay("untilOn"));
  return ctx.transaction(async (tx) => {
    const post = (await postsOf(tx, input.personId)).find((each) => each.id === input.id);
    if (!post) throw new NotFound();
    if (post.untilOn !== null && post.untilOn < input.untilOn) return refuse(personRefusals.endsEarlier);
    await endSpan(tx, "post", post, input.untilOn);
    await record(tx, ctx, "identity.post.ended", { personId: post.personId, postId: post.id, untilOn: input.untilOn });
    return accept(undefined);
  });
}

/** Ends a person's access (利用終了) from a day on: posts and roles end the day before, open sign-ins at once when that day has come. */
export async function retirePerson(
  ctx: Ctx,
  input: { readonly id: string; readonly retiredOn: string },
): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  const { id, retiredOn } = input;
  if (!isDay(retiredOn)) return refuse(grantRefusals.noDay("untilOn"));
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, id);
    if (isRetired(person, ctx.clock.today())) return refuse(personRefusals.alreadyEnded);
    const grants = await grantsOf(tx, id);
    if (!(await administratorStays(tx, grants, retiredOn))) return refuse(grantRefusals.lastAdministrator);
    const lastDay = addDays(retiredOn, -1);
    for (const grant of grants) if (goesBeyond(grant, lastDay)) await endSpan(tx, "role_grant", grant, lastDay);
    for (const post of await postsOf(tx, id)) if (goesBeyond(post, lastDay)) await endSpan(tx, "post", post, lastDay);
    await setRetirement(tx, id, retiredOn);
    await closeLinks(tx, id, ctx.clock.now());
    if (retiredOn <= ctx.clock.today()) await endSignIns(tx, id);
    await record(tx, ctx, "identity.person.retired", { personId: id, retiredOn });
    return accept(undefined);
  });
}

function goesBeyond(span: Span, day: string): boolean {
  return span.untilOn === null || span.untilOn > day;
}

/** Lets a retired person in again (利用の再開); roles and posts are given anew. */
export async function reinstatePerson(ctx: Ctx, input: { readonly id: string }): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.id);
    if (person.retiredOn === null) return refuse(personRefusals.alreadyEnded);
    await setRetirement(tx, person.id, null);
    await record(tx, ctx, "identity.person.reinstated", { personId: person.id });
    return accept(undefined);
  });
}
