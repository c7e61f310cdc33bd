import { accessibilityRoutes } from "./accessibility/routes.tsx";
import { homeRoutes } from "./home/routes.tsx";
import { indicatorRoutes } from "./indicators/routes.tsx";
import { planRoutes } from "./plan/routes.tsx";
import type { PublicRoute } from "./route.ts";
import { sdgRoutes } from "./sdgs/routes.tsx";

/** The map of the public site. */
export const publicRoutes: readonly PublicRoute[] = [
  ...homeRoutes,
  ...planRoutes,
  ...sdgRoutes,
  ...indicatorRoutes,
  ...accessibilityRoutes,
];
