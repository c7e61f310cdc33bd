import type { Refusal } from "#kernel/result.ts";
import type { ColumnRole } from "./import/columns.ts";
import type { StatisticImport } from "./import/statistic-import.ts";
import type { Absence, Direction } from "./item.ts";

/** What stands in a table where there is no number, and what it means. */
export const absenceSigns: Readonly<Record<Absence, string>> = { notApplicable: "－", confidential: "X", unknown: "…" };
export const statisticAbsenceLabels: Readonly<Record<Absence, string>> = {
  notApplicable: "該当する数値がない",
  confidential: "秘匿",
  unknown: "不詳",
};

export const betterLabels: Readonly<Record<Direction, string>> = {
  up: "大きいほどよい（大きい順）",
  down: "小さいほどよい（小さい順）",
};
export const noBetterLabel = "よい・悪いの向きはない（大きい順）";

export const columnRoleLabels: Readonly<Record<ColumnRole, string>> = {
  ignore: "取り込まない",
  code: "団体コード",
  prefecture: "都道府県名",
  name: "団体名",
  year: "年度",
  item: "項目の値",
  itemName: "項目名",
  itemUnit: "単位",
  yearValue: "ある年度の値",
};

export const statisticImportStateLabels: Readonly<Record<StatisticImport["state"], string>> = {
  open: "途中",
  applying: "取り込んでいます",
  applied: "取り込みました",
  abandoned: "取りやめ",
};

export const statisticRefusals = {
  stale: {
    code: "stale",
    message: "ほかの人が先に直しました。",
    remedy: "ページを開き直して、いまの内容を確かめてから、もう一度直してください。",
  },
  notOpen: {
    code: "notOpen",
    message: "この取込みは、もう進められません。",
    remedy: "取込みの一覧で状態を確かめてください。",
  },
  empty: {
    code: "empty",
    message: "このファイルには、表がありません。",
    remedy: "値の入った表のあるファイルを選んでください。",
    fields: { file: "表がありません。" },
  },
  noItems: {
    code: "noItems",
    message: "取り込む値の列がありません。",
    remedy: "値の入った列を「項目の値」か「ある年度の値」にしてください。",
  },
  noItemNames: {
    code: "noItemNames",
    message: "項目名の列がありません。",
    remedy: "年度が横に並ぶ表では、項目の名前の列を「項目名」にしてください。",
  },
  noYears: {
    code: "noYears",
    message: "何年度の値かがわかりません。",
    remedy: "「年度」の列を選ぶか、表全体の年度を入れてください。",
    fields: { year: "年度を入れてください。例：令和3年度" },
  },
  changed: {
    code: "changed",
    message: "確認のあとに、統計か表の読み方が変わりました。",
    remedy: "変わるところをもう一度確かめて、取り込んでください。まだ何も変わっていません。",
  },
  nameTaken: {
    code: "nameTaken",
    message: "同じ名前のグループがあります。",
    remedy: "別の名前にしてください。",
    fields: { name: "同じ名前のグループがあります。" },
  },
  groupNameMissing: {
    code: "groupNameMissing",
    message: "グループの名前を入れてください。",
    remedy: "例：類似団体、近隣市",
    fields: { name: "グループの名前を入れてください。" },
  },
  groupEmpty: {
    code: "groupEmpty",
    message: "比べる市町村がありません。",
    remedy: "一つ以上の市町村を入れてください。",
    fields: { members: "一つ以上の市町村を入れてください。" },
  },
  groupInUse: {
    code: "groupInUse",
    message: "このグループは、施策の統計で使われています。",
    remedy: "先に、施策のページでその統計を外してください。",
  },
  alreadyCited: {
    code: "alreadyCited",
    message: "この統計は、もう付いています。",
    remedy: "比べる相手や説明を変えるときは、いったん外してから付け直してください。",
    fields: { item: "もう付いています。" },
  },
  noItemChosen: {
    code: "noItemChosen",
    message: "統計が選ばれていません。",
    remedy: "一覧から選んでください。",
    fields: { item: "統計を選んでください。" },
  },
  nothingPublic: {
    code: "nothingPublic",
    message: "公開する項目が選ばれていません。",
    remedy: "統計データのページで、公開する項目に印を付けてください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export function hasErrors(count: number): Refusal {
  return {
    code: "hasErrors",
    message: `直すところが${count}か所あります。`,
    remedy: "表を直して、もう一度ファイルを読み込んでください。一部だけを取り込むことはありません。",
  };
}

export function hasUnknown(count: number): Refusal {
  return {
    code: "hasUnknown",
    message: `だれのものかわからない団体が${count}あります。`,
    remedy: "表の団体名を直すか、「わからない団体の行を除いて取り込む」を選んでください。",
  };
}

export function codeTaken({ code, name }: { readonly code: string; readonly name: string }): Refusal {
  return {
    code: "codeTaken",
    message: `「${name}」（番号 ${code}）は、別の統計データにあります。`,
    remedy: "「表の読み方」に戻り、入れ先にその統計データを選んでください。",
  };
}
