import type { Plan } from "#domain/plan/index.ts";

/** Address of the page on which many drafts are confirmed at once. */
export const draftsAddress = ({ slug }: Pick<Plan, "slug">): string => `/staff/plans/${slug}/indicators/drafts`;
