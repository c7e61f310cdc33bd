import { describe, expect, it } from "vitest";
import { checkGrant, keepsAdministrator } from "./role-grant.ts";
import { rolesOn, type RoleGrant } from "./person.ts";

const code = (asked: Parameters<typeof checkGrant>[0]) => {
  const result = checkGrant(asked);
  return result.ok ? "given" : result.refusal.code;
};

function grant(id: string, role: RoleGrant["role"], untilOn: string | null): RoleGrant {
  return { id, personId: id, role, fromOn: "2026-04-01", untilOn };
}

describe("a role", () => {
  it("of a contractor must end within a year of its beginning", () => {
    const from = { role: "contractor", fromOn: "2026-04-01" } as const;
    expect(code({ ...from, untilOn: null })).toBe("contractorNeedsEnd");
    expect(code({ ...from, untilOn: "2027-03-31" })).toBe("given"); // 1 April to 31 March: one year
    expect(code({ ...from, untilOn: "2027-04-01" })).toBe("contractorTooLong");
  });

  it("of others may be open, and never ends before it begins", () => {
    expect(code({ role: "clerk", fromOn: "2026-04-01", untilOn: null })).toBe("given");
    expect(code({ role: "clerk", fromOn: "2026-04-01", untilOn: "2026-03-31" })).toBe("endsBeforeItBegins");
    expect(code({ role: "clerk", fromOn: "2026-02-30", untilOn: null })).toBe("noDay");
  });

  it("does not count before its first day or after its last", () => {
    const grants = [grant("a", "contractor", "2026-11-21"), grant("b", "clerk", null)];
    expect(rolesOn(grants, "2026-11-21")).toEqual(["clerk", "contractor"]);
    expect(rolesOn(grants, "2026-11-22")).toEqual(["clerk"]);
    expect(rolesOn(grants, "2026-03-31")).toEqual([]);
  });

  it("of the administrator is always held by someone who has not left", () => {
    const [kept, ending] = [grant("a", "administrator", null), grant("b", "administrator", "2026-12-31")];
    const holders = [
      { grant: kept, retiredOn: null },
      { grant: ending, retiredOn: null },
    ];
    expect(keepsAdministrator(holders, new Set(["a"]), "2026-12-01")).toBe(true);
    expect(keepsAdministrator(holders, new Set(["a"]), "2027-01-01")).toBe(false); // the other's ends in December
    expect(keepsAdministrator([{ grant: kept, retiredOn: "2026-10-01" }], new Set(), "2026-12-01")).toBe(false);
  });
});
