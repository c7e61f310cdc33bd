export { keepFrame, takeKnownFrames } from "./actions/frames.ts";
export {
  createProject,
  editProject,
  keepProgramme,
  removeProject,
  restoreProject,
  saveGrantKpis,
  saveGrantYears,
  takeKnownProgrammes,
} from "./actions/grants.ts";
export { acceptFinding, markIndicators, markMeasures, reopenFinding } from "./actions/marks.ts";
export { addAim, choosePlanFrame, keepPath, removeAim, removePath, saveFigures } from "./actions/population.ts";
export { createStrategy, editStrategy, keepGoal, removeGoal } from "./actions/strategies.ts";
export { correspondence, lastTargetOf, latestActualOf, type CorrespondenceLine } from "./correspondence.ts";
export type { Finding, FindingKind, FindingPlace } from "./detection/finding.ts";
export { goalsInLines, spanWords, type FrameWords, type NationalFrame } from "./frame.ts";
export { accumulated, incrementsOf, levelsOf, type KpiStep } from "./grants/increments.ts";
export type { GrantProgramme, ProgrammeWords } from "./grants/programme.ts";
export {
  effects,
  emptyYear,
  policies,
  verdicts,
  type GrantKpi,
  type GrantProject,
  type GrantYear,
  type ProjectWords,
} from "./grants/project.ts";
export * from "./labels.ts";
export * from "./permissions.ts";
export { groupName, inGroupOrder, threeGroups, totalKey } from "./population/age-group.ts";
export {
  pathKinds,
  sumFaults,
  sumFaultWords,
  valueAt,
  yearsOf,
  type PathWords,
  type PopulationFigure,
  type PopulationPath,
} from "./population/path.ts";
export { pastedRows, readPopulation, tableOf, type PopulationReading } from "./population/reading.ts";
export { publishableStrategy } from "./publishing.ts";
export { listFindings, type FindingLine } from "./queries/findings.ts";
export { listProgrammes, listProjects, projectById } from "./queries/grants.ts";
export { frozenAnnexes, strategiesOfPlan, strategyAnnexes, type StrategyAnnex } from "./queries/papers.ts";
export {
  listFrames,
  listGoals,
  listStrategies,
  marksOf,
  pathByCode,
  populationVision,
  strategyBySlug,
  strategyView,
  type PopulationVision,
  type StrategyPage,
} from "./queries/strategies.ts";
export {
  strategySnapshotSchema,
  type GrantSnapshot,
  type PopulationSnapshot,
  type StrategyGoalSnapshot,
  type StrategyIndicatorSnapshot,
  type StrategySnapshot,
} from "./snapshot.ts";
export {
  strategyForms,
  type GoalWords,
  type IndicatorMark,
  type MeasureMark,
  type Strategy,
  type StrategyGoal,
  type StrategyWords,
} from "./strategy.ts";
