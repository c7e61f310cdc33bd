/** What may be read of a plan from outside: its snapshot's shape and the pure rules that pages need to show it. */
export {
  nodeFieldKeys,
  planSnapshotFormat,
  planSnapshotSchema,
  type IndicatorSnapshot,
  type NodeFieldKey,
  type NodeSnapshot,
  type PlanSnapshot,
  type RemovedIndicatorSnapshot,
} from "./snapshot.ts";
export { lastTarget, progressOf, type Progress } from "./progress.ts";
export { judgements, type Judgement } from "./indicators/judgement.ts";
export { targetText } from "./indicators/cell-text.ts";
export { methods } from "./indicators/methods.ts";
export { targetSetKindLabels } from "./indicators/target-sets.ts";
export { cadenceLabels, indicatorKindLabels } from "./indicators/register.ts";
export { attainmentText, metText, unknownReasonLabels, working } from "./indicators/working.ts";
export { isTarget, sdgGoals, sdgTargets, targetsOf, type SdgGoal, type SdgTarget } from "./sdgs.ts";
export { absenceLabels, nodeFieldLabels, strengthSigns } from "./labels.ts";
export type { PaperKind } from "./papers/paper.ts";
export type { PaperSource } from "./papers/source.ts";
export { evolutionLabels, lineageKindLabels } from "./lineage/labels.ts";
