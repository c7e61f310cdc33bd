import type { Municipality } from "#platform/database/index.ts";

/** The name under which a city's secret for a way is kept: by the schema, which stays when the city's code is corrected. */
export function secretName({ schema }: Municipality, way: "oidc" | "ldap"): string {
  return `${schema}-${way}`;
}
