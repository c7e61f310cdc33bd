import type { Refusal } from "#kernel/result.ts";
import type { ColumnRole } from "./columns.ts";
import type { QuestionKind } from "./questions.ts";
import type { Remark } from "./reading.ts";
import type { VoiceImport } from "./voice-import.ts";

export const importStateLabels: Readonly<Record<VoiceImport["state"], string>> = {
  open: "途中",
  applying: "取込み中",
  applied: "取込み済み",
  abandoned: "取りやめ",
};

export const importColumnLabels: Readonly<Record<ColumnRole, string>> = {
  ignore: "使わない",
  text: "意見（本文）",
  place: "該当箇所・設問",
  receivedOn: "受付日・回答日",
  way: "受付の方法",
  senderKind: "提出者の区分",
  ageBand: "年代",
  district: "地区",
  name: "氏名",
  organisation: "団体・事業者の名前",
  address: "住所",
  phone: "電話番号",
  email: "メールアドレス",
  wishesReply: "回答の希望",
  wishesPublication: "公開の希望",
  ownNumber: "表の中の番号",
};

export const questionLabels: Readonly<Record<QuestionKind, string>> = {
  sameFile: "同じファイルを前にも取り込んでいます",
  saysNothing: "「特になし」のような回答",
  ageBand: "年代として読めない値",
  district: "まだ登録のない地区",
  senderKind: "提出者の区分として読めない値",
  way: "受付の方法として読めない値",
  wishesReply: "回答の希望として読めない値",
  wishesPublication: "公開の希望として読めない値",
};

export const remarkLabels: Readonly<Record<Remark["kind"], string>> = {
  fault: "このままでは取り込めない",
  leftOut: "取り込まない",
  repeated: "そのまま取り込む",
};

export const importRefusals = {
  empty: {
    code: "empty",
    message: "見出しと行のある表が見つかりません。",
    remedy: "1行目に列の見出し、2行目から1件ずつ意見のある表を選んでください。",
    fields: { file: "表のあるファイルを選んでください。" },
  },
  noText: {
    code: "noText",
    message: "意見（本文）の列が選ばれていません。",
    remedy: "意見の書かれた列を、少なくとも一つ「意見（本文）」にしてください。",
  },
  twice: {
    code: "twice",
    message: "同じ役目の列が二つあります。",
    remedy: "「意見（本文）」のほかは、一つの役目を一つの列だけにしてください。",
  },
  receivedOnWrong: {
    code: "receivedOnWrong",
    message: "日付のない行の受付日がわからないか、今日より後です。",
    remedy: "例：令和8年12月3日、R8.12.3",
    fields: { receivedOn: "受付日を入れてください。" },
  },
  unanswered: {
    code: "unanswered",
    message: "答えの選ばれていないところがあります。",
    remedy: "すべての値について、どう取り込むかを選んでください。",
  },
  nothingToTake: {
    code: "nothingToTake",
    message: "取り込める意見がありません。",
    remedy: "列の役目と、下の一覧を確かめてください。",
  },
  changed: {
    code: "changed",
    message: "確認したあとで、読み取った内容か地区が変わりました。",
    remedy: "もう一度内容を確かめて、取り込んでください。",
  },
  notOpen: {
    code: "notOpen",
    message: "この取込みは、もう途中ではありません。",
    remedy: "取込みのページで、いまの状態を確かめてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Rows that cannot be taken hold the whole import up, until a person says that they stay out. */
export function hasFaults(count: number): Refusal {
  return {
    code: "hasFaults",
    message: `このままでは取り込めない行が${count}か所あります。`,
    remedy: "表を直して読み込み直すか、「取り込めない行を除いて取り込む」を選んでください。",
  };
}
