import { roles, type Role } from "#domain/audit/index.ts";

/** Where people enrol a second factor (二要素認証: a code from a telephone beside the password). */
export const enrolmentPath = "/staff/account/second-factor";

/** When a role must have a second factor: never, only where the internet reaches the pages, or always. */
export const demands = ["never", "outside", "always"] as const;
export type Demand = (typeof demands)[number];
export type SecondFactorPolicy = Readonly<Record<Role, Demand>>;

/** Until the city decides: administrators, where the internet reaches them. Desks in the LGWAN have no private telephones. */
export const defaultPolicy: SecondFactorPolicy = {
  administrator: "outside",
  planning: "never",
  finance: "never",
  clerk: "never",
  chief: "never",
  executive: "never",
  member: "never",
  contractor: "never",
  auditor: "never",
};

export function isDemand(text: string): text is Demand {
  return (demands as readonly string[]).includes(text); // widened only to compare
}

/** The city's policy: its own decisions over the default. Unknown roles and words are passed over. */
export function policyOf(decided: Readonly<Record<string, string>>): SecondFactorPolicy {
  const entries = roles.map((role) => {
    const demand = decided[role] ?? "";
    return [role, isDemand(demand) ? demand : defaultPolicy[role]] as const;
  });
  return Object.fromEntries(entries) as unknown as SecondFactorPolicy; // one entry for each role
}

/** Whether someone with these roles must have a second factor in this zone. */
export function mustHaveSecondFactor(
  policy: SecondFactorPolicy,
  held: readonly Role[],
  zone: "both" | "inside" | "outside",
): boolean {
  return held.some((role) => policy[role] === "always" || (policy[role] === "outside" && zone !== "inside"));
}
