import { eventRoutes } from "./events/routes.tsx";
import { jobRoutes } from "./jobs/routes.tsx";
import type { StaffRoute } from "./route.ts";

/** The map of the staff site. */
export const staffRoutes: readonly StaffRoute[] = [...jobRoutes, ...eventRoutes];
