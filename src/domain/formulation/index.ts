export {
  movedPart,
  partTables,
  resolutions,
  reviews,
  type Formulation,
  type FormulationHead,
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
export {
  versionOpennesses,
  type PolicyContent,
  type PolicyVersion,
  type VersionOpenness,
  type VersionWords,
} from "./policy-version.ts";
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
  writtenPolicy,
  type FormulationPage,
  type FrozenPolicy,
} from "./queries/formulations.ts";
