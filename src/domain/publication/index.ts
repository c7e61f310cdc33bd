export { prepare, publish, publishIn, withdraw, withdrawIn, type Published, type VersionWords } from "./actions.ts";
export type { Candidate } from "./candidate.ts";
export { opennessLabels, purgedLabel, stateLabels, undecidedStamp } from "./labels.ts";
export { canonicalPayload, type PayloadKind } from "./payload.ts";
export { mayPublish, mayPurge, mayReadPublications, mayWithdraw, purgers } from "./permissions.ts";
export {
  checkCandidate,
  prepareNow,
  publishNow,
  type CandidateCheck,
  type Publishable,
  type VersionInput,
} from "./publishable.ts";
export {
  confirmPurge,
  otherPurgers,
  requestPurge,
  takeBackPurgeRequest,
  type CopyRemoval,
  type PurgedContent,
  type Purged,
} from "./purge.ts";
export {
  findCandidate,
  listPublications,
  publicationById,
  storedPublications,
  verifyPublications,
  wasEverPublished,
  type PublicationReport,
  withCandidate,
} from "./queries.ts";
export type { Openness, PublicationHead, PublicationSource } from "./source.ts";
export { headFor, stateOf, type PublicationState } from "./publication-state.ts";
export type { PublicationRecord } from "./store.ts";
