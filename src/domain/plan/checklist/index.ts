export type { CheckItem } from "./checklist.ts";
export { frozenGaps, type FrozenGaps } from "./frozen.ts";
export { checkGroupLabels, type CheckGroup, type CheckPlace } from "./labels.ts";
export { standingOf, type ActualStanding, type DivisionQuality } from "./quality.ts";
export { planChecklist, planQuality, type QualityBoard } from "./queries.ts";
