/** What may be read of the ledger from outside: the published shape and the words for it. */
export { channelLabels, dutyLabels, wayLabels } from "./labels.ts";
export {
  voicesSnapshotSchema,
  type ChangeSnapshot,
  type TopicSnapshot,
  type VoicesSnapshot,
  type VoiceSnapshot,
} from "./snapshot.ts";
