import { permit } from "#kernel/result.ts";
import type { Ctx, Role } from "#domain/audit/index.ts";
import { holdsAll, wordsOf } from "#kernel/folding.ts";
import { holdsOn } from "#kernel/day.ts";
import { NotFound } from "#kernel/result.ts";
import { chartOn, periodOn, type Division, type DivisionOnDay } from "./division.ts";
import { deviceLabel } from "./device.ts";
import { failures, type AttemptOutcome } from "./lockout.ts";
import { rolesOn, stateOf, type Person, type PersonState, type Post, type RoleGrant } from "./person.ts";
import { maySeeDivisions, maySeePeople } from "./permissions.ts";
import { allDivisions } from "./store/divisions.ts";
import { openInvitation } from "./store/links.ts";
import { allPeople, grantsOf, namesOf, personById, postsOf } from "./store/people.ts";
import { attempts, type AttemptRow } from "./store/sign-ins.ts";

/** The organisation chart of a day: each division followed by those below it. */
export async function divisionsOn(ctx: Ctx, day: string): Promise<DivisionOnDay[]> {
  return chartOn(await allDivisions(ctx.db), day);
}

/** What a division was called on a day; undefined when it did not exist. */
export async function divisionName(ctx: Ctx, id: string, day: string): Promise<string | undefined> {
  const division = (await allDivisions(ctx.db)).find((each) => each.id === id);
  return division && periodOn(division, day)?.name;
}

/** A division with its whole history. @throws NotFound */
export async function divisionHistory(ctx: Ctx, id: string): Promise<Division> {
  permit(maySeeDivisions(ctx.actor), maySeeDivisions.sentence);
  const division = (await allDivisions(ctx.db)).find((each) => each.id === id);
  if (!division) throw new NotFound();
  return division;
}

/** The names of people by id, for the bylines of other subjects' pages. */
export async function peopleNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return namesOf(ctx.db, ids);
}

/** How many people are registered. */
export async function countPeople(ctx: Ctx): Promise<number> {
  return (await allPeople(ctx.db)).length;
}

export interface PersonRow extends Person {
  readonly state: PersonState;
  readonly roles: readonly Role[];
  /** Divisions and titles that hold today: 「総務部 企画課 課長」. */
  readonly posts: readonly string[];
  readonly divisionIds: readonly string[];
}

export interface PeopleFilter {
  readonly words?: string;
  readonly role?: string;
  readonly divisionId?: string;
  readonly state?: string;
  readonly sort?: "kana" | "division" | "lastSignIn";
}

/** The people who fit, as they stand today. Without a state asked for, those who have left are not shown. */
export async function listPeople(ctx: Ctx, filter: PeopleFilter = {}): Promise<PersonRow[]> {
  permit(maySeePeople(ctx.actor), maySeePeople.sentence);
  const today = ctx.clock.today();
  const chart = await divisionsOn(ctx, today);
  const [posts, grants] = [groupByPerson(await postsOf(ctx.db)), groupByPerson(await grantsOf(ctx.db))];
  const rows = (await allPeople(ctx.db)).map((person) => {
    const held = (posts.get(person.id) ?? []).filter((post) => holdsOn(post, today));
    return {
      ...person,
      state: stateOf(person, ctx.clock.now(), today),
      roles: rolesOn(grants.get(person.id) ?? [], today),
      posts: held.map((post) => postWords(post, chart)),
      divisionIds: held.map((post) => post.divisionId),
    };
  });
  return sorted(
    rows.filter((row) => fits(row, filter)),
    filter.sort ?? "kana",
    chart,
  );
}

/** Somebody who works here, with the address to write to and the divisions of today. */
export interface Colleague extends Pick<Person, "id" | "name" | "email"> {
  readonly divisionIds: readonly string[];
}

/** The people who hold one of the roles today and can sign in: whom the work of their divisions is written to. */
export async function colleaguesHolding(ctx: Ctx, roles: readonly Role[]): Promise<Colleague[]> {
  const today = ctx.clock.today();
  const able = new Set(await peopleHolding(ctx, roles));
  const posts = groupByPerson(await postsOf(ctx.db));
  const people = (await allPeople(ctx.db)).filter(({ id }) => able.has(id));
  return people.map(({ id, name, email }) => {
    const held = (posts.get(id) ?? []).filter((post) => holdsOn(post, today));
    return { id, name, email, divisionIds: held.map(({ divisionId }) => divisionId) };
  });
}

/** The people who can act in one of these roles today, by id: not those who have left or never came. For rules that need two people. */
export async function peopleHolding(ctx: Ctx, roles: readonly Role[]): Promise<string[]> {
  const today = ctx.clock.today();
  const grants = groupByPerson(await grantsOf(ctx.db));
  const able = (await allPeople(ctx.db)).filter(
    (person) =>
      ["active", "locked"].includes(stateOf(person, ctx.clock.now(), today)) &&
      rolesOn(grants.get(person.id) ?? [], today).some((role) => roles.includes(role)),
  );
  return able.map((person) => person.id);
}

function groupByPerson<T extends { readonly personId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
}

function postWords(post: Post, chart: readonly DivisionOnDay[]): string {
  const path = chart.find((division) => division.id === post.divisionId)?.path ?? "（廃止された課）";
  return post.title ? `${path} ${post.title}` : path;
}

function fits(row: PersonRow, { words = "", role = "", divisionId = "", state = "" }: PeopleFilter): boolean {
  if (!holdsAll(`${row.name} ${row.kana} ${row.email}`, wordsOf(words))) return false;
  if (role !== "" && !row.roles.some((held) => held === role)) return false;
  if (divisionId !== "" && !row.divisionIds.includes(divisionId)) return false;
  return state === "" ? row.state !== "retired" : state === "all" || row.state === state;
}

function sorted(
  rows: readonly PersonRow[],
  sort: "kana" | "division" | "lastSignIn",
  chart: readonly DivisionOnDay[],
): PersonRow[] {
  const reading = (row: PersonRow) => row.kana || row.name;
  const byKana = rows.toSorted((a, b) => reading(a).localeCompare(reading(b), "ja"));
  if (sort === "kana") return byKana;
  if (sort === "lastSignIn")
    return byKana.sort((a, b) => (b.lastSignInAt?.getTime() ?? 0) - (a.lastSignInAt?.getTime() ?? 0));
  const place = (row: PersonRow) => chart.findIndex((division) => row.divisionIds.includes(division.id));
  const last = chart.length;
  return byKana.sort((a, b) => (place(a) < 0 ? last : place(a)) - (place(b) < 0 ? last : place(b)));
}

export interface PersonPage extends Person {
  readonly state: PersonState;
  readonly roles: readonly Role[];
  readonly allPosts: readonly (Post & { readonly words: string })[];
  readonly grants: readonly RoleGrant[];
  readonly invitation: { readonly expiresAt: Date } | undefined;
  readonly recentAttempts: readonly AttemptLine[];
}

/** Everything the page of a person shows. @throws NotFound */
export async function personPage(ctx: Ctx, id: string): Promise<PersonPage> {
  permit(maySeePeople(ctx.actor), maySeePeople.sentence);
  const person = await personById(ctx.db, id);
  const today = ctx.clock.today();
  const divisions = await allDivisions(ctx.db);
  const grants = await grantsOf(ctx.db, id);
  const posts = await postsOf(ctx.db, id);
  const placeOf = (post: Post) => postWords(post, chartOn(divisions, clamp(post, today)));
  return {
    ...person,
    state: stateOf(person, ctx.clock.now(), today),
    roles: rolesOn(grants, today),
    grants,
    allPosts: posts.map((post) => ({ ...post, words: placeOf(post) })),
    invitation: await openInvitation(ctx.db, id, ctx.clock.now()),
    recentAttempts: (await attempts(ctx.db, { personId: id, limit: 10 })).map(attemptLine),
  };
}

/** Today, or the nearest day on which the post held: a post of last year is shown with last year's name of the division. */
function clamp(post: Post, today: string): string {
  if (post.fromOn > today) return post.fromOn;
  return post.untilOn !== null && post.untilOn < today ? post.untilOn : today;
}

export interface OwnRecord {
  readonly person: Person;
  readonly posts: readonly string[];
}

/** What the signed-in person is shown of the own record. */
export async function ownRecord(ctx: Ctx): Promise<OwnRecord> {
  const id = ctx.actor.kind === "person" ? ctx.actor.id : "";
  const person = await personById(ctx.db, id);
  const today = ctx.clock.today();
  const chart = await divisionsOn(ctx, today);
  const posts = (await postsOf(ctx.db, id)).filter((post) => holdsOn(post, today));
  return { person, posts: posts.map((post) => postWords(post, chart)) };
}

export interface AttemptLine extends Omit<AttemptRow, "userAgent"> {
  readonly device: string;
}

function attemptLine({ userAgent, ...row }: AttemptRow): AttemptLine {
  return { ...row, device: userAgent === "" ? "" : deviceLabel(userAgent) };
}

/** How many attempts one page of the list shows. */
export const attemptsOnPage = 100;
const refusedOutcomes: readonly AttemptOutcome[] = [...failures, "locked", "retired", "unknown"];

/** Attempts to sign in of the last 90 days from the newest, a hundred at a time; `refusedOnly` leaves out what went well. */
export async function listSignInAttempts(
  ctx: Ctx,
  filter: { readonly refusedOnly: boolean; readonly before?: string | undefined },
): Promise<AttemptLine[]> {
  permit(maySeePeople(ctx.actor), maySeePeople.sentence);
  const outcomes = filter.refusedOnly ? refusedOutcomes : undefined;
  return (await attempts(ctx.db, { outcomes, before: filter.before, limit: attemptsOnPage })).map(attemptLine);
}
