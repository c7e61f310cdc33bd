import { addYears, holdsOn, isDay } from "#kernel/day.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import type { Role } from "#domain/audit/index.ts";
import { grantRefusals } from "./labels.ts";
import { isRetired, type RoleGrant } from "./person.ts";

export interface Span {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Whether the days make sense: both exist, and the end is not before the beginning. */
export function checkSpan(span: Span): Result<Span> {
  if (!isDay(span.fromOn)) return refuse(grantRefusals.noDay("fromOn"));
  if (span.untilOn !== null && !isDay(span.untilOn)) return refuse(grantRefusals.noDay("untilOn"));
  if (span.untilOn !== null && span.untilOn < span.fromOn) return refuse(grantRefusals.endsBeforeItBegins);
  return accept(span);
}

/** A contractor (受託者) holds the role for a contract: it must end, within a year of its beginning. Other roles may be open. */
export function checkGrant(grant: Span & { readonly role: Role }): Result<Span> {
  const span = checkSpan(grant);
  if (!span.ok || grant.role !== "contractor") return span;
  if (grant.untilOn === null) return refuse(grantRefusals.contractorNeedsEnd);
  return grant.untilOn < addYears(grant.fromOn, 1) ? span : refuse(grantRefusals.contractorTooLong);
}

export interface Holder {
  readonly grant: RoleGrant;
  readonly retiredOn: string | null;
}

/** Whether an administrator is left on a day, when the grants named are gone by then. */
export function keepsAdministrator(holders: readonly Holder[], goneIds: ReadonlySet<string>, day: string): boolean {
  return holders.some(
    ({ grant, retiredOn }) =>
      grant.role === "administrator" && !goneIds.has(grant.id) && holdsOn(grant, day) && !isRetired({ retiredOn }, day),
  );
}
