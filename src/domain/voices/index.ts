export {
  ageBands,
  channels,
  duties,
  enteredChannels,
  isEntered,
  senderKinds,
  usualDuty,
  ways,
  type Channel,
  type Duty,
  type Way,
} from "./channel.ts";
export { lacksOfTopic, lacksOfVoice, type Answered, type Lack } from "./completeness.ts";
export * from "./labels.ts";
export * from "./refusals.ts";
export { isStillOpen, occasionFault, type Occasion, type OccasionWords } from "./occasion.ts";
export * from "./permissions.ts";
export { anchorOf, spanOf, uncovered, type Anchor, type Point, type Span } from "./point.ts";
export { readReceipt, receiptHash, receiptOf } from "./receipt.ts";
export {
  longestResponse,
  responseStates,
  type Boilerplate,
  type Response,
  type ResponseAct,
  type ResponseCategory,
  type ResponseRevision,
  type ResponseState,
} from "./response.ts";
export {
  voicesSnapshotFormat,
  voicesSnapshotSchema,
  type ChangeSnapshot,
  type TopicSnapshot,
  type VoicesSnapshot,
  type VoiceSnapshot,
} from "./snapshot.ts";
export type { Change, Decision, DecisionItem, Topic, TopicWords } from "./topic.ts";
export { emptyEntry, isAnonymous, longestVoice, noSender, type Sender, type Voice, type VoiceEntry } from "./voice.ts";
export { entryFault } from "./entry-fault.ts";
export * from "./entry/door.ts";
export * from "./import/door.ts";
export { cameWith, enterVoice, receiveVoice, receiveVoices, type Intake, type Received } from "./actions/intake.ts";
export {
  changeOccasion,
  editOccasion,
  occasionIn,
  openOccasion,
  startOccasion,
  type NewOccasion,
} from "./actions/occasions.ts";
export { keepBoilerplate, keepCategory, removeBoilerplate, type CategoryWords } from "./actions/categories.ts";
export { addChange, removeChange } from "./actions/changes.ts";
export {
  decideSingly,
  draftDecision,
  dropDecision,
  editDecision,
  recordDecision,
  type DecidedWords,
  type DecisionWords,
} from "./actions/decisions.ts";
export { reopenResponse, sendBackResponse, writeResponse, type ResponseInput } from "./actions/responses.ts";
export { reopenOccasion, settleOccasion } from "./actions/settling.ts";
export { publicPoints, publishableVoices, type PublicPoint } from "./publishing.ts";
export { sortedVoicesOf } from "./queries/sorted-voices.ts";
export {
  answerList,
  answerTable,
  type AnswerLine,
  type ListedAnswer,
  type ShownChange,
} from "./queries/answer-table.ts";
export {
  answerPage,
  decisionPage,
  listBoilerplates,
  listCategories,
  listDecisions,
  type AnswerPage,
} from "./queries/answers.ts";
export { listOccasions, occasionById } from "./queries/occasions.ts";
export { standingOf, type Standing } from "./queries/standing.ts";
export type { SortedVoice, TopicRow } from "./store/answer-table.ts";
export * from "./desk-labels.ts";
export { sentences, type Stretch } from "./stretch.ts";
export { stepActs, type StepAct } from "./step.ts";
export type { Tag } from "./tag.ts";
export type { Done, SeenPoint } from "./actions/desk-room.ts";
export {
  addPoints,
  addRemainingPoints,
  changePoint,
  removePoints,
  type Destination,
  type Made,
  type NewPoints,
  type PointEdit,
  type SeenVoice,
} from "./actions/points.ts";
export { assignPoints, excludePoints, placePoints, restorePoints, tagPoints } from "./actions/sorting.ts";
export { createTopic, editTopic, mergeTopics, removeTopics, type NewTopic } from "./actions/topics.ts";
export { addTag, removeTag, renameTag } from "./actions/tags.ts";
export { undoStep } from "./actions/steps.ts";
export { assignTopics, remindTopics, type Assignment, type Reminder } from "./actions/assignment.ts";
export { attachmentOf, senderOf } from "./actions/senders.ts";
export { voiceOrders, voiceStates, type VoiceOrder, type VoiceState } from "./voice-state.ts";
export { topicNames, voiceNumbers } from "./queries/names.ts";
export {
  countVoices,
  countVoicesByWay,
  listVoices,
  voicePage,
  voicePageById,
  type VoiceCounts,
  type VoiceList,
  type VoicePage,
} from "./queries/voices.ts";
export type { OwnPoint, OwnPointState, OwnVoice } from "./own-voice.ts";
export { voiceByReceipt } from "./queries/own-voice.ts";
export type { LedgerPage, VoiceFilter, VoiceLine } from "./store/ledger.ts";
export type { Attachment, Edition, PointInVoice } from "./store/reading.ts";
export { splitStateLabels, splitStates, type SplitState } from "./split-state.ts";
export {
  pointOrders,
  pointPlaces,
  type PointChoice,
  type PointKey,
  type PointOrder,
  type PointPlace,
} from "./point-choice.ts";
export {
  everyTopic,
  topicOrders,
  topicStates,
  type TopicChoice,
  type TopicOrder,
  type TopicState,
} from "./topic-choice.ts";
export { deskInbox, deskPage, lastDeskSteps, listTags, type DeskPage } from "./queries/desk.ts";
export { pointRowsToSave, pointsToAct, pointTable, type PointTable } from "./queries/points.ts";
export {
  deskTopic,
  findTopics,
  similarPoints,
  suggestTopics,
  topicBoard,
  topicByNumber,
  type BoardTopic,
  type TopicSuggestion,
} from "./queries/topics.ts";
export { openVoices, waitingWork, type WaitingWork } from "./queries/waiting.ts";
export { deskProgress, type DeskProgress, type TopicTally, type VoiceTally } from "./queries/progress.ts";
export type { KeptStep } from "./store/steps.ts";
export type { InboxRow } from "./store/split-states.ts";
export type { PointRow } from "./store/point-table.ts";
export type { SimilarPoint } from "./store/similar.ts";
export * from "./keeping-labels.ts";
export { attachmentLimits, attachmentsFault, mediaTypeOf, type GivenFile } from "./attachment.ts";
export type { District } from "./district.ts";
export { disposalKinds, dueOn, type DisposalKind } from "./keeping.ts";
export {
  requestKinds,
  requestOutcomes,
  type PersonalRequest,
  type RequestKind,
  type RequestOutcome,
} from "./personal-request.ts";
export {
  copyWithout,
  markKinds,
  spansOfWords,
  spansTakenOut,
  suggestedMarks,
  type Mark,
  type MarkKind,
} from "./redaction/index.ts";
export { dispose } from "./actions/disposal.ts";
export { keepDistrict, removeDistrict } from "./actions/districts.ts";
export { bringBackVoice, hideVoice, setHiddenIn } from "./actions/hiding.ts";
export { confirmCopy, makeCopy, type CopyInput } from "./actions/redaction.ts";
export { decideRequest, receiveRequest, type RequestDecision } from "./actions/requests.ts";
export {
  checkedCopies,
  keepingOverview,
  listDistricts,
  nextToRedact,
  redactionPage,
  redactionQueue,
  requestPage,
  suggestionsFor,
  voiceRecord,
  voicesLike,
  type KeepingLine,
  type KeepingOverview,
  type RedactionPage,
  type RedactionQueue,
} from "./queries/keeping.ts";
export type { Disposal } from "./store/keeping.ts";
export type { SimilarVoice } from "./store/moderation.ts";
export type { Redaction } from "./store/redactions.ts";
export { joinedSmall, type Tally } from "./tallies.ts";
export { keepCopyLetThrough, topicOfItsOwn, topicOfVoice } from "./actions/let-through.ts";
export { voiceIdOf, voiceTexts, type VoiceText } from "./store/texts.ts";
