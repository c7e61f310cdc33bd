import type { Role } from "#domain/audit/index.ts";
import { addDays, holdsOn } from "#kernel/day.ts";
import { grouped } from "#kernel/grouped.ts";
import { parseJapaneseDay } from "#kernel/japanese-day.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { DivisionOnDay } from "../division.ts";
import { isEmail, plainEmail, type Person, type Post, type RoleGrant } from "../person.ts";
import { faultReasons } from "./labels.ts";
import type { TransferFault, TransferField, TransferLine } from "./line.ts";
import type { Move, MoveKind, MovePlan, PersonFactsWithNumber } from "./moves.ts";
import { divisionIn, isRetirement, rolesIn, type Read } from "./words.ts";

/** Everyone and everything registered, against which a list is read. */
export interface Registered {
  readonly people: readonly (Person & { readonly employeeNumber: string })[];
  readonly posts: readonly Post[];
  readonly grants: readonly RoleGrant[];
  /** The organisation of a day. */
  readonly chartOn: (day: string) => readonly DivisionOnDay[];
}

type Known = Registered["people"][number];
type Fault = (line: TransferLine, field: TransferField, reason: string) => void;

/**
 * What a list of transfers would do. Each person's rows together are what the person holds from the day on; who is not in the
 * list stays as they are. With any fault nothing may be done.
 */
export function planMoves(lines: readonly TransferLine[], registered: Registered): MovePlan {
  const faults: TransferFault[] = [];
  const fault: Fault = ({ row, texts }, field, reason) => void faults.push({ row, field, value: texts[field], reason });
  const effectiveOn = commonDay(lines, fault);
  const groups = groupsOf(lines, registered, fault);
  refuseSharedKeys(groups, fault);
  const moves =
    effectiveOn === undefined
      ? []
      : groups.flatMap((group) => {
          const before = faults.length;
          const move = moveOf(group, { registered, effectiveOn, fault });
          return faults.length > before || !move ? [] : [move];
        });
  return { effectiveOn, moves, faults: faults.toSorted((a, b) => a.row - b.row) };
}

/** The day that all rows name; rows may leave it out when others name it. */
function commonDay(lines: readonly TransferLine[], fault: Fault): string | undefined {
  let common: string | undefined;
  for (const line of lines.filter(({ texts }) => texts.effectiveOn !== "")) {
    const day = parseJapaneseDay(line.texts.effectiveOn);
    if (day === undefined) fault(line, "effectiveOn", faultReasons.badDay);
    else if (common === undefined) common = day;
    else if (day !== common) fault(line, "effectiveOn", faultReasons.otherDay(warekiDate(common)));
  }
  const [first] = lines;
  if (common === undefined && first && lines.every(({ texts }) => texts.effectiveOn === ""))
    fault(first, "effectiveOn", faultReasons.noDay);
  return common;
}

interface Group {
  readonly person: Known | undefined;
  readonly first: TransferLine;
  readonly lines: readonly TransferLine[];
}

/** The rows person by person: by the employee number, else by the address. */
function groupsOf(lines: readonly TransferLine[], { people }: Registered, fault: Fault): Group[] {
  const byNumber = new Map(
    people.filter((each) => each.employeeNumber !== "").map((each) => [each.employeeNumber, each]),
  );
  const byEmail = new Map(people.map((each) => [each.email, each]));
  const keyed = lines.flatMap((line) => {
    const { employeeNumber, email } = keysOf(line);
    if (employeeNumber === "" && email === "") return (fault(line, "email", faultReasons.noKey), []);
    const numbered = byNumber.get(employeeNumber);
    const addressed = byEmail.get(email);
    if (numbered && addressed && numbered !== addressed) {
      fault(line, "email", faultReasons.twoPeople(numbered.name, addressed.name));
      return [];
    }
    const person = numbered ?? addressed;
    if (person && employeeNumber !== "" && person.employeeNumber !== "" && person.employeeNumber !== employeeNumber) {
      fault(line, "employeeNumber", faultReasons.otherNumber(person.employeeNumber));
      return [];
    }
    return [{ key: person?.id ?? (email === "" ? employeeNumber : email), person, line }];
  });
  return [...grouped(keyed, ({ key }) => key).values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [{ person: first.person, first: first.line, lines: rows.map(({ line }) => line) }] : [];
  });
}

function keysOf({ texts }: TransferLine): { readonly employeeNumber: string; readonly email: string } {
  return { employeeNumber: texts.employeeNumber.normalize("NFKC").trim(), email: plainEmail(texts.email) };
}

/** Two people of the list may have neither one number nor one address. */
function refuseSharedKeys(groups: readonly Group[], fault: Fault): void {
  const first = new Map<string, TransferLine>();
  for (const { first: line } of groups)
    for (const [field, key] of Object.entries(keysOf(line))) {
      const other = first.get(`${field} ${key}`);
      if (other) fault(line, field as keyof ReturnType<typeof keysOf>, faultReasons.keyTaken(other.row)); // a key of keysOf
      else if (key !== "") first.set(`${field} ${key}`, line);
    }
}

interface Setting {
  readonly registered: Registered;
  readonly effectiveOn: string;
  readonly fault: Fault;
}

function moveOf(group: Group, setting: Setting): Move | undefined {
  const { person, lines, first } = group;
  const facts = factsOf(group, setting.fault);
  const retiring = lines.filter((line) => retires(line, setting.fault));
  const rows = lines.map(({ row }) => row);
  const held = heldBy(person, setting);
  const base = { personId: person?.id ?? null, rows, facts, factsBefore: factsBefore(person, facts) };
  if (retiring.length > 0) {
    refuseRetirement(group, setting);
    return { ...base, ...nothingNew, kind: "retires", postsThatEnd: held.posts, grantsThatEnd: held.grants };
  }
  if (person?.retiredOn && person.retiredOn > setting.effectiveOn)
    setting.fault(first, "name", faultReasons.leavesSoon(warekiDate(person.retiredOn)));
  const wanted = wantedPosts(group, held.posts, setting);
  const roles = wantedRoles(group, held.roles, setting);
  const change = {
    ...base,
    postsThatEnd: held.posts.filter((post) => !wanted.some((each) => isSamePost(each, post))),
    postsThatStay: held.posts.filter((post) => wanted.some((each) => isSamePost(each, post))),
    newPosts: wanted.filter((each) => !held.posts.some((post) => isSamePost(each, post))),
    grantsThatEnd: held.grants.filter((grant) => !roles.includes(grant.role)),
    newRoles: roles.filter((role) => !held.roles.includes(role)),
    roles,
    namesake: !person && setting.registered.people.some((each) => sameWords(each.name, facts.name)),
  };
  return { ...change, kind: kindOf(change, person) };
}

type Place = Pick<Post, "divisionId" | "title">;

function isSamePost(a: Place, b: Place): boolean {
  return a.divisionId === b.divisionId && a.title === b.title;
}

const nothingNew = { postsThatStay: [], newPosts: [], newRoles: [], roles: [], namesake: false } as const;

function kindOf(change: Omit<Move, "kind">, person: Known | undefined): MoveKind {
  if (!person) return "joins";
  if (person.retiredOn !== null) return "returns";
  if (change.newPosts.length > 0 || change.postsThatEnd.length > 0) return "moves";
  if (change.newRoles.length > 0 || change.grantsThatEnd.length > 0) return "roles";
  return change.factsBefore ? "facts" : "unchanged";
}

/** What the person holds on the day if nothing is done; what begins later is left alone. */
function heldBy(person: Known | undefined, { registered, effectiveOn }: Setting) {
  const own = <T extends Post | RoleGrant>(rows: readonly T[]) =>
    rows.filter((row) => row.personId === person?.id && holdsOn(row, effectiveOn));
  const grants = own(registered.grants);
  return { posts: own(registered.posts), grants, roles: [...new Set(grants.map(({ role }) => role))] };
}

/** The facts of the first row; the others may leave them out but not contradict. An empty cell keeps what is registered. */
function factsOf({ person, first, lines }: Group, fault: Fault): PersonFactsWithNumber {
  for (const line of lines)
    for (const field of ["name", "kana", "employeeNumber", "email"] as const)
      if (line.texts[field] !== "" && !sameWords(line.texts[field], first.texts[field]))
        fault(line, field, faultReasons.differentFacts(first.row));
  const { employeeNumber, email } = keysOf(first);
  const name = first.texts.name.trim();
  if (name === "") fault(first, "name", faultReasons.noName);
  if ((email !== "" || !person) && !isEmail(email)) fault(first, "email", faultReasons.badEmail);
  return {
    name: person && sameWords(person.name, name) ? person.name : name,
    kana: first.texts.kana.trim() || (person?.kana ?? ""),
    email: email || (person?.email ?? ""),
    employeeNumber: employeeNumber || (person?.employeeNumber ?? ""),
  };
}

/** 「山田 太郎」「山田太郎」 are the same words, whatever the width of the space. */
function sameWords(a: string, b: string): boolean {
  return withoutSpaces(a) === withoutSpaces(b);
}

function withoutSpaces(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/g, "");
}

function factsBefore(person: Known | undefined, facts: PersonFactsWithNumber): PersonFactsWithNumber | null {
  if (!person) return null;
  const { name, kana, email, employeeNumber } = person;
  const before = { name, kana, email, employeeNumber };
  const isSame = (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === facts[key]); // the keys just written
  return isSame ? null : before;
}

function retires(line: TransferLine, fault: Fault): boolean {
  const read = isRetirement(line.texts.retires);
  if (!read.ok) fault(line, "retires", read.reason);
  return read.ok && read.value;
}

function refuseRetirement({ person, first, lines }: Group, { effectiveOn, fault }: Setting): void {
  const [, second] = lines;
  if (!person) fault(first, "retires", faultReasons.retiresUnknown);
  else if (person.retiredOn !== null && person.retiredOn <= effectiveOn)
    fault(first, "retires", faultReasons.retiredAlready);
  if (second) fault(second, "retires", faultReasons.retiresWithPost);
}

function wantedPosts({ person, lines }: Group, held: readonly Post[], { registered, effectiveOn, fault }: Setting) {
  const chart = registered.chartOn(effectiveOn);
  const posts: { readonly divisionId: string; readonly title: string; readonly row: number }[] = [];
  for (const line of lines) {
    const title = line.texts.title.trim();
    if (line.texts.division === "") {
      if (person && (held.length > 0 || lines.length > 1)) fault(line, "division", faultReasons.noDivision);
      continue;
    }
    const division = divisionIn(line.texts.division, chart);
    const twin = division.ok && posts.find((each) => each.divisionId === division.value && each.title === title);
    if (!division.ok) fault(line, "division", division.reason);
    else if (twin) fault(line, "division", faultReasons.samePost(twin.row));
    else posts.push({ divisionId: division.value, title, row: line.row });
  }
  return posts.map(({ divisionId, title }) => ({ divisionId, title }));
}

/** The roles of all rows together; a person without roles who stays so may leave them out. */
function wantedRoles({ person, first, lines }: Group, held: readonly Role[], { fault }: Setting): Role[] {
  const read = lines.map((line): Read<readonly Role[]> => {
    const roles = rolesIn(line.texts.roles);
    if (!roles.ok) fault(line, "roles", roles.reason);
    return roles;
  });
  const roles = [...new Set(read.flatMap((each) => (each.ok ? each.value : [])))];
  const mayBeNone = person !== undefined && held.length === 0 && person.retiredOn === null;
  if (roles.length === 0 && read.every(({ ok }) => ok) && !mayBeNone) fault(first, "roles", faultReasons.noRole);
  if (roles.includes("contractor") && !held.includes("contractor")) fault(first, "roles", faultReasons.contractor);
  return roles;
}

/** The last day before a transfer. */
export function lastDayBefore(effectiveOn: string): string {
  return addDays(effectiveOn, -1);
}
