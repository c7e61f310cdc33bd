import { mayManagePlans, mayManageTargetSets, mayReadPlans, mayShapeTree, mayWorkOnPlans } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { showIndicatorHistory } from "./indicators/history-page.tsx";
import { saveRegisterFile, showRegister } from "./indicators/register-page.tsx";
import { saveSetTargets, showSetTargets, showTargetSet } from "./indicators/target-set-page.tsx";
import { makeTargetSet, showTargetSets } from "./indicators/target-sets-page.tsx";
import {
  bringIndicatorBack,
  confirmIndicatorYears,
  makeIndicator,
  saveIndicator,
  showIndicator,
  showNewIndicator,
  takeIndicatorOff,
} from "./indicator-page.tsx";
import { saveMeasuresFile, showMeasures } from "./measures-page.tsx";
import { addListing, removeListing } from "./listing-acts.ts";
import { showNode } from "./node-page.tsx";
import { saveNode } from "./node-save.tsx";
import { saveNodeSdgs, showNodeSdgs } from "./node-sdgs.tsx";
import { makePlan, showNewPlan } from "./plan-new.tsx";
import { showPlan } from "./plan-overview.tsx";
import { savePlanLevels, saveSettings, showSettings } from "./plan-settings.tsx";
import { showPlans } from "./plans-page.tsx";
import { bringRevisionBack, showRevision, showRevisions } from "./revisions-page.tsx";
import { saveGapNote, saveLink, saveSdgsFile, showSdgs } from "./sdgs-page.tsx";

const plans = "/staff/plans";
const plan = `${plans}/:slug`;
const node = `${plan}/nodes/:id`;

export const planRoutes: readonly StaffRoute[] = [
  { method: "get", path: plans, may: mayReadPlans, handle: showPlans },
  { method: "get", path: `${plans}/new`, may: mayManagePlans, handle: showNewPlan },
  { method: "post", path: `${plans}/new`, may: mayManagePlans, handle: makePlan },
  { method: "get", path: plan, may: mayReadPlans, handle: showPlan },
  { method: "get", path: `${plan}/settings`, may: mayManagePlans, handle: showSettings },
  { method: "post", path: `${plan}/settings`, may: mayManagePlans, handle: saveSettings },
  { method: "post", path: `${plan}/settings/levels`, may: mayManagePlans, handle: savePlanLevels },
  { method: "get", path: `${plan}/measures`, may: mayReadPlans, handle: showMeasures },
  { method: "get", path: `${plan}/measures.csv`, may: mayReadPlans, handle: saveMeasuresFile },
  { method: "get", path: `${plan}/sdgs`, may: mayReadPlans, handle: (visit) => showSdgs(visit) },
  { method: "get", path: `${plan}/sdgs.csv`, may: mayReadPlans, handle: saveSdgsFile },
  { method: "post", path: `${plan}/sdgs/links`, may: mayWorkOnPlans, handle: saveLink },
  { method: "post", path: `${plan}/sdgs/gap-notes`, may: mayManagePlans, handle: saveGapNote },
  { method: "get", path: node, may: mayReadPlans, handle: showNode },
  { method: "post", path: node, may: mayWorkOnPlans, handle: saveNode },
  { method: "get", path: `${node}/revisions`, may: mayReadPlans, handle: showRevisions },
  { method: "get", path: `${node}/revisions/:number`, may: mayReadPlans, handle: showRevision },
  { method: "post", path: `${node}/revisions/:number/restoration`, may: mayWorkOnPlans, handle: bringRevisionBack },
  { method: "get", path: `${node}/sdgs`, may: mayWorkOnPlans, handle: showNodeSdgs },
  { method: "post", path: `${node}/sdgs`, may: mayWorkOnPlans, handle: saveNodeSdgs },
  { method: "post", path: `${node}/listings`, may: mayShapeTree, handle: addListing },
  { method: "post", path: `${node}/listings/removal`, may: mayShapeTree, handle: removeListing },
  { method: "get", path: `${node}/indicators/new`, may: mayWorkOnPlans, handle: showNewIndicator },
  { method: "post", path: `${node}/indicators/new`, may: mayWorkOnPlans, handle: makeIndicator },
  { method: "post", path: `${node}/indicators/restoration`, may: mayWorkOnPlans, handle: bringIndicatorBack },
  { method: "get", path: `${plan}/indicators`, may: mayReadPlans, handle: showRegister },
  { method: "get", path: `${plan}/indicators.csv`, may: mayReadPlans, handle: saveRegisterFile },
  { method: "get", path: `${plan}/target-sets`, may: mayReadPlans, handle: showTargetSets },
  { method: "post", path: `${plan}/target-sets`, may: mayManageTargetSets, handle: makeTargetSet },
  { method: "get", path: `${plan}/target-sets/:set`, may: mayReadPlans, handle: showTargetSet },
  { method: "get", path: `${plan}/target-sets/:set/indicators/:id`, may: mayReadPlans, handle: showSetTargets },
  { method: "post", path: `${plan}/target-sets/:set/indicators/:id`, may: mayWorkOnPlans, handle: saveSetTargets },
  { method: "get", path: `${plan}/indicators/:id/history`, may: mayReadPlans, handle: showIndicatorHistory },
  { method: "post", path: `${plan}/indicators/:id/confirmation`, may: mayWorkOnPlans, handle: confirmIndicatorYears },
  { method: "get", path: `${plan}/indicators/:id`, may: mayReadPlans, handle: showIndicator },
  { method: "post", path: `${plan}/indicators/:id`, may: mayWorkOnPlans, handle: saveIndicator },
  { method: "post", path: `${plan}/indicators/:id/removal`, may: mayWorkOnPlans, handle: takeIndicatorOff },
];
