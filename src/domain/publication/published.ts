export type { Openness, PublicationHead, PublicationSource } from "./source.ts";
export { headFor, stateOf, type PublicationState } from "./publication-state.ts";
export { opennessLabels, stateLabels, undecidedStamp } from "./labels.ts";
