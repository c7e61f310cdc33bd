import { accessibilityRoutes } from "./accessibility/routes.tsx";
import { comparisonRoutes } from "./comparisons/routes.tsx";
import { consultationRoutes } from "./consultations/routes.tsx";
import { declarationRoutes } from "./declarations/routes.tsx";
import { documentRoutes } from "./documents/routes.tsx";
import { feedRoutes } from "./feed/routes.ts";
import { formulationRoutes } from "./formulation/routes.tsx";
import { homeRoutes } from "./home/routes.tsx";
import { iconRoutes } from "./icon/routes.ts";
import { indicatorRoutes } from "./indicators/routes.tsx";
import { openDataRoutes } from "./opendata/routes.tsx";
import { planRoutes } from "./plan/routes.tsx";
import { receiptRoutes } from "./receipts/routes.tsx";
import type { PublicRoute } from "./route.ts";
import { sdgRoutes } from "./sdgs/routes.tsx";
import { searchRoutes } from "./search/routes.tsx";
import { statisticsRoutes } from "./statistics/routes.tsx";
import { strategyRoutes } from "./strategy/routes.tsx";
import { voicesRoutes } from "./voices/routes.tsx";
import { sitemapRoutes } from "./sitemap/routes.ts";

/** The map of the public site. */
export const publicRoutes: readonly PublicRoute[] = [
  ...homeRoutes,
  ...planRoutes,
  ...sdgRoutes,
  ...indicatorRoutes,
  ...statisticsRoutes,
  ...strategyRoutes,
  ...consultationRoutes,
  ...voicesRoutes,
  ...receiptRoutes,
  ...comparisonRoutes,
  ...documentRoutes,
  ...declarationRoutes,
  ...formulationRoutes,
  ...accessibilityRoutes,
  ...searchRoutes,
  ...openDataRoutes,
  ...feedRoutes,
  ...sitemapRoutes,
  ...iconRoutes,
];
