/** Channel (経路): the kind of procedure by which voices come in. Later instruments only add a door to the same ledger. */
export const channels = [
  "publicComment", // パブリックコメント
  "townMeeting", // まちづくり懇談会
  "workshop", // ワークショップ
  "proposal", // 市民提案
  "survey", // アンケート自由記述
  "council", // 審議会
  "draftingCommittee", // 策定委員会
  "staff", // 職員
  "assembly", // 議会
] as const;

export type Channel = (typeof channels)[number];

/** Channels without an instrument of their own yet: staff open the occasion and enter what was said. */
export const enteredChannels = ["survey", "council", "draftingCommittee", "staff", "assembly"] as const;

export function isEntered(channel: Channel): boolean {
  return enteredChannels.some((each) => each === channel);
}

/**
 * Answer duty (回答の扱い): `answer` (each part of each voice gets an answer, decided by the city), `classify` (the voice is sorted
 * under a heading, and the heading says how it was used), `receive` (taken note of).
 */
export const duties = ["answer", "classify", "receive"] as const;

export type Duty = (typeof duties)[number];

/** The duty a channel has unless the city says otherwise for one occasion. */
export const usualDuty: Readonly<Record<Channel, Duty>> = {
  publicComment: "answer",
  townMeeting: "answer",
  workshop: "classify",
  proposal: "answer",
  survey: "classify",
  council: "answer",
  draftingCommittee: "answer",
  staff: "classify",
  assembly: "answer",
};

/** How one voice came in (受付の方法). */
export const ways = [
  "web", // 電子申請（この市のページ）
  "mail", // 電子メール
  "post", // 郵送
  "fax", // ファックス
  "counter", // 窓口
  "venue", // 会場
  "file", // ファイルの取込み
  "record", // 会議録・発言の記録
] as const;

export type Way = (typeof ways)[number];

/** Age bands (年代) as forms ask for them; "" is no answer. */
export const ageBands = ["10代以下", "20代", "30代", "40代", "50代", "60代", "70代", "80歳以上"] as const;

/** Kinds of senders (提出者の区分) of the usual ordinance; "" is no answer. */
export const senderKinds = [
  "市内に住む人",
  "市内で働く人",
  "市内で学ぶ人",
  "市内の事業者",
  "市内の団体",
  "利害関係のある人",
] as const;
