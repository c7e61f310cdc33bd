import type { Refusal } from "#kernel/result.ts";
import type { AttendanceDimension } from "./minutes.ts";
import type { RegistrationWay } from "./registration.ts";
import type { Seat } from "./seating.ts";

export const seatLabels: Readonly<Record<Seat, string>> = {
  seated: "参加できます",
  waiting: "キャンセル待ち",
};

export const registrationWayLabels: Readonly<Record<RegistrationWay, string>> = {
  web: "このサイト",
  counter: "電話・窓口",
  venue: "会場",
};

export const attendanceLabelsOf: Readonly<Record<AttendanceDimension, string>> = {
  age: "年代",
  district: "地区",
  kind: "区分",
};

export const meetingRefusals = {
  venueStale: {
    code: "stale",
    message: "ほかの人が、この会場を先に直しました。",
    remedy: "いまの内容を確かめてから、もう一度直してください。",
  },
  venueHasPeople: {
    code: "venueHasPeople",
    message: "申込みか記録のある会場は、取り消せません。",
    remedy: "中止のときは、備考に「中止」と書いて公表し、申し込んだ人に知らせてください。",
  },
  periodFixed: {
    code: "periodFixed",
    message: "会場の日が、懇談会の期間の外になります。",
    remedy: "先に会場の日を直すか、期間を広げてください。",
    fields: { opensOn: "会場の日を含む期間にしてください。" },
  },
  notPublic: {
    code: "notPublic",
    message: "この懇談会は、いま公表されていません。",
    remedy: "担当の課へお問い合わせください。",
  },
  notByWeb: {
    code: "notByWeb",
    message: "この懇談会の申込みは、このページでは受け付けていません。",
    remedy: "「申込みの方法」をご覧ください。",
  },
  venueGone: {
    code: "venueGone",
    message: "その会場は、見つかりません。",
    remedy: "会場を選び直してください。",
    fields: { venueId: "会場を選び直してください。" },
  },
  venueOver: {
    code: "venueOver",
    message: "その会場の申込みは、終わりました。",
    remedy: "ほかの会場を選ぶか、担当の課へお問い合わせください。",
    fields: { venueId: "これから開かれる会場を選んでください。" },
  },
  receiptUnknown: {
    code: "receiptUnknown",
    message: "この受付番号の申込みは、見つかりません。",
    remedy: "番号を確かめて、もう一度入れてください。わからないときは、担当の課へお電話ください。",
    fields: { receipt: "受付番号を確かめてください。例：7K2M-9QXD-4HTW-3C" },
  },
  alreadyCancelled: {
    code: "alreadyCancelled",
    message: "この申込みは、すでに取り消されています。",
    remedy: "もう一度参加するときは、新しく申し込んでください。",
  },
  tooMany: {
    code: "tooMany",
    message: "短い間に、たくさん送られています。",
    remedy: "1分ほど待ってから、もう一度お試しください。入力した内容は残っています。",
  },
  preview: {
    code: "preview",
    message: "公開前の確認の画面からは、申し込めません。",
    remedy: "公開したあとに、市民のページから申し込めます。",
  },
  cameWrong: {
    code: "cameWrong",
    message: "来場者の人数が読み取れません。",
    remedy: "0から100までの整数を入れるか、空にしてください。",
  },
  countsWrong: {
    code: "countsWrong",
    message: "参加者数に、読み取れない人数があります。",
    remedy: "0から10,000までの整数を入れるか、空にしてください。",
  },
  minutesStale: {
    code: "stale",
    message: "ほかの人が、この記録を先に直しました。",
    remedy: "いま保存されている内容を下に示しました。見くらべて、もう一度保存してください。",
  },
  minutesApproved: {
    code: "approved",
    message: "承認した記録は、直せません。",
    remedy: "直すときは、先に承認を取り消してください。",
  },
  minutesEmpty: {
    code: "empty",
    message: "記録に、説明も質疑もありません。",
    remedy: "説明か質疑を書いてから、承認してください。",
  },
  questionFixed: {
    code: "questionFixed",
    message: "意見の台帳に入った質問は、書き換えも削除もできません。",
    remedy: "言葉を直すときは、台帳の「訂正」を使ってください。",
  },
  notYetVoice: {
    code: "notYetVoice",
    message: "この質疑は、まだ意見の台帳に入っていません。",
    remedy: "先に、会場の記録を承認してください。",
  },
  answerMissing: {
    code: "answerMissing",
    message: "会場での答えがありません。",
    remedy: "答えのある質疑を選んでください。",
  },
  alreadyOffered: {
    code: "alreadyOffered",
    message: "この質疑は、すでに仕分けられています。",
    remedy: "市の考え方は、意見の台帳から書いてください。",
  },
  textTooLong: {
    code: "textTooLong",
    message: "記録の文が長すぎます。",
    remedy: "一つの欄を20,000字までにしてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
