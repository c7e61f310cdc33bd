export {
  choosePublicItems,
  citeStatistic,
  editDataSet,
  editItem,
  insertStatistics,
  keepBackgroundEntry,
  keepGroup,
  removeBackgroundEntry,
  removeCitation,
  removeGroup,
  restoreBackgroundEntry,
  type GroupEntry,
  type StatisticsInsertion,
} from "./actions.ts";
export { registers, registerShapes, type BackgroundEntry, type BackgroundField, type Register } from "./background.ts";
export type { Citation } from "./citation.ts";
export { comparisonOf, medianDecimals, placeOf, type Comparison, type CourseYear, type Place } from "./comparison.ts";
export type { MunicipalityGroup } from "./group.ts";
export { namedCodes } from "./group.ts";
export {
  applyStatisticImport,
  applyStatisticsKind,
  previewFault,
  reopenStatisticImport,
  requestStatisticImport,
} from "./import/application.ts";
export {
  listStatisticImports,
  statisticImportCase,
  statisticImportFile,
  statisticPreview,
  type StatisticImportCase,
  type StatisticPreview,
} from "./import/case.ts";
export {
  columnRoles,
  type ColumnMeaning as StatisticColumn,
  type ColumnRole as StatisticColumnRole,
} from "./import/columns.ts";
export type { ValueChange } from "./import/difference.ts";
export { fiscalIndices, knownDataSets } from "./import/known-items.ts";
export {
  stageOf as statisticStageOf,
  type ImportStage as StatisticImportStage,
  type StatisticImport,
} from "./import/statistic-import.ts";
export {
  abandonStatisticImport,
  chooseTable,
  confirmSettings,
  decideUnknown,
  startStatisticImport,
} from "./import/steps.ts";
export type { Absence, DataSet, DataSetWords, Direction, Item, ItemWords, StatisticValue } from "./item.ts";
export * from "./labels.ts";
export type { MunicipalityDirectory, MunicipalityName } from "./municipality.ts";
export * from "./permissions.ts";
export { publishableStatistics, statisticsReference } from "./publishing.ts";
export {
  backgroundEntries,
  backgroundEntry,
  backgroundOf,
  citedStatistics,
  dataSetPage,
  groupById,
  itemByCode,
  itemComparison,
  ownValues,
  listDataSets,
  listGroups,
  listItems,
  municipalityDirectory,
  type CitedStatistic,
  type DataSetOverview,
  type ItemOverview,
} from "./queries.ts";
export { scopeLabel, type Scope } from "./scope.ts";
export { statisticsSnapshotSchema, type StatisticsSnapshot } from "./snapshot.ts";
