import type { StaffRoute } from "./route.ts";

/** The map of the staff site. */
export const staffRoutes: readonly StaffRoute[] = [];
