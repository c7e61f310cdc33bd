import { hashPassword } from "better-auth/crypto";
import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { nameMunicipality } from "#platform/database/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { setUpRefusals, signInRefusals } from "../labels.ts";
import { checkPassword, plainPassword } from "../password.ts";
import { closeLinks, openLink } from "../store/links.ts";
import { insertDivision } from "../store/divisions.ts";
import { grantsOf } from "../store/people.ts";
import { savePassword, savePolicy } from "../store/sign-ins.ts";
import { checkNewPerson, enterPerson, type Invited, type NewPerson } from "./people.ts";
import { makeLink, sendInvitation, type Sending } from "./links.ts";

/**
 * The address at which an empty city is set up (初期設定), or null when it has an administrator already. Asking again makes a
 * new address; the one before stops working.
 */
export async function openSetUp(ctx: Ctx): Promise<string | null> {
  permit(ctx.actor.kind === "system");
  return ctx.transaction(async (tx) => {
    if (await isSetUp(tx)) return null;
    await closeLinks(tx, null, ctx.clock.now());
    const { token } = await makeLink(tx, ctx, { kind: "setUp", personId: null });
    await record(tx, ctx, "identity.setUp.opened", {});
    return `/staff/set-up?token=${token}`;
  });
}

async function isSetUp(tx: Tx): Promise<boolean> {
  return (await grantsOf(tx)).some((grant) => grant.role === "administrator");
}

/** Whether this token opens the set-up page. */
export async function isSetUpOpen(ctx: Ctx, token: string): Promise<boolean> {
  return (await openLink(ctx.db, token, { now: ctx.clock.now() }))?.kind === "setUp";
}

export interface SetUpInput extends Sending {
  readonly token: string;
  /** The city's own name (市の名前), as it stands on every page. */
  readonly city: string;
  readonly division: string;
  readonly name: string;
  readonly kana: string;
  readonly email: string;
  readonly password: string;
  readonly again: string;
  /** Who makes the plan, when it is not the administrator. */
  readonly planner?: { readonly name: string; readonly email: string } | undefined;
  /** Whether administrators need a second factor where the internet reaches the pages. */
  readonly asksSecondFactor: boolean;
}

/** Sets an empty city up: its name, its first division, its administrator, and who makes the plan. Then the page is closed for good. */
export async function finishSetUp(ctx: Ctx, input: SetUpInput): Promise<Result<{ readonly planner?: Invited }>> {
  const fault = faultOf(ctx, input);
  if (fault) return refuse(fault);
  const hash = await hashPassword(plainPassword(input.password));
  return ctx.transaction(async (tx) => {
    const now = ctx.clock.now();
    const link = await openLink(tx, input.token, { now, hold: true });
    if (link?.kind !== "setUp" || (await isSetUp(tx))) return refuse(signInRefusals.linkOver);
    await closeLinks(tx, null, now);
    await savePolicy(tx, "administrator", input.asksSecondFactor ? "outside" : "never");
    await nameMunicipality(tx, { code: ctx.municipality.code, name: input.city.trim() });
    const divisionId = await firstDivision(tx, ctx, input.division.trim());
    const personId = await entered(tx, ctx, { ...administratorOf(input), divisionId });
    await savePassword(tx, { personId, hash, at: now });
    const planner = input.planner && (await invitePlanner(tx, ctx, { ...input, ...input.planner, divisionId }));
    await record(tx, ctx, "identity.setUp.finished", { personId });
    return accept(planner ? { planner } : {});
  });
}

/** The first thing that is wrong, with a message at every field that is. */
function faultOf(ctx: Ctx, input: SetUpInput): Refusal | undefined {
  const faults = [...faultsOf(ctx, input)];
  const [first] = faults;
  return first && { ...first, fields: faults.reduce((all, fault) => ({ ...fault.fields, ...all }), {}) };
}

function* faultsOf(ctx: Ctx, input: SetUpInput): Generator<Refusal> {
  const today = ctx.clock.today();
  if (input.city.trim() === "") yield setUpRefusals.noCity;
  if (input.division.trim() === "") yield setUpRefusals.noDivision;
  const administrator = checkNewPerson(administratorOf(input), today);
  if (!administrator.ok) yield administrator.refusal;
  const planner = input.planner && checkNewPerson(plannerOf(input.planner), today);
  if (planner && !planner.ok) yield setUpRefusals.badPlanner;
  else if (administrator.ok && planner?.value.email === administrator.value.email) yield setUpRefusals.samePlanner;
  const password = checkPassword(input.password, input.again, input);
  if (!password.ok) yield password.refusal;
}

function administratorOf({ name, kana, email, planner }: SetUpInput): NewPerson {
  return {
    name,
    kana,
    email,
    roles: planner ? [{ role: "administrator" }] : [{ role: "administrator" }, { role: "planning" }],
  };
}

function plannerOf(planner: { readonly name: string; readonly email: string }): NewPerson {
  return { ...planner, kana: "", roles: [{ role: "planning" }] };
}

async function firstDivision(tx: Tx, ctx: Ctx, name: string): Promise<string> {
  const id = newId();
  const period = {
    id: newId(),
    parentId: null,
    name,
    phone: "",
    email: "",
    position: 0,
    fromOn: ctx.clock.today(),
    untilOn: null,
  };
  await insertDivision(tx, id, period);
  return id;
}

/** Enters a person whose facts were checked before anything was written. */
async function entered(tx: Tx, ctx: Ctx, person: NewPerson): Promise<string> {
  const result = await enterPerson(tx, ctx, person);
  if (!result.ok) throw new Error(`a checked person was refused: ${result.refusal.code}`);
  return result.value;
}

type PlannerInput = Sending & { readonly name: string; readonly email: string; readonly divisionId: string };

async function invitePlanner(tx: Tx, ctx: Ctx, input: PlannerInput): Promise<Invited> {
  const id = await entered(tx, ctx, { ...plannerOf(input), divisionId: input.divisionId });
  return { id, ...(await sendInvitation(tx, ctx, { ...input, personId: id })) };
}

/**
 * Creates a person whose password is known already (見本市の職員): for seeds, not for people, who choose their own.
 * @returns the person's id
 */
export async function createPersonWithPassword(
  ctx: Ctx,
  input: NewPerson & { readonly password: string },
): Promise<Result<string>> {
  permit(ctx.actor.kind === "system");
  const hash = await hashPassword(plainPassword(input.password));
  return ctx.transaction(async (tx) => {
    const person = await enterPerson(tx, ctx, input);
    if (!person.ok) return person;
    await savePassword(tx, { personId: person.value, hash, at: ctx.clock.now() });
    await record(tx, ctx, "identity.person.created", { personId: person.value });
    return person;
  });
}
