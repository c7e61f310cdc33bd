import { folded } from "#kernel/folding.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import type { Channel, Way } from "./channel.ts";

/** Voice (意見): what one sender handed in at once. The words are kept for ever as they came; who sent them is apart (Sender). */
export interface Voice {
  readonly id: string;
  /** The public number, in the order of receipt. */
  readonly number: number;
  readonly occasionId: string;
  readonly channel: Channel;
  readonly way: Way;
  readonly receivedAt: Date;
  /** The words as they stand: the newest edition; null after disposal. */
  readonly text: string | null;
  readonly edition: number;
  /** 該当箇所 as the sender wrote it. */
  readonly place: string;
  readonly nodeId: string | null;
  readonly joinsTopicId: string | null;
  readonly districtId: string | null;
  readonly ageBand: string;
  readonly senderKind: string;
  readonly wishesReply: boolean;
  readonly wishesPublication: boolean;
  /** Not shown to the public, and why; null where it is. */
  readonly hidden: { readonly at: Date; readonly reason: string } | null;
  readonly disposedAt: Date | null;
  readonly version: number;
}

/** Sender (提出者): personal data, kept apart and for a time; each look at it is recorded. */
export interface Sender {
  readonly name: string;
  readonly organisation: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export const noSender: Sender = { name: "", organisation: "", address: "", phone: "", email: "" };

export function isAnonymous(sender: Sender): boolean {
  return Object.values(sender).every((value) => value.trim() === "");
}

/** What somebody hands in, whichever way it came. */
export interface VoiceEntry {
  readonly text: string;
  readonly place: string;
  readonly nodeId: string | null;
  readonly joinsTopicId: string | null;
  readonly districtId: string | null;
  readonly ageBand: string;
  readonly senderKind: string;
  readonly wishesReply: boolean;
  readonly wishesPublication: boolean;
  readonly sender: Sender;
}

export const emptyEntry: VoiceEntry = {
  text: "",
  place: "",
  nodeId: null,
  joinsTopicId: null,
  districtId: null,
  ageBand: "",
  senderKind: "",
  wishesReply: false,
  wishesPublication: true,
  sender: noSender,
};

/** The most characters of one voice. */
export const longestVoice = 20_000;

/** A text as it is kept: line ends alike, no spaces at the ends. Nothing else is touched. */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Equal in texts that differ only in width, case, kana, spaces and punctuation: identical mass submissions are marked by it. */
export function likenessOf(text: string): string {
  return sha256(folded(text).replace(/[\s\p{P}\p{S}]/gu, ""));
}
