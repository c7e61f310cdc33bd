import { entryRoutes } from "./entry/routes.ts";
import { eventRoutes } from "./events/routes.tsx";
import { homeRoutes } from "./home/routes.tsx";
import { identityRoutes } from "./identity/routes.ts";
import { importRoutes } from "./imports/routes.ts";
import { checkRoutes } from "./checks/routes.ts";
import { lineageRoutes } from "./lineage/routes.ts";
import { rebasingRoutes } from "./rebasing/routes.ts";
import { jobRoutes } from "./jobs/routes.tsx";
import { searchRoutes } from "./search/routes.tsx";
import { treeRoutes } from "./tree/routes.tsx";
import { municipalityRoutes } from "./municipality/routes.ts";
import { publicationRoutes } from "./publications/routes.ts";
import { indicatorFileRoutes } from "./indicator-file/routes.ts";
import { indicatorDraftRoutes } from "./indicator-drafts/routes.ts";
import { indicatorGridRoutes } from "./indicator-grid/routes.ts";
import { comparisonRoutes } from "./comparisons/routes.ts";
import { consultationRoutes } from "./consultations/routes.ts";
import { erasureRoutes } from "./erasures/routes.ts";
import { paperRoutes } from "./papers/routes.ts";
import { wordTemplateRoutes } from "./word-templates/routes.ts";
import { manuscriptRoutes } from "./manuscripts/routes.ts";
import { planRoutes } from "./plan/routes.ts";
import { backgroundRoutes } from "./background/routes.ts";
import { statisticsRoutes } from "./statistics/routes.ts";
import { strategyRoutes } from "./strategy/routes.ts";
import { municipalitiesRoutes } from "./municipalities/routes.ts";
import { deskRoutes } from "./desk/routes.ts";
import { declarationRoutes } from "./declarations/routes.ts";
import { formulationRoutes } from "./formulation/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { deputyRoutes } from "./deputies/routes.ts";
import { transferRoutes } from "./transfers/routes.ts";
import { responseRoutes } from "./responses/routes.ts";
import { voiceRoutes } from "./voices/routes.ts";
import type { StaffRoute } from "./route.ts";

/** The map of the staff site. */
export const staffRoutes: readonly StaffRoute[] = [
  ...homeRoutes,
  ...searchRoutes,
  ...indicatorFileRoutes,
  ...indicatorDraftRoutes,
  ...indicatorGridRoutes,
  ...planRoutes,
  ...manuscriptRoutes,
  ...erasureRoutes,
  ...paperRoutes,
  ...wordTemplateRoutes,
  ...lineageRoutes,
  ...rebasingRoutes,
  ...checkRoutes,
  ...importRoutes,
  ...treeRoutes,
  ...jobRoutes,
  ...eventRoutes,
  ...statisticsRoutes,
  ...backgroundRoutes,
  ...strategyRoutes,
  ...consultationRoutes,
  ...comparisonRoutes,
  ...documentRoutes,
  ...declarationRoutes,
  ...formulationRoutes,
  ...responseRoutes,
  ...entryRoutes,
  ...voiceRoutes,
  ...deskRoutes,
  ...publicationRoutes,
  ...municipalityRoutes,
  ...transferRoutes,
  ...deputyRoutes,
  ...municipalitiesRoutes,
  ...identityRoutes(() => staffRoutes),
];
