import { personId as actorId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { closeLinks } from "../store/links.ts";
import {
  grantsOf,
  insertGrant,
  insertPost,
  lockPerson,
  postsOf,
  setRetirement,
  updatePerson,
} from "../store/people.ts";
import { employeeNumberOf, saveEmployeeNumber } from "../store/sign-in-ways.ts";
import { removeSpan, reopenSpan } from "../store/transfers.ts";
import type { Person, Post, RoleGrant } from "../person.ts";
import { lastDayBefore } from "./planning.ts";
import type { TransferStep } from "./steps.ts";

interface Present {
  readonly person: Person;
  readonly employeeNumber: string;
  readonly posts: readonly Post[];
  readonly grants: readonly RoleGrant[];
}

/** Takes a step back. @returns false when what it left was changed since; then nothing may be taken back */
export async function undoStep(tx: Tx, ctx: Ctx, step: TransferStep, effectiveOn: string): Promise<boolean> {
  const present: Present = {
    person: await lockPerson(tx, step.personId),
    employeeNumber: await employeeNumberOf(tx, step.personId),
    posts: await postsOf(tx, step.personId),
    grants: await grantsOf(tx, step.personId),
  };
  if (!isAsLeft(step, present, effectiveOn)) return false;
  await takeBack(tx, ctx, step, present);
  return true;
}

function isAsLeft(
  step: TransferStep,
  { person, employeeNumber, posts, grants }: Present,
  effectiveOn: string,
): boolean {
  switch (step.step) {
    case "joined":
    case "returned":
      return person.retiredOn === null;
    case "retired":
      return person.retiredOn === effectiveOn;
    case "facts": {
      const { name, kana, email } = person;
      return [name, kana, email, employeeNumber].join("\n") === wordsOf(step.after);
    }
    case "postGiven":
      return posts.some(({ id, untilOn }) => id === step.postId && untilOn === null);
    case "grantGiven":
      return grants.some(({ id, untilOn }) => id === step.grantId && untilOn === null);
    case "postEnded":
      return isEnded(posts, step.post, effectiveOn);
    case "grantEnded":
      return isEnded(grants, step.grant, effectiveOn);
  }
}

function wordsOf({
  name,
  kana,
  email,
  employeeNumber,
}: {
  name: string;
  kana: string;
  email: string;
  employeeNumber: string;
}) {
  return [name, kana, email, employeeNumber].join("\n");
}

/** A span that ends the day before; one that was to begin on the day was removed. */
function isEnded(spans: readonly (Post | RoleGrant)[], before: Post | RoleGrant, effectiveOn: string): boolean {
  const now = spans.find(({ id }) => id === before.id);
  return before.fromOn >= effectiveOn ? now === undefined : now?.untilOn === lastDayBefore(effectiveOn);
}

async function takeBack(tx: Tx, ctx: Ctx, step: TransferStep, { person, posts, grants }: Present): Promise<void> {
  switch (step.step) {
    case "joined":
      await closeLinks(tx, person.id, ctx.clock.now());
      return setRetirement(tx, person.id, ctx.clock.today()); // never deleted: the record names them
    case "returned":
      await closeLinks(tx, person.id, ctx.clock.now());
      return setRetirement(tx, person.id, step.retiredOn);
    case "retired":
      return setRetirement(tx, person.id, null);
    case "facts": {
      const { employeeNumber, ...facts } = step.before;
      await updatePerson(tx, person, { ...facts, at: ctx.clock.now() });
      return saveEmployeeNumber(tx, person.id, employeeNumber);
    }
    case "postGiven":
      return removeSpan(tx, "post", step.postId);
    case "grantGiven":
      return removeSpan(tx, "role_grant", step.grantId);
    case "postEnded":
      return posts.some(({ id }) => id === step.post.id)
        ? reopenSpan(tx, "post", step.post)
        : insertPost(tx, step.post);
    case "grantEnded":
      return grants.some(({ id }) => id === step.grant.id)
        ? reopenSpan(tx, "role_grant", step.grant)
        : insertGrant(tx, step.grant, { by: actorId(ctx.actor), at: ctx.clock.now() });
  }
}
