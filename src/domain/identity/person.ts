import { holdsOn } from "#kernel/day.ts";
import { roles, type Role } from "#domain/audit/index.ts";

/** Person (職員・委員): everyone who can sign in. Staff pages only; never in a publication. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  /** Small letters; what the person signs in with. */
  readonly email: string;
  readonly version: number;
  readonly lockedUntil: Date | null;
  /** The first day without access. */
  readonly retiredOn: string | null;
  readonly hasPassword: boolean;
  /** Can come in by a passkey, or has come in by an account elsewhere. */
  readonly hasOtherWay: boolean;
  readonly hasSecondFactor: boolean;
  readonly lastSignInAt: Date | null;
}

/** Post (所属・職): a person in a division, from a day until a day. */
export interface Post {
  readonly id: string;
  readonly personId: string;
  readonly divisionId: string;
  readonly title: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** RoleGrant (役割の付与): a role held from a day until a day. */
export interface RoleGrant {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export type PersonState = "active" | "invited" | "locked" | "retired";

/** How the person stands today: retired before locked before not yet signed up. */
export function stateOf(person: Person, now: Date, today: string): PersonState {
  if (isRetired(person, today)) return "retired";
  if (person.lockedUntil && person.lockedUntil > now) return "locked";
  return person.hasPassword || person.hasOtherWay ? "active" : "invited";
}

export function isRetired(person: { readonly retiredOn: string | null }, today: string): boolean {
  return person.retiredOn !== null && person.retiredOn <= today;
}

/** The roles that grants give on a day, each once, in the order in which roles are listed. */
export function rolesOn(grants: readonly RoleGrant[], day: string): Role[] {
  const held = new Set(grants.filter((grant) => holdsOn(grant, day)).map((grant) => grant.role));
  return roles.filter((role) => held.has(role));
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text); // widened only to compare
}

/** The address as it is stored and compared. */
export function plainEmail(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function isEmail(text: string): boolean {
  return text.length <= 254 && emailPattern.test(text);
}
