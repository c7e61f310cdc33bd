export * from "./labels.ts";
export { isCode } from "./code-pattern.ts";
export { fieldRefusal } from "./field-faults.ts";
export { isPlanYear, levelPresets, maxDepth, type Plan, type PlanEntry, type PlanLevel } from "./plan.ts";
export {
  emptyNode,
  nodeParts,
  partDiffers,
  partOf,
  tidied,
  withPart,
  type NodeContent,
  type NodeFields,
  type NodeHeading,
  type NodePart,
  type RelatedPlan,
  type Term,
} from "./node.ts";
export { divergences, type Divergence } from "./stale-save.ts";
export {
  emptyIndicatorContent,
  indicatorGaps,
  type Actual,
  type Baseline,
  type IndicatorContent,
  type Target,
} from "./indicator.ts";
export {
  actualStateLabels,
  aimOf,
  cadenceLabels,
  emptyRegisterEntry,
  indicatorKindLabels,
  type ActualState,
  type Cadence,
  type IndicatorKind,
  type RegisterEntry,
} from "./indicators/register.ts";
export {
  actualAfter,
  cellFault,
  changesCell,
  type ActualCell,
  type ActualEntry,
  type CellFault,
  type CellRefusal,
  type CellsRefusal,
} from "./indicators/actual-cells.ts";
export {
  actualText,
  countedBeside,
  readActualText,
  targetText,
  readTargetText,
  type CellReading,
} from "./indicators/cell-text.ts";
export { packedActuals, unpackedActuals } from "./indicators/seen-values.ts";
export {
  countsSheet,
  headings,
  memoryHeadings,
  memorySheet,
  valueSheets,
  type ValueKind,
} from "./indicators/returned/form.ts";
export { memoryOf, memoryRows, type Memory } from "./indicators/returned/memory.ts";
export type { Issue, Move, ReturnedValues, Spot } from "./indicators/returned/model.ts";
export { isCounted } from "./indicators/returned/typed-counts.ts";
export { returnedValues } from "./indicators/returned/returned-values.ts";
export {
  keepReturnedFile,
  returnedFile,
  takeReturnedValues,
  type ReturnedFile,
  type TakenMoves,
} from "./actions/returned-values.ts";
export { noRemovalGrounds, type RemovalGrounds } from "./indicators/removal.ts";
export { withDecidedTargets } from "./queries/decided-targets.ts";
export { isNotBegun, notBegunWarning } from "./indicators/not-begun.ts";
export { countingOf, countsText, ratioFault, type Counting } from "./indicators/ratio.ts";
export { judgementIn, judgements, type Judged, type Judgement } from "./indicators/judgement.ts";
export { attainmentText, metText, unknownReasonLabels, working } from "./indicators/working.ts";
export { noGrounds, type ValueGrounds } from "./indicators/grounds.ts";
export { attainment, paceOf, type Attainment } from "./indicators/attainment.ts";
export {
  methodFault,
  methodFaultLabels,
  methodKeys,
  methods,
  suggestedMethod,
  type Method,
} from "./indicators/methods.ts";
export { readEntry, type EnteredValue } from "./indicator-entry.ts";
export { directLimit, sdgGaps, type SdgGaps } from "./sdg-gaps.ts";
export { isSameLinks, type SdgGapNote, type SdgLink } from "./sdg-links.ts";
export { isTarget, sdgGoals, sdgTargets, targetsOf, type SdgGoal, type SdgTarget } from "./sdgs.ts";
export { indentTarget, outdentTarget, renumbering, type Recoding, type TreeNode, type TreePlace } from "./tree.ts";
export {
  nodeFieldKeys,
  planSnapshotFormat,
  planSnapshotSchema,
  type NodeFieldKey,
  type PlanSnapshot,
} from "./snapshot.ts";
export type { Finding, NodeLine } from "./checks.ts";
export type { TreeStep } from "./tree-step.ts";
export * from "./permissions.ts";
export * from "./lineage/index.ts";
export * from "./rebasing/index.ts";
export * from "./checklist/index.ts";
export type { IndicatorRefusal, NodeRefusal } from "./refusals.ts";
export { createPlan, editLevels, editPlan, type NewPlan } from "./actions/plans.ts";
export { addNode, indentNode, moveNode, outdentNode, renameNode, setCode, type Addition } from "./actions/tree.ts";
export { removeNode, restoreNode } from "./actions/removal.ts";
export { renumber } from "./actions/renumbering.ts";
export { undoLast } from "./actions/undo.ts";
export { lockPlan } from "./store/plans.ts";
export { editNode, editNodeIn, restoreRevision } from "./actions/nodes.ts";
export { listAgain, unlist } from "./actions/listings.ts";
export { setSdgGapNote, setSdgLink, setSdgLinks, type SdgLinking } from "./actions/sdgs.ts";
export { addIndicator, editIndicator, removeIndicator, restoreIndicator } from "./actions/indicators.ts";
export { countDraftActuals, draftActuals, type DraftActual } from "./queries/drafts.ts";
export { confirmActuals, saveActuals, type ActualsInput, type Confirmation } from "./actions/actuals.ts";
export { createTargetSet, saveTargets } from "./actions/target-sets.ts";
export { saveTargetsOfMany, type TargetsOfOne, type TargetsRefusal } from "./actions/targets-of-many.ts";
export { targetSetKindLabels, type TargetSetEntry, type TargetSetKind } from "./indicators/target-sets.ts";
export {
  indicatorHistory,
  indicatorNames,
  indicatorRegister,
  otherTargets,
  otherTargetSets,
  targetSetPage,
  type IndicatorHistory,
  type RegisterLine,
  type TargetSetLine,
} from "./queries/indicators.ts";
export type { IndicatorRevision, TargetRevision, ValueRevision } from "./store/indicator-history.ts";
export { insertBranch, type Branch, type BranchInsertion } from "./actions/branches.ts";
export {
  listPlans,
  planById,
  planBySlug,
  planCounts,
  planState,
  type PlanState,
  type PlanWithLevels,
} from "./queries/plans.ts";
export {
  listMeasures,
  planOutline,
  previewRenumbering,
  searchNodes,
  treeChildren,
  treePath,
  type PathNode,
  type RenumberingPreview,
  type TreeLine,
} from "./queries/tree.ts";
export {
  revisionKey,
  revisionTexts,
  textFieldLabels,
  type RevisionPlace,
  type RevisionText,
} from "./queries/revision-texts.ts";
export {
  indicatorPage,
  nodeContentAt,
  nodeDivisions,
  nodeIn,
  nodePage,
  nodeRevisions,
  planNodes,
  type NodePage,
} from "./queries/nodes.ts";
export { latestChanges, searchIndicators, type LatestChange } from "./queries/finding.ts";
export { sdgMatrix, type MatrixRow, type SdgMatrix } from "./queries/sdg-matrix.ts";
export { planSnapshot } from "./queries/snapshot.ts";
export type { StoredNode } from "./store/nodes.ts";
export type { StoredIndicator } from "./store/indicators.ts";
export type { Revision, RevisionWithContent } from "./store/revisions.ts";
export type { IndicatorMatch } from "./store/finding.ts";
export type { OutlineNode } from "./store/tree.ts";
export { planPayload } from "./payload.ts";
export { publishablePlan } from "./publishing.ts";
export {
  isSame,
  snapshotDifference,
  type Differences,
  type PlacedIndicator,
  type SnapshotDifference,
} from "./snapshot-difference.ts";
export * from "./import/index.ts";
export { type SetTarget, type TargetSet } from "./target-set.ts";
export { planIndicators, targetSets, targetsInSets } from "./queries/target-sets.ts";
export { insertTargetSet, updateTargetSet } from "./store/target-sets.ts";
export * from "./papers/index.ts";
export * from "./templates/index.ts";
export * from "./erasure/index.ts";
