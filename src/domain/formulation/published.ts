/** What may be read of formulations from outside: the published shape and the words for it. */
export { hearerLabels, resolutionLabels, reviewLabels, stageStateLabels } from "./labels.ts";
export { isFinished } from "./gate.ts";
export { policyLines } from "./policy-text.ts";
export type { PolicyContent } from "./policy-version.ts";
export {
  formulationSnapshotSchema,
  type FormulationSnapshot,
  type PublishedGate,
  type PublishedPolicy,
  type PublishedStage,
} from "./snapshot.ts";
