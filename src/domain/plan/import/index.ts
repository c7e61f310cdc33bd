export {
  abandonImport,
  answerQuestions,
  chooseSheet,
  mapColumns,
  startImport,
  type ColumnChoice,
  type SheetChoice,
  type UploadedTable,
} from "./actions/steps.ts";
export {
  applyImport,
  applyImportKind,
  reopenImport,
  requestApplication,
  type Application,
} from "./actions/application.ts";
export { rolesFor, type ColumnGuess, type ColumnMeaning, type ColumnRole } from "./mapping/columns.ts";
export type { Change, Difference, DifferenceChoices, FacetChange } from "./difference/difference.ts";
export type { SettledChanges } from "./difference/settled.ts";
export { isNothingNew } from "./difference/difference.ts";
export { facetLabel } from "./difference/facets.ts";
export { headerTexts, type HeaderRows } from "./mapping/header.ts";
export { columnRoleGroup, columnRoleLabel, importStateLabels, skipWords } from "./labels.ts";
export type { Answer, Answers, ImportError, ImportIndicator, ImportNode, ImportPlan, Question } from "./model.ts";
export { mayImportPlans } from "./permissions.ts";
export {
  outcomeOf,
  stageOf,
  type ImportOutcome,
  type ImportStage,
  type ImportSummary,
  type PlanImport,
} from "./plan-import.ts";
export {
  compareImport,
  guessFor,
  importCase,
  importFile,
  likelyTab,
  listImports,
  readImport,
  sheetView,
  type Comparison,
  type ImportCase,
  type ListedImport,
} from "./queries.ts";
