export { rebasePlan, undoRebasing } from "./actions.ts";
export {
  indicatorChoices,
  orderFaults,
  type DraftNode,
  type Fate,
  type IndicatorChoice,
  type OutsideTarget,
  type RebasingDraft,
  type RebasingOrder,
} from "./draft.ts";
export {
  outsideTargets,
  previewRebasing,
  rebasingOf,
  type OutlineLine,
  type RebasingPreview,
  type RebasingState,
} from "./queries.ts";
