import { personId as actorId, record, type Ctx, type Role, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { personRefusals, stale } from "../labels.ts";
import { isEmail, isRetired, plainEmail, type Person } from "../person.ts";
import { checkGrant } from "../role-grant.ts";
import { periodOn } from "../division.ts";
import { mayManagePeople } from "../permissions.ts";
import { allDivisions } from "../store/divisions.ts";
import {
  insertGrant,
  insertPerson,
  insertPost,
  lockPerson,
  personByEmail,
  updatePerson,
  type PersonFacts,
} from "../store/people.ts";
import { sendInvitation, type Sending } from "./links.ts";

export interface NewPerson {
  readonly name: string;
  readonly kana: string;
  readonly email: string;
  readonly roles: readonly { readonly role: Role; readonly untilOn?: string | null }[];
  readonly divisionId?: string | null;
  /** The name of the post: 課長, 主査. */
  readonly title?: string;
  /** The first day of roles and post; today when not given. */
  readonly fromOn?: string;
}

export interface Invited {
  readonly id: string;
  readonly expiresAt: Date;
  /** The link, when it is to be handed over instead of mailed. */
  readonly link?: string;
}

/** Registers a person (職員) with roles and post and sends the invitation by which they choose a password. */
export async function invitePerson(ctx: Ctx, input: NewPerson & Sending): Promise<Result<Invited>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  return ctx.transaction(async (tx) => {
    const entered = await enterPerson(tx, ctx, input);
    if (!entered.ok) return entered;
    const sent = await sendInvitation(tx, ctx, { ...input, personId: entered.value });
    await record(tx, ctx, "identity.person.invited", { personId: entered.value });
    return accept({ id: entered.value, ...sent });
  });
}

/** Writes a new person with grants and post, by the rules. Shared by inviting, setting up and seeding. */
export async function enterPerson(tx: Tx, ctx: Ctx, input: NewPerson): Promise<Result<string>> {
  const fromOn = input.fromOn ?? ctx.clock.today();
  const checked = checkNewPerson(input, fromOn);
  if (!checked.ok) return checked;
  const divisionId = input.divisionId || null;
  if (divisionId && !(await divisionStands(tx, divisionId, fromOn))) return refuse(personRefusals.noDivision);
  const id = newId();
  if (!(await insertPerson(tx, id, checked.value))) return refuse(personRefusals.emailTaken);
  const given = { by: actorId(ctx.actor), at: ctx.clock.now() };
  for (const { role, untilOn = null } of input.roles)
    await insertGrant(tx, { id: newId(), personId: id, role, fromOn, untilOn }, given);
  if (divisionId)
    await insertPost(tx, {
      id: newId(),
      personId: id,
      divisionId,
      title: input.title?.trim() ?? "",
      fromOn,
      untilOn: null,
    });
  return accept(id);
}

/** What can be said of a new person without looking anything up. */
export function checkNewPerson(input: NewPerson, fromOn: string): Result<PersonFacts> {
  const facts = factsOf(input);
  const fault = faultOf(facts, input.roles.length > 0);
  if (fault) return refuse(fault);
  const spans = input.roles.map(({ role, untilOn = null }) => checkGrant({ role, fromOn, untilOn }));
  return spans.find((span) => !span.ok) ?? accept(facts);
}

export async function divisionStands(tx: Tx, divisionId: string, day: string): Promise<boolean> {
  const division = (await allDivisions(tx)).find((each) => each.id === divisionId);
  return division !== undefined && periodOn(division, day) !== undefined;
}

function factsOf(input: PersonFacts): PersonFacts {
  return { name: input.name.trim(), kana: input.kana.trim(), email: plainEmail(input.email) };
}

/** The first thing that is wrong, with a message at every field that is. */
function faultOf(facts: PersonFacts, hasRole = true): Refusal | undefined {
  const faults = [
    ...(facts.name === "" ? [personRefusals.noName] : []),
    ...(isEmail(facts.email) ? [] : [personRefusals.badEmail]),
    ...(hasRole ? [] : [personRefusals.noRole]),
  ];
  const [first] = faults;
  return first && { ...first, fields: faults.reduce((all, fault) => ({ ...all, ...fault.fields }), {}) };
}

/** Corrects name, reading and address of a person. The new address is the one to sign in with. */
export async function editPerson(
  ctx: Ctx,
  input: PersonFacts & { readonly id: string; readonly version: number },
): Promise<Result<void>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  const facts = factsOf(input);
  const fault = faultOf(facts);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.id);
    if (person.version !== input.version) return refuse(stale);
    const namesake = await personByEmail(tx, facts.email);
    if (namesake && namesake.id !== person.id) return refuse(personRefusals.emailTaken);
    await updatePerson(tx, person, { ...facts, at: ctx.clock.now() });
    await record(tx, ctx, "identity.person.edited", { personId: person.id, fields: changedFields(person, facts) });
    return accept(undefined);
  });
}

function changedFields(person: Person, facts: PersonFacts): string[] {
  return (["name", "kana", "email"] as const).filter((field) => person[field] !== facts[field]);
}

/** Sends a new invitation to someone who has not chosen a password yet; older links stop working. */
export async function inviteAgain(ctx: Ctx, input: { readonly id: string } & Sending): Promise<Result<Invited>> {
  permit(mayManagePeople(ctx.actor), mayManagePeople.sentence);
  return ctx.transaction(async (tx) => {
    const person = await lockPerson(tx, input.id);
    if (isRetired(person, ctx.clock.today())) return refuse(personRefusals.retired);
    if (person.hasPassword) return refuse(personRefusals.hasPassword);
    const sent = await sendInvitation(tx, ctx, { ...input, personId: person.id });
    await record(tx, ctx, "identity.person.invitedAgain", { personId: person.id });
    return accept({ id: person.id, ...sent });
  });
}
