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
export { storedDocuments, type DocumentSource, type NamedFile } from "./documents.ts";
export * from "./labels.ts";
export { consultationPayload } from "./payload.ts";
export { periodChangeKinds, type PeriodChange, type PeriodChangeKind } from "./period-change.ts";
export * from "./permissions.ts";
export { daysBetween, daysLeft, lastDayOf, phases, publicPhase, type Phase, type Span } from "./phase.ts";
export { publishableConsultation } from "./publishing.ts";
export { eraseDocuments } from "./purging.ts";
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
export { addVenue, createMeeting, editMeeting, editVenue, removeVenue } from "./town-meeting/actions.ts";
export { attendanceLabelsOf, meetingRefusals, registrationWayLabels, seatLabels } from "./town-meeting/labels.ts";
export { lacksOfMeeting, type MeetingWords, type Venue, type VenueWords } from "./town-meeting/meeting.ts";
export {
  attendanceDimensions,
  attendanceLabels,
  exchangesIn,
  type AttendanceCount,
  type AttendanceDimension,
  type Exchange,
  type Minutes,
} from "./town-meeting/minutes.ts";
export {
  approveMinutes,
  offerAnswer,
  reopenMinutes,
  writeMinutes,
  type MinutesInput,
} from "./town-meeting/minutes-acts.ts";
export { meetingPage, venueState, type MeetingPage, type VenueState } from "./town-meeting/queries.ts";
export {
  cancelForCaller,
  forgetRegistrants,
  noteArrival,
  noteAttendance,
  noteCalled,
  receptionList,
  registerByStaff,
} from "./town-meeting/reception.ts";
export { needs, type RegistrationEntry, type SeatedRegistration } from "./town-meeting/registration.ts";
export { seating, seatsLeft, type Seat } from "./town-meeting/seating.ts";
export type { PublicCommentDetail } from "./public-comment/detail.ts";
export { createCall, editCall } from "./proposal/actions.ts";
export { announcedCall, type AnnouncedCall } from "./proposal/announced.ts";
export { moderations, ruleList, usualRules, type IdeaCall, type Moderation } from "./proposal/call.ts";
export {
  moderationLabels,
  proposalActLabels,
  proposalStateLabels,
  reportGroundLabels,
  roleFieldLabels,
} from "./proposal/labels.ts";
export {
  acceptProposal,
  hideProposal,
  keepReported,
  refuseProposal,
  reopenProposal,
  type Acceptance,
  type SeenProposal,
} from "./proposal/moderation.ts";
export {
  emptyProposal,
  roleFields,
  titleAndWords,
  type JoiningEntry,
  type ProposalEntry,
  type ProposalState,
  type RoleField,
} from "./proposal/proposal.ts";
export {
  callOf,
  listProposals,
  proposalPage,
  waitingProposals,
  type ProposalLine,
  type ProposalPage,
} from "./proposal/queries.ts";
export { takeOverRole, type RoleTaking } from "./proposal/roles.ts";
export { proposalPayload } from "./proposal/snapshot.ts";
export { reportProposal, submitJoining, submitProposal } from "./proposal/submitting.ts";
export {
  addWorkshopRound,
  createWorkshop,
  editWorkshop,
  editWorkshopRound,
  removeWorkshopRound,
} from "./workshop/actions.ts";
export {
  workshopBoard,
  type BoardHeading,
  type BoardNote,
  type HeadingAnswer,
  type WorkshopBoard,
} from "./workshop/board.ts";
export type { WorkshopDetail } from "./workshop/detail.ts";
export { workshopRefusals } from "./workshop/labels.ts";
export { longestNote, notesInLines, type NewNote, type WorkshopNote } from "./workshop/note.ts";
export { addNotes, keepNotes, receiveNotes, type NoteEntry } from "./workshop/note-acts.ts";
export { readNotes, type NoteFault, type NoteReading } from "./workshop/note-file.ts";
export {
  workshopPage,
  workshopRoundPage,
  type RoundState,
  type TableState,
  type WorkshopPage,
  type WorkshopRoundPage,
} from "./workshop/queries.ts";
export { keepTables, writeSummaries, type TableEntry } from "./workshop/table-acts.ts";
export {
  lacksOfWorkshop,
  type WorkshopRound,
  type WorkshopRoundWords,
  type WorkshopTable,
  type WorkshopWords,
} from "./workshop/workshop.ts";
