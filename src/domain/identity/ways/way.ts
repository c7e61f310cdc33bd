import { roles as allRoles, type Role } from "#domain/audit/index.ts";

/** SignInWay (サインインの方法): how a person proves who they are. */
export const signInWays = ["password", "oidc", "ldap", "passkey"] as const;
export type SignInWay = (typeof signInWays)[number];

/** Where a way is open: in every zone, only at a server for the inside (庁内), or only at one that the internet reaches. */
export const places = ["anywhere", "inside", "outside"] as const;
export type Place = (typeof places)[number];

/** Who may come in by a way, and where. No role means that the way is closed. */
export interface WayRule {
  readonly roles: readonly Role[];
  readonly place: Place;
}

export type WayRules = Readonly<Record<SignInWay, WayRule>>;

/** Until the city decides: passwords and passkeys for everyone, nothing else. */
export const defaultRules: WayRules = {
  password: { roles: allRoles, place: "anywhere" },
  oidc: { roles: [], place: "anywhere" },
  ldap: { roles: [], place: "anywhere" },
  passkey: { roles: allRoles, place: "anywhere" },
};

type Zone = "both" | "inside" | "outside";

/** Whether a way is open to anyone but the administrators' password at a server of this zone. */
export function isOpen({ roles, place }: WayRule, zone: Zone): boolean {
  return roles.length > 0 && (place === "anywhere" || (place === "inside") === (zone === "inside"));
}

/**
 * Whether someone with these roles may come in by a way: one of the roles is enough, and someone without a role may by every
 * open way. An administrator's password is always taken: it needs no other server and no device, so that someone can always put
 * right what was set wrong.
 */
export function mayComeBy(rules: WayRules, way: SignInWay, held: readonly Role[], zone: Zone): boolean {
  if (way === "password" && held.includes("administrator")) return true;
  const rule = rules[way];
  return isOpen(rule, zone) && (held.length === 0 || held.some((role) => rule.roles.includes(role)));
}

/** Roles that no way would let in; a passkey does not count, since it is registered only once inside. */
export function shutOut(rules: WayRules): Role[] {
  const open = new Set(["administrator", ...rules.password.roles, ...rules.oidc.roles, ...rules.ldap.roles]);
  return allRoles.filter((role) => !open.has(role));
}
