export {
  correspondenceColumns,
  correspondenceRows,
  type CorrespondenceFault,
  type CorrespondenceReading,
  type CorrespondenceRow,
} from "./correspondence.ts";
export { readCorrespondence } from "./correspondence.ts";
export {
  describeLink,
  importCorrespondence,
  linkNodes,
  linkPairs,
  undoLineage,
  unlinkNodes,
  type LinkEntry,
} from "./actions.ts";
export { continueIndicator, separateIndicator, type Continuation } from "./series-actions.ts";
export {
  evolutionLabels,
  lineageContradictionLabels,
  lineageKindLabels,
  suggestionLabels,
  type Evolution,
  type LineageContradiction,
  type LineageKind,
} from "./labels.ts";
export { isEvolution, isPair, type ContradictedLink, type LineageLink, type LineageProgress } from "./lineage.ts";
export { mayTraceLineage } from "./permissions.ts";
export { lineageBoard, seriesOffers, type LineageBoard, type LineageNode, type SeriesOffer } from "./queries.ts";
export { suggestPairs, type Suggestion } from "./suggestions.ts";
