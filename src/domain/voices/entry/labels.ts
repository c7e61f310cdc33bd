import type { Refusal } from "#kernel/result.ts";
import type { BatchState } from "./batch.ts";

export const batchStateLabels: Readonly<Record<BatchState, string>> = {
  entering: "入力中",
  reading: "読み合わせ中",
  taken: "台帳に登録済み",
  dropped: "取りやめ",
};

/** What the fields of a sheet are called. */
export const sheetFieldLabels = {
  text: "意見",
  place: "該当箇所",
  senderKind: "提出者の区分",
  ageBand: "年代",
  districtId: "地区",
  name: "氏名",
  organisation: "団体・事業者の名前",
  address: "住所",
  phone: "電話番号",
  email: "メールアドレス",
  wishesReply: "回答を希望する",
  wishesPublication: "公開してよい",
  receivedOn: "受付日",
  way: "受付の方法",
} as const;

export const entryRefusals = {
  titleMissing: {
    code: "titleMissing",
    message: "まとまりの名前を入れてください。",
    remedy: "例：12月3日 郵送分",
    fields: { title: "名前を入れてください。" },
  },
  receivedOnWrong: {
    code: "receivedOnWrong",
    message: "受付日がわかりません。",
    remedy: "紙に押した受付印の日を入れてください。例：令和8年12月3日、R8.12.3",
    fields: { receivedOn: "日付を入れてください。例：R8.12.3" },
  },
  receivedOnLater: {
    code: "receivedOnLater",
    message: "受付日が、今日より後です。",
    remedy: "紙に押した受付印の日を確かめてください。",
    fields: { receivedOn: "今日より後の日です。" },
  },
  unknownChoice: {
    code: "unknownChoice",
    message: "一覧にない選択肢です。",
    remedy: "提出者の区分・年代・地区・方法を選び直してください。",
  },
  tooManySheets: {
    code: "tooManySheets",
    message: "一つのまとまりに入れられる用紙は300枚までです。",
    remedy: "入力を終え、続きは新しいまとまりに入れてください。",
  },
  notEntering: {
    code: "notEntering",
    message: "このまとまりは、入力を終えています。",
    remedy: "用紙を足すときは、まとまりのページで「入力を再開する」を選んでください。",
  },
  notReading: {
    code: "notReading",
    message: "このまとまりは、読み合わせ中ではありません。",
    remedy: "まとまりのページで、いまの状態を確かめてください。",
  },
  closed: {
    code: "closed",
    message: "このまとまりは、もう変えられません。",
    remedy: "台帳に登録した意見を直すときは、意見のページの「訂正」を使ってください。",
  },
  noSheets: {
    code: "noSheets",
    message: "用紙がまだ1枚もありません。",
    remedy: "用紙を入れてから、入力を終えてください。",
  },
  ownSheet: {
    code: "ownSheet",
    message: "自分で入れた用紙は、自分では読み合わせられません。",
    remedy: "入れた人とは別の人が、紙と見くらべて読み合わせてください。",
  },
  stale: {
    code: "stale",
    message: "ほかの人が先に変えました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度進めてください。",
  },
  notTaken: {
    code: "notTaken",
    message: "このまとまりは、まだ台帳に登録されていません。",
    remedy: "台帳に登録したあとで、控えの引渡しを終えてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
