import type { Refusal } from "#kernel/result.ts";
import { voiceRefusals } from "./refusals.ts";
import { longestVoice, type VoiceEntry } from "./voice.ts";

const longestSenderField = 200;

/** What is wrong with an entry, whichever way it came. */
export function entryFault({ text, sender }: VoiceEntry): Refusal | undefined {
  if (text === "") return voiceRefusals.textMissing;
  if (text.length > longestVoice) return voiceRefusals.textTooLong;
  return Object.values(sender).some((value) => value.length > longestSenderField)
    ? voiceRefusals.senderTooLong
    : undefined;
}
