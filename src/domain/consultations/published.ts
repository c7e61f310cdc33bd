/** What may be read of consultations from outside: the published shape, the words, and the rules about days. */
export type { ConsultationKind } from "./consultation.ts";
export type { DocumentSource } from "./documents.ts";
export { consultationKindLabels, periodChangeLabels, phaseLabels } from "./labels.ts";
export { daysBetween, daysLeft, publicPhase, type Phase } from "./phase.ts";
export { questionLabels, documentRoleLabels } from "./public-comment/labels.ts";
export { questionKeys, type QuestionKey, type Questions } from "./public-comment/questions.ts";
export type { PublicCommentDetail, PublishedDocument } from "./public-comment/detail.ts";
export type { PublishedFile } from "./published-file.ts";
export type { PublishedVenue, TownMeetingDetail } from "./town-meeting/detail.ts";
export { beginningOf, endOf } from "./town-meeting/registration.ts";
export { seatLabels } from "./town-meeting/labels.ts";
export { consultationSnapshotSchema, type ConsultationDetail, type ConsultationSnapshot } from "./snapshot.ts";
export { moderationLabels, reportGroundLabels, roleFieldLabels } from "./proposal/labels.ts";
export type { ProposalDetail } from "./proposal/detail.ts";
export {
  proposalPlace,
  proposalReference,
  proposalSnapshotSchema,
  type ProposalPlace,
  type ProposalSnapshot,
} from "./proposal/snapshot.ts";
export type { PublishedHeading, PublishedNote, PublishedRound, WorkshopDetail } from "./workshop/detail.ts";
