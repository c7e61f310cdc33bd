import type { Channel, Duty, Way } from "./channel.ts";
import type { Lack } from "./completeness.ts";
import type { ResponseAct, ResponseState } from "./response.ts";

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
  draft: "どう生かしたかが、課の案のままです",
  undecided: "市の考え方がまだ決定されていません",
  noChange: "「反映」としたのに、文章の変わったところが結び付いていません",
  noPlace: "「記載済み」としたのに、該当箇所がありません",
};

export const responseActLabels: Readonly<Record<ResponseAct, string>> = {
  drafted: "案の保存",
  submitted: "企画へ提出",
  edited: "企画の修正",
  sentBack: "差戻し",
  decided: "決定",
  reopened: "決定の見直し",
};
