import { personId as actorId, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { closeLinks } from "../store/links.ts";
import {
  endSpan,
  insertGrant,
  insertPerson,
  insertPost,
  lockPerson,
  setRetirement,
  updatePerson,
} from "../store/people.ts";
import { endSignIns } from "../store/sign-ins.ts";
import { saveEmployeeNumber } from "../store/sign-in-ways.ts";
import { sendInvitation } from "../actions/links.ts";
import type { Move } from "./moves.ts";
import { lastDayBefore } from "./planning.ts";
import type { TransferStep } from "./steps.ts";

interface Setting {
  readonly effectiveOn: string;
  /** Scheme and host for the links of invitations. */
  readonly origin: string;
}

/** Does what a move says, in an open transaction. @returns its steps, to be kept */
export async function doMove(tx: Tx, ctx: Ctx, move: Move, setting: Setting): Promise<TransferStep[]> {
  const entered = await enter(tx, ctx, move, setting);
  const { personId } = entered;
  const steps = [...entered.steps, ...(await endSpans(tx, personId, move, setting))];
  for (const { divisionId, title } of move.newPosts) {
    const post = { id: newId(), personId, divisionId, title, fromOn: setting.effectiveOn, untilOn: null };
    await insertPost(tx, post);
    steps.push({ step: "postGiven", personId, postId: post.id, divisionId, title });
  }
  for (const role of move.newRoles) {
    const grant = { id: newId(), personId, role, fromOn: setting.effectiveOn, untilOn: null };
    await insertGrant(tx, grant, { by: actorId(ctx.actor), at: ctx.clock.now() });
    steps.push({ step: "grantGiven", personId, grantId: grant.id, role });
  }
  return steps;
}

type Entered = { readonly personId: string; readonly steps: TransferStep[] };

/** The person with the facts of the list: new ones are registered and invited, those who return are let in again. */
async function enter(tx: Tx, ctx: Ctx, move: Move, { effectiveOn, origin }: Setting): Promise<Entered> {
  const { facts } = move;
  if (move.personId === null) {
    const personId = newId();
    if (!(await insertPerson(tx, personId, plainFacts(facts))))
      throw new Error("an address of the list was taken meanwhile");
    await saveEmployeeNumber(tx, personId, facts.employeeNumber);
    await sendInvitation(tx, ctx, { origin, personId, startsOn: effectiveOn });
    return { personId, steps: [{ step: "joined", personId }] };
  }
  const { personId, factsBefore } = move;
  const steps: TransferStep[] = [];
  const person = await lockPerson(tx, personId);
  if (factsBefore) {
    await updatePerson(tx, person, { ...plainFacts(facts), at: ctx.clock.now() });
    await saveEmployeeNumber(tx, personId, facts.employeeNumber);
    steps.push({ step: "facts", personId, before: factsBefore, after: facts });
  }
  if (move.kind === "returns" && person.retiredOn !== null) {
    await setRetirement(tx, personId, null);
    if (!person.hasPassword) await sendInvitation(tx, ctx, { origin, personId, startsOn: effectiveOn });
    steps.push({ step: "returned", personId, retiredOn: person.retiredOn });
  }
  return { personId, steps };
}

function plainFacts({ name, kana, email }: Move["facts"]) {
  return { name, kana, email };
}

async function endSpans(tx: Tx, personId: string, move: Move, { effectiveOn }: Setting): Promise<TransferStep[]> {
  const lastDay = lastDayBefore(effectiveOn);
  const steps: TransferStep[] = [];
  for (const post of move.postsThatEnd) {
    await endSpan(tx, "post", post, lastDay);
    steps.push({ step: "postEnded", personId, post });
  }
  for (const grant of move.grantsThatEnd) {
    await endSpan(tx, "role_grant", grant, lastDay);
    steps.push({ step: "grantEnded", personId, grant });
  }
  return steps;
}

/** Ends a person's access from the day on, as retiring one by one does. */
export async function retire(tx: Tx, ctx: Ctx, personId: string, retiredOn: string): Promise<TransferStep> {
  await setRetirement(tx, personId, retiredOn);
  await closeLinks(tx, personId, ctx.clock.now());
  if (retiredOn <= ctx.clock.today()) await endSignIns(tx, personId);
  return { step: "retired", personId };
}
