import { mayManageGrants, mayManageStrategy, mayReadStrategy, mayWorkOnGrants } from "#domain/strategy/index.ts";
import type { StaffRoute } from "../route.ts";
import { accept, reopen, showChecks } from "./checks-page.tsx";
import { addGoal, saveGoal, showGoal, showGoals, takeGoalAway } from "./goals-page.tsx";
import { saveGrant, saveKpis, saveYears, showGrant, takeGrantAway } from "./grant-page.tsx";
import { bringGrantBack, saveReportFile, showGrants, showReport } from "./grants-page.tsx";
import { showHome } from "./home-page.tsx";
import { saveIndicatorMarks, saveMeasureMarks, showMarks } from "./marks-page.tsx";
import { addKnownFrames, saveFrame, showFrame, showFrames } from "./masters/frames-page.tsx";
import { addKnownProgrammes, saveProgramme, showProgramme, showProgrammes } from "./masters/programmes-page.tsx";
import { previewFigures, replaceFigures, savePath, showPath, takePathAway } from "./path-page.tsx";
import { makeAim, savePlanFrame, showPopulation, takeAimAway } from "./population-page.tsx";
import { makeStrategy, saveSettings, showNewStrategy, showSettings } from "./settings-page.tsx";
import { saveCorrespondenceCsv, saveCorrespondenceWorkbook, showCorrespondence, showStrategy } from "./view-page.tsx";

const home = "/staff/strategy";
const population = `${home}/population`;
const grants = `${home}/grants`;
const strategy = `${home}/:slug`;

/** Population vision, strategies, grants and the detector. Pages with a word of their own come before those with a strategy's. */
export const strategyRoutes: readonly StaffRoute[] = [
  { method: "get", path: home, may: mayReadStrategy, handle: showHome },
  { method: "get", path: `${home}/new`, may: mayManageStrategy, handle: showNewStrategy },
  { method: "post", path: `${home}/new`, may: mayManageStrategy, handle: makeStrategy },
  { method: "get", path: population, may: mayReadStrategy, handle: showPopulation },
  { method: "post", path: `${population}/aims`, may: mayManageStrategy, handle: makeAim },
  { method: "post", path: `${population}/aims/:id/removal`, may: mayManageStrategy, handle: takeAimAway },
  { method: "post", path: `${population}/plan-frames`, may: mayManageStrategy, handle: savePlanFrame },
  { method: "get", path: `${population}/paths/:code`, may: mayReadStrategy, handle: showPath },
  { method: "post", path: `${population}/paths/:code`, may: mayManageStrategy, handle: savePath },
  { method: "post", path: `${population}/paths/:code/preview`, may: mayManageStrategy, handle: previewFigures },
  { method: "post", path: `${population}/paths/:code/figures`, may: mayManageStrategy, handle: replaceFigures },
  { method: "post", path: `${population}/paths/:code/removal`, may: mayManageStrategy, handle: takePathAway },
  { method: "get", path: `${home}/frames`, may: mayReadStrategy, handle: showFrames },
  { method: "post", path: `${home}/frames/known`, may: mayManageStrategy, handle: addKnownFrames },
  { method: "get", path: `${home}/frames/:code`, may: mayManageStrategy, handle: showFrame },
  { method: "post", path: `${home}/frames/:code`, may: mayManageStrategy, handle: saveFrame },
  { method: "get", path: `${home}/programmes`, may: mayReadStrategy, handle: showProgrammes },
  { method: "post", path: `${home}/programmes/known`, may: mayManageGrants, handle: addKnownProgrammes },
  { method: "get", path: `${home}/programmes/:code`, may: mayManageGrants, handle: showProgramme },
  { method: "post", path: `${home}/programmes/:code`, may: mayManageGrants, handle: saveProgramme },
  { method: "get", path: grants, may: mayReadStrategy, handle: showGrants },
  { method: "get", path: `${grants}/report`, may: mayReadStrategy, handle: showReport },
  { method: "get", path: `${grants}/report.csv`, may: mayReadStrategy, handle: saveReportFile },
  { method: "get", path: `${grants}/:id`, may: mayReadStrategy, handle: showGrant },
  { method: "post", path: `${grants}/:id`, may: mayWorkOnGrants, handle: saveGrant },
  { method: "post", path: `${grants}/:id/years`, may: mayWorkOnGrants, handle: saveYears },
  { method: "post", path: `${grants}/:id/kpis`, may: mayWorkOnGrants, handle: saveKpis },
  { method: "post", path: `${grants}/:id/removal`, may: mayManageGrants, handle: takeGrantAway },
  { method: "post", path: `${grants}/:id/restoration`, may: mayManageGrants, handle: bringGrantBack },
  { method: "get", path: `${home}/checks`, may: mayReadStrategy, handle: showChecks },
  { method: "post", path: `${home}/checks/acceptance`, may: mayManageStrategy, handle: accept },
  { method: "post", path: `${home}/checks/reopening`, may: mayManageStrategy, handle: reopen },
  { method: "get", path: strategy, may: mayReadStrategy, handle: showStrategy },
  { method: "get", path: `${strategy}/settings`, may: mayManageStrategy, handle: showSettings },
  { method: "post", path: `${strategy}/settings`, may: mayManageStrategy, handle: saveSettings },
  { method: "get", path: `${strategy}/goals`, may: mayManageStrategy, handle: showGoals },
  { method: "post", path: `${strategy}/goals`, may: mayManageStrategy, handle: addGoal },
  { method: "get", path: `${strategy}/goals/:goal`, may: mayManageStrategy, handle: showGoal },
  { method: "post", path: `${strategy}/goals/:goal`, may: mayManageStrategy, handle: saveGoal },
  { method: "post", path: `${strategy}/goals/:goal/removal`, may: mayManageStrategy, handle: takeGoalAway },
  { method: "get", path: `${strategy}/marks`, may: mayManageStrategy, handle: showMarks },
  { method: "post", path: `${strategy}/marks/measures`, may: mayManageStrategy, handle: saveMeasureMarks },
  { method: "post", path: `${strategy}/marks/indicators`, may: mayManageStrategy, handle: saveIndicatorMarks },
  { method: "get", path: `${strategy}/correspondence`, may: mayReadStrategy, handle: showCorrespondence },
  { method: "get", path: `${strategy}/correspondence.csv`, may: mayReadStrategy, handle: saveCorrespondenceCsv },
  { method: "get", path: `${strategy}/correspondence.xlsx`, may: mayReadStrategy, handle: saveCorrespondenceWorkbook },
];
