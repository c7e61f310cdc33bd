/**
 * Where a voice stands in the work (意見の状態), derived from its points: `unsorted` no point yet · `sorting` a point waits for its
 * topic · `sorted` every point is under a topic or left out · `answered` every topic's answer is decided · `noted` only received ·
 * `disposed` its words are gone. Whether a part of the text is in no point, completeness.ts says.
 */
export const voiceStates = ["unsorted", "sorting", "sorted", "answered", "noted", "disposed"] as const;

export type VoiceState = (typeof voiceStates)[number];

/** Orders of the ledger: by number downwards or upwards, or by the day on which it reached the city. */
export const voiceOrders = ["newest", "oldest", "received"] as const;

export type VoiceOrder = (typeof voiceOrders)[number];
