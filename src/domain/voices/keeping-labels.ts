import type { Refusal } from "#kernel/result.ts";
import type { DisposalKind } from "./keeping.ts";
import type { OwnPointState } from "./own-voice.ts";
import type { RequestKind, RequestOutcome } from "./personal-request.ts";
import type { MarkKind } from "./redaction/mark.ts";
import type { VoiceState } from "./voice-state.ts";

export const voiceStateLabels: Readonly<Record<VoiceState, string>> = {
  unsorted: "未仕分け",
  sorting: "仕分け中",
  sorted: "仕分け済み",
  answered: "回答を決定",
  noted: "受付のみ",
  disposed: "廃棄済み",
};

/** What a sender reads of each part of the own voice. */
export const ownPointStateLabels: Readonly<Record<OwnPointState, string>> = {
  waiting: "内容を確認しています",
  answering: "市の考え方を検討しています",
  decided: "市の考え方が決まりました。公表までお待ちください",
  published: "市の考え方を公表しました",
  excluded: "この手続では回答の対象としない部分です",
};

export const markKindLabels: Readonly<Record<MarkKind, string>> = {
  name: "氏名",
  phone: "電話番号",
  email: "メールアドレス",
  postalCode: "郵便番号",
  address: "住所",
  birth: "生年月日",
  number: "12桁の番号",
  page: "個人のページ",
  sender: "提出者の情報",
  typed: "入力した言葉",
};

export const disposalKindLabels: Readonly<Record<DisposalKind, string>> = {
  senders: "提出者の氏名・連絡先",
  voices: "意見の原文と添付",
};

export const requestKindLabels: Readonly<Record<RequestKind, string>> = {
  correction: "訂正の請求",
  suspension: "利用停止の請求",
};

export const requestOutcomeLabels: Readonly<Record<RequestOutcome, string>> = {
  granted: "応じる",
  partly: "一部に応じる",
  refused: "応じない",
};

/** What stands in the place of words that were disposed of. */
export const disposedWords = "（保存年限が過ぎたため廃棄しました）";

/** The reason that the public reads of a voice whose use was stopped. */
export const suspendedReason = "本人の請求により、利用を停止しました。";

export const keepingRefusals = {
  stale: {
    code: "stale",
    message: "ほかの人が先に直しました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度操作してください。",
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "理由がありません。",
    remedy: "理由を入れてください。",
    fields: { reason: "理由を入れてください。" },
  },
  disposed: {
    code: "disposed",
    message: "この意見は廃棄しました。",
    remedy: "原文がないので、この操作はできません。",
  },
  wordsNotFound: {
    code: "wordsNotFound",
    message: "除く言葉が、意見の中に見つかりません。",
    remedy: "意見の中の言葉を、そのまま写して入れてください。1行に一つです。",
    fields: { words: "意見の中の言葉を、そのまま入れてください。" },
  },
  ownCopy: {
    code: "ownCopy",
    message: "自分が作った写しは、自分では確かめられません。",
    remedy: "企画のほかの人に確かめてもらってください。",
  },
  noCopy: {
    code: "noCopy",
    message: "確かめる写しがありません。",
    remedy: "先に、ひとりが除くところを決めてください。",
  },
  dayMissing: {
    code: "dayMissing",
    message: "日付がわかりません。",
    remedy: "日付を選んでください。",
    fields: { day: "日付を選んでください。" },
  },
  decided: {
    code: "decided",
    message: "この請求は、もう決定しています。",
    remedy: "内容を変えるときは、新しい請求として受け付けてください。",
  },
  sameText: {
    code: "sameText",
    message: "訂正したあとの文章が、いまの文章と同じです。",
    remedy: "訂正するところを直してください。",
    fields: { text: "訂正するところを直してください。" },
  },
  notDue: {
    code: "notDue",
    message: "保存年限がまだ過ぎていません。",
    remedy: "廃棄できる日を確かめてください。",
  },
  nothingToDispose: {
    code: "nothingToDispose",
    message: "廃棄するものがありません。",
    remedy: "もう廃棄したか、はじめからありません。",
  },
  districtName: {
    code: "districtName",
    message: "地区の名前がないか、同じ名前の地区があります。",
    remedy: "ほかの地区と違う名前を入れてください。",
    fields: { name: "ほかの地区と違う名前を入れてください。" },
  },
  districtUsed: {
    code: "districtUsed",
    message: "この地区の意見があるので、消せません。",
    remedy: "名前を直すことはできます。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
