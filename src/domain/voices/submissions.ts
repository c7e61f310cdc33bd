/** What citizens send into the ledger and read of their own, by receipt; the published shape is in published.ts. */
export { ageBands, channels, senderKinds, ways, type Channel, type Way } from "./channel.ts";
export { attachmentLimits, attachmentsFault, type GivenFile } from "./attachment.ts";
export { ownPointStateLabels } from "./keeping-labels.ts";
export { voiceRefusals } from "./refusals.ts";
export type { OwnPoint, OwnPointState, OwnVoice } from "./own-voice.ts";
export { voiceByReceipt } from "./queries/own-voice.ts";
export { readReceipt } from "./receipt.ts";
export { emptyEntry, longestVoice, noSender, type Sender, type VoiceEntry } from "./voice.ts";
