export {
  movedPart,
  partTables,
  resolutions,
  reviews,
  type Formulation,
  type FormulationHead,
  type KeptPart,
  type PartTable,
  type PolicyBody,
  type PolicyMethod,
  type PolicyPart,
  type Resolution,
  type Review,
} from "./formulation.ts";
export * from "./labels.ts";
export * from "./permissions.ts";
export { policyLines, type PolicyLine } from "./policy-text.ts";
export { type PolicyContent, type PolicyVersion, type VersionWords } from "./policy-version.ts";
export { gateRefusals } from "./gate-refusals.ts";
export type { GateCheck, OwedAnswers } from "./gate-checks.ts";
export {
  gateOutcomes,
  hearers,
  isFinished,
  isLate,
  nameOfVersion,
  type ConfirmationWords,
  type DecisionWords,
  type Gate,
  type GateCondition,
  type GateOutcome,
  type GateState,
  type GateView,
  type Hearer,
  type StageState,
  type ViewWords,
} from "./gate.ts";
export { type Stage, type StageWords } from "./stage.ts";
export {
  beginFormulation,
  editBodies,
  editHead,
  editMethods,
  editParts,
  freezePolicy,
  type SeenFormulation,
} from "./actions/policy.ts";
export { addStage, editStage, moveStage, removeStage } from "./actions/stages.ts";
export {
  changedPolicies,
  formulationPage,
  frozenPolicy,
  listFormulations,
  standingPolicy,
  writtenPolicy,
  type FormulationPage,
  type FrozenPolicy,
} from "./queries/formulations.ts";
export {
  checkItem,
  confirmVersion,
  decideGate,
  meetCondition,
  noteView,
  openGate,
  removeView,
  skipStage,
  type AtStage,
} from "./actions/gates.ts";
export {
  stageLines,
  stagePage,
  waitingGates,
  type StageLine,
  type GateInspection,
  type StagePage,
  type WaitingGate,
} from "./queries/gates.ts";
export { publishableFormulation, purgePolicy } from "./publishing.ts";
export type { FormulationSnapshot, PublishedStage } from "./snapshot.ts";
