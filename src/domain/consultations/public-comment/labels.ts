import type { Refusal } from "#kernel/result.ts";
import type { Asking, QuestionKey } from "./questions.ts";
import type { DocumentRole } from "./round.ts";

export const askingLabels: Readonly<Record<Asking, string>> = {
  required: "必須",
  optional: "任意",
  notAsked: "尋ねない",
};

export const questionLabels: Readonly<Record<QuestionKey, string>> = {
  name: "氏名",
  organisation: "法人・団体の名前",
  address: "住所",
  phone: "電話番号",
  email: "電子メール",
  senderKind: "区分（市内に住む人など）",
  ageBand: "年代",
  district: "地区",
  place: "意見の対象（該当箇所）",
};

export const documentRoleLabels: Readonly<Record<DocumentRole, string>> = {
  draft: "案",
  material: "関連資料",
};

export const roundRefusals = {
  closesOnMissing: {
    code: "closesOnMissing",
    message: "終わりの日がありません。",
    remedy: "募集の終わりの日を選んでください。",
    fields: { closesOn: "終わりの日を選んでください。" },
  },
  periodFixed: {
    code: "periodFixed",
    message: "公示した募集期間は、ここでは変えられません。",
    remedy: "「期間を変える」で、理由を付けて延長するか、早く締め切ってください。",
    fields: { opensOn: "公示のあとは変えられません。", closesOn: "「期間を変える」で変えてください。" },
  },
  fileMissing: {
    code: "fileMissing",
    message: "ファイルが選ばれていません。",
    remedy: "資料のファイルを選んでください。",
    fields: { file: "ファイルを選んでください。" },
  },
  versionMissing: {
    code: "versionMissing",
    message: "その版は、いま公開されていません。",
    remedy: "公開している計画の版から選んでください。",
    fields: { publicationId: "公開している版を選んでください。" },
  },
  shortPeriod: {
    code: "shortPeriod",
    message: "募集期間が30日を下回っています。",
    remedy: "終わりの日を延ばすか、短くする理由を書いてください。理由は公表されます。",
    fields: { shortPeriodReason: "30日を下回る理由を書いてください。" },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export const intakeRefusals = {
  notPublic: {
    code: "notPublic",
    message: "この意見募集は、いま公開されていません。",
    remedy: "「声をとどける」のページから、募集しているものを選んでください。",
  },
  notByWeb: {
    code: "notByWeb",
    message: "この意見募集は、このページでは受け付けていません。",
    remedy: "実施要領の「提出方法」をごらんください。",
  },
  noFiles: {
    code: "noFiles",
    message: "この意見募集では、ファイルを受け付けていません。",
    remedy: "ファイルを外して、意見の欄に書いてください。",
  },
  tooMany: {
    code: "tooMany",
    message: "同じところから短い時間に多くの送信があったので、少し待ってもらっています。",
    remedy: "1分ほどたってから、もう一度「送る」を押してください。入力した内容は残っています。",
  },
  preview: {
    code: "preview",
    message: "公開前の確認の画面なので、送ることはできません。",
    remedy: "公開すると、市民がここから送れるようになります。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
