import type { Refusal } from "#kernel/result.ts";
import type { Channel, Duty, Way } from "./channel.ts";
import type { Lack } from "./completeness.ts";
import type { ResponseState } from "./response.ts";

export const channelLabels: Readonly<Record<Channel, string>> = {
  publicComment: "パブリックコメント",
  townMeeting: "まちづくり懇談会",
  workshop: "ワークショップ",
  proposal: "市民提案",
  survey: "アンケートの自由記述",
  council: "審議会",
  draftingCommittee: "策定委員会",
  staff: "職員",
  assembly: "議会",
};

export const dutyLabels: Readonly<Record<Duty, string>> = {
  answer: "一つ一つに回答する",
  classify: "分類して、どう生かしたかを示す",
  receive: "受付のみ",
};

export const wayLabels: Readonly<Record<Way, string>> = {
  web: "電子申請",
  mail: "電子メール",
  post: "郵送",
  fax: "ファックス",
  counter: "窓口",
  venue: "会場",
  file: "ファイルの取込み",
  record: "発言の記録",
};

export const responseStateLabels: Readonly<Record<ResponseState, string>> = {
  draft: "回答案を作成中",
  submitted: "企画が確認中",
  decided: "決定",
};

/** What of a voice or a topic is still missing before its results can be settled. */
export const lackLabels: Readonly<Record<Lack["code"], string>> = {
  unassignedText: "どの論点にも入っていない文があります",
  lostAnchor: "もとの文に見つからなくなった論点があります",
  noTopic: "まとめ先の決まっていない論点があります",
  noAnswer: "市の考え方がまだありません",
  undecided: "市の考え方がまだ決定されていません",
  noChange: "「反映」としたのに、文章の変わったところが結び付いていません",
  noPlace: "「記載済み」としたのに、該当箇所がありません",
};

export const occasionRefusals = {
  titleMissing: {
    code: "titleMissing",
    message: "名前を入れてください。",
    remedy: "例：後期基本計画（素案）への意見募集",
    fields: { title: "名前を入れてください。" },
  },
  opensOnMissing: {
    code: "opensOnMissing",
    message: "始まりの日がわかりません。",
    remedy: "日付を選んでください。",
    fields: { opensOn: "日付を選んでください。例：2026-12-01" },
  },
  closesOnWrong: {
    code: "closesOnWrong",
    message: "終わりの日がわかりません。",
    remedy: "日付を選んでください。",
    fields: { closesOn: "日付を選んでください。例：2026-12-30" },
  },
  closesBefore: {
    code: "closesBefore",
    message: "終わりの日が、始まりの日より前です。",
    remedy: "始まりの日と同じか、それより後の日にしてください。",
    fields: { closesOn: "始まりの日より前です。" },
  },
  voiceYears: {
    code: "voiceYears",
    message: "意見の保存年限がわかりません。",
    remedy: "1から99までの年数を入れてください。",
    fields: { voiceYears: "1から99までの年数を入れてください。" },
  },
  senderYears: {
    code: "senderYears",
    message: "提出者の保存年限がわかりません。",
    remedy: "0から、意見の保存年限までの年数を入れてください。",
    fields: { senderYears: "意見の保存年限より長くはできません。" },
  },
  stale: {
    code: "stale",
    message: "ほかの人が先に直しました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度直してください。",
  },
  settled: {
    code: "settled",
    message: "結果を確定したあとなので、変えられません。",
    remedy: "変える必要があるときは、先に結果の確定を取り消してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const voiceRefusals = {
  textMissing: {
    code: "textMissing",
    message: "意見が入っていません。",
    remedy: "意見を入れてください。",
    fields: { text: "意見を入れてください。" },
  },
  textTooLong: {
    code: "textTooLong",
    message: "意見が長すぎます。",
    remedy: "一つの意見は20,000字までです。長い資料はファイルで付けてください。",
    fields: { text: "20,000字までにしてください。" },
  },
  senderTooLong: {
    code: "senderTooLong",
    message: "氏名や連絡先が長すぎます。",
    remedy: "それぞれ200字までにしてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
