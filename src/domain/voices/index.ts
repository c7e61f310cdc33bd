export {
  ageBands,
  channels,
  duties,
  senderKinds,
  usualDuty,
  ways,
  type Channel,
  type Duty,
  type Way,
} from "./channel.ts";
export { lacksOfTopic, lacksOfVoice, type Answered, type Lack } from "./completeness.ts";
export * from "./labels.ts";
export { occasionFault, type Occasion, type OccasionWords } from "./occasion.ts";
export * from "./permissions.ts";
export { anchorOf, spanOf, uncovered, type Anchor, type Point, type Span } from "./point.ts";
export { readReceipt, receiptHash, receiptOf } from "./receipt.ts";
export { responseStates, type Response, type ResponseCategory, type ResponseState } from "./response.ts";
export {
  voicesSnapshotFormat,
  voicesSnapshotSchema,
  type ChangeSnapshot,
  type TopicSnapshot,
  type VoicesSnapshot,
  type VoiceSnapshot,
} from "./snapshot.ts";
export type { Change, Decision, Topic, TopicWords } from "./topic.ts";
export { emptyEntry, isAnonymous, longestVoice, noSender, type Sender, type Voice, type VoiceEntry } from "./voice.ts";
export { voicesPayload } from "./payload.ts";
export { enterVoice, entryFault, receiveVoice, type Intake, type Received } from "./actions/intake.ts";
export { changeOccasion, editOccasion, occasionIn, openOccasion, type NewOccasion } from "./actions/occasions.ts";
