import { describe, expect, it } from "vitest";
import { roles, type Role } from "#domain/audit/index.ts";
import { defaultRules, isOpen, mayComeBy, shutOut, type WayRules } from "./way.ts";

const closed: WayRules = { ...defaultRules, password: { roles: [], place: "anywhere" } };

describe("the ways to sign in", () => {
  it("are the password and passkeys for everyone until the city decides", () => {
    expect(roles.filter((role) => mayComeBy(defaultRules, "password", [role], "both"))).toEqual(roles);
    expect(roles.filter((role) => mayComeBy(defaultRules, "oidc", [role], "both"))).toEqual([]);
  });

  it("never shut out an administrator's password, in whatever zone and whatever is decided", () => {
    const inside: WayRules = { ...closed, password: { roles: [], place: "inside" } };
    for (const rules of [closed, inside])
      for (const zone of ["both", "inside", "outside"] as const) {
        expect(mayComeBy(rules, "password", ["clerk", "administrator"], zone)).toBe(true);
        expect(mayComeBy(rules, "password", ["clerk"], zone)).toBe(false);
      }
  });

  it.each([
    ["anywhere", { both: true, inside: true, outside: true }],
    ["inside", { both: false, inside: true, outside: false }],
    ["outside", { both: true, inside: false, outside: true }],
  ] as const)("that hold %s are open in these zones", (place, zones) => {
    const rule = { roles: ["clerk"] satisfies Role[], place };
    for (const zone of ["both", "inside", "outside"] as const) expect(isOpen(rule, zone)).toBe(zones[zone]);
  });

  it("ask for one of the person's roles, and of someone without a role for nothing more", () => {
    const rules: WayRules = { ...closed, ldap: { roles: ["clerk"], place: "anywhere" } };
    expect(mayComeBy(rules, "ldap", ["planning", "clerk"], "inside")).toBe(true);
    expect(mayComeBy(rules, "ldap", ["planning"], "inside")).toBe(false);
    expect(mayComeBy(rules, "ldap", [], "inside")).toBe(true);
  });

  it("tell which roles no way would let in", () => {
    expect(shutOut(defaultRules)).toEqual([]);
    const rules: WayRules = { ...closed, oidc: { roles: ["clerk", "chief"], place: "anywhere" } };
    expect(shutOut(rules)).toEqual(roles.filter((role) => !["administrator", "clerk", "chief"].includes(role)));
  });
});
