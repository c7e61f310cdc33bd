import { eventRoutes } from "./events/routes.tsx";
import { identityRoutes } from "./identity/routes.ts";
import { jobRoutes } from "./jobs/routes.tsx";
import { treeRoutes } from "./tree/routes.tsx";
import type { StaffRoute } from "./route.ts";

/** The map of the staff site. */
export const staffRoutes: readonly StaffRoute[] = [...treeRoutes, ...jobRoutes, ...eventRoutes, ...identityRoutes(() => staffRoutes)];
