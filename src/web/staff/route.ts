import type { Permission } from "#domain/audit/index.ts";
import type { Handle } from "#web/visit.ts";

/**
 * One line of the staff site's map. `may` says who may open it at all; whether they may do it to this very thing,
 * the action decides again. "anyone" is only for signing in and what leads there.
 */
export interface StaffRoute {
  readonly method: "get" | "post";
  readonly path: string;
  readonly may: Permission | "anyone";
  /** Open also to a person who still has to enrol a second factor. */
  readonly beforeEnrolment?: true;
  readonly handle: Handle;
}
