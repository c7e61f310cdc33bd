import { mayOpenConsultations, mayReadConsultations, mayWorkOnConsultations } from "#domain/consultations/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { addDocument, takeDocumentAway } from "./documents.ts";
import { showList } from "./list-page.tsx";
import { showConsultation } from "./overview-page.tsx";
import { paperFile } from "./papers.ts";
import { savePeriod, showPeriod } from "./period-page.tsx";
import { proposalRoutes } from "./proposals/routes.ts";
import { makeRound, saveRoundForm, showNewRound, showRoundForm } from "./round-form-page.tsx";
import { saveLimits, showLimits } from "./settings-page.tsx";
import { meetingRoutes } from "./town-meeting/routes.ts";
import { workshopRoutes } from "./workshop/routes.ts";

const one = addressOf.consultation(":slug");

/** Consultations: 意見募集, 懇談会, ワークショップ, 提案の募集. Pages with a word of their own come before those with a consultation's. */
export const consultationRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.home, may: mayReadConsultations, handle: showList },
  { method: "get", path: addressOf.settings, may: mayOpenConsultations, handle: showLimits },
  { method: "post", path: addressOf.settings, may: mayOpenConsultations, handle: saveLimits },
  { method: "get", path: addressOf.newRound, may: mayOpenConsultations, handle: showNewRound },
  { method: "post", path: addressOf.newRound, may: mayOpenConsultations, handle: makeRound },
  ...meetingRoutes,
  ...workshopRoutes,
  ...proposalRoutes,
  { method: "get", path: one, may: mayReadConsultations, handle: showConsultation },
  { method: "get", path: `${one}/public-comment`, may: mayWorkOnConsultations, handle: showRoundForm },
  { method: "post", path: `${one}/public-comment`, may: mayWorkOnConsultations, handle: saveRoundForm },
  { method: "post", path: `${one}/documents`, may: mayWorkOnConsultations, handle: addDocument },
  { method: "post", path: `${one}/documents/:document/removal`, may: mayWorkOnConsultations, handle: takeDocumentAway },
  { method: "get", path: `${one}/period`, may: mayWorkOnConsultations, handle: showPeriod },
  { method: "post", path: `${one}/period`, may: mayWorkOnConsultations, handle: savePeriod },
  { method: "get", path: `${one}/papers/:file`, may: mayReadConsultations, handle: paperFile },
];
