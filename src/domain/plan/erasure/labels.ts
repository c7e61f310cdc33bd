import type { Refusal } from "#kernel/result.ts";
import type { ErasureKind } from "./erasure.ts";

export const erasureKindLabels: Readonly<Record<ErasureKind, string>> = {
  revisions: "版歴",
  import: "取り込んだ表",
  values: "指標の変更の履歴",
  section: "原稿",
};

export const erasureRefusals = {
  reasonMissing: {
    code: "reasonMissing",
    message: "理由を入れてください。",
    remedy: "理由は版歴などに残り、職員が見ます。漏れた情報そのものは書かないでください。",
    fields: { reason: "理由を入れてください。" },
  },
  nothingChosen: {
    code: "nothingChosen",
    message: "消すものが選ばれていません。",
    remedy: "消すものを1つ以上選んでください。",
    fields: { parts: "1つ以上選んでください。" },
  },
  unknownPart: {
    code: "unknownPart",
    message: "選んだものが見つかりません。",
    remedy: "この画面を開き直して、もう一度選んでください。",
  },
  present: {
    code: "present",
    message: "今の内容や、途中の取込みは消せません。",
    remedy: "先に今の内容を直して保存するか、取込みを取りやめてください。直す前の内容が消せるようになります。",
  },
  alreadyErased: {
    code: "alreadyErased",
    message: "すでに消去しました。",
    remedy: "「内容の消去」の一覧で確かめてください。",
  },
  alreadyAsked: {
    code: "alreadyAsked",
    message: "この項目には、確認を待っている消去があります。",
    remedy: "先に「内容の消去」の一覧で、確認するか取り消してください。",
  },
  secondPerson: {
    code: "secondPerson",
    message: "消去を求めた人は、自分では確認できません。",
    remedy: "企画担当かシステム管理者の、別の人に確認を頼んでください。",
  },
  erasedRevision: {
    code: "erasedRevision",
    message: "この版の内容は消去したので、戻せません。",
    remedy: "ほかの版を選ぶか、今の内容を直してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
