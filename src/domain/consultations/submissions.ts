/** What citizens may send to a consultation, and what the forms for it need to know. */
export type { Pace } from "#platform/http/rate-limit.ts";
export { ageBands, longestVoice, senderKinds, type GivenFile } from "#domain/voices/index.ts";
export type { IntakeLimits } from "./intake-limit.ts";
export { emptyComment, opinionFault, senderFault, senderQuestions, type Comment } from "./public-comment/comment.ts";
export { intakeRefusals } from "./public-comment/labels.ts";
export { phaseFault, submitComment, type CommentSending } from "./public-comment/submitting.ts";
export {
  emptyProposal,
  joiningFault,
  longestProposal,
  proposalFault,
  proposalText,
  proposerFault,
  reportGrounds,
  roleFields,
  type JoiningEntry,
  type ProposalEntry,
  type ReportEntry,
} from "./proposal/proposal.ts";
export { reportProposal, submitJoining, submitProposal } from "./proposal/submitting.ts";
export { intakeLimits } from "./queries/intake-limits.ts";
export { meetingRefusals } from "./town-meeting/labels.ts";
export { seatsAt } from "./town-meeting/queries.ts";
export {
  cancelByReceipt,
  registerByForm,
  registrationByReceipt,
  type OwnRegistration,
  type Registered,
} from "./town-meeting/registering.ts";
export {
  beginningOf,
  mostPeople,
  needs,
  needsText,
  registrationFault,
  type RegistrationEntry,
} from "./town-meeting/registration.ts";
