import type { PublicRoute } from "./route.ts";

/** The map of the public site. */
export const publicRoutes: readonly PublicRoute[] = [];
