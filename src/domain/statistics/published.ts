/** What may be read of statistics from outside: their published shape and the rules that pages need to compare them. */
export {
  comparisonOf,
  courseOf,
  medianDecimals,
  placeOf,
  type Comparison,
  type CourseYear,
  type Place,
} from "./comparison.ts";
export type { Absence, Direction, StatisticValue } from "./item.ts";
export { absenceSigns, betterLabels, noBetterLabel, statisticAbsenceLabels } from "./labels.ts";
export { isSamePrefecture } from "./municipality.ts";
export {
  statisticsSnapshotSchema,
  valuesIn,
  type CitationSnapshot,
  type ItemSnapshot,
  type StatisticsSnapshot,
} from "./snapshot.ts";
