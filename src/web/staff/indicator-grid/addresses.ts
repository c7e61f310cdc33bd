import type { Plan } from "#domain/plan/index.ts";

type Slug = Pick<Plan, "slug">;

/** Addresses of the pages on which many indicators' values are entered. */
export const gridAddress = ({ slug }: Slug): string => `/staff/plans/${slug}/indicators/grid`;
