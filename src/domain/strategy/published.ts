/** What may be read of a strategy from outside: its published shape, the words, and the pure rules that pages need. */
export { correspondence, lastTargetOf, latestActualOf, type CorrespondenceLine } from "./correspondence.ts";
export { spanWords } from "./frame.ts";
export { accumulated } from "./grants/increments.ts";
export { effectLabels, pathKindLabels, policyLabels, strategyFormLabels, verdictLabels } from "./labels.ts";
export { groupName, inGroupOrder, threeGroups, totalKey } from "./population/age-group.ts";
export { valueAt, yearsOf } from "./population/path.ts";
export {
  strategySnapshotSchema,
  type GrantSnapshot,
  type PopulationSnapshot,
  type StrategyGoalSnapshot,
  type StrategyIndicatorSnapshot,
  type StrategySnapshot,
} from "./snapshot.ts";
