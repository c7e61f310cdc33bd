export {
  changeConsultation,
  consultationIn,
  openConsultation,
  wasPublished,
  type NewConsultation,
} from "./actions/consultations.ts";
export {
  consultationKinds,
  type AllWords,
  type Consultation,
  type ConsultationKind,
  type ConsultationWords,
} from "./consultation.ts";
export { storedDocuments, type DocumentSource } from "./documents.ts";
export * from "./labels.ts";
export { consultationPayload } from "./payload.ts";
export { periodChangeKinds, type PeriodChange, type PeriodChangeKind } from "./period-change.ts";
export * from "./permissions.ts";
export { daysBetween, daysLeft, lastDayOf, phases, publicPhase, type Phase, type Span } from "./phase.ts";
export { publishableConsultation } from "./publishing.ts";
export { consultationBySlug, listConsultations, listPeriodChanges } from "./queries/consultations.ts";
export {
  consultationSnapshotFormat,
  consultationSnapshotSchema,
  type ConsultationDetail,
  type ConsultationSnapshot,
} from "./snapshot.ts";
export { changePeriod, periodChangeFault, type PeriodOrder } from "./actions/period.ts";
export {
  addFileDocument,
  addVersionDocument,
  createRound,
  editRound,
  removeDocument,
} from "./public-comment/actions.ts";
export { askingLabels, documentRoleLabels, questionLabels } from "./public-comment/labels.ts";
export { roundOf } from "./public-comment/queries.ts";
export {
  askings,
  questionKeys,
  usualQuestions,
  type Asking,
  type QuestionKey,
  type Questions,
} from "./public-comment/questions.ts";
export {
  lacksOfRound,
  leastDays,
  periodFault,
  type DocumentRole,
  type RoundDocument,
  type RoundWords,
} from "./public-comment/round.ts";
export { announcementOf, phasesOf, type Announcement } from "./queries/phases.ts";
export { keepIntakeLimits } from "./actions/intake-limits.ts";
export type { IntakeLimits } from "./intake-limit.ts";
export { intakeLimits } from "./queries/intake-limits.ts";
export { emptyComment, type Comment } from "./public-comment/comment.ts";
export { submitComment } from "./public-comment/submitting.ts";
