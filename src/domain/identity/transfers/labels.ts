import type { Refusal } from "#kernel/result.ts";
import type { TransferField } from "./line.ts";

/** The heads of the columns, as the list is written out. */
export const fieldHeads: Readonly<Record<TransferField, string>> = {
  name: "氏名",
  kana: "ふりがな",
  employeeNumber: "職員番号",
  email: "メール",
  division: "新しい部課",
  title: "職名",
  roles: "役割",
  effectiveOn: "発令日",
  retires: "退職",
};

export const moveLabels = {
  joins: "採用",
  returns: "再開",
  moves: "異動",
  retires: "退職",
  roles: "役割の変更",
  facts: "氏名などの変更",
  unchanged: "変わらない",
} as const;

export const faultReasons = {
  noName: "氏名が空です。",
  noKey: "職員番号かメールのどちらかが要ります。",
  badEmail: "メールアドレスの形ではありません。",
  twoPeople: (a: string, b: string) => `職員番号は${a}さんのもの、メールは${b}さんのものです。`,
  otherNumber: (number: string) => `この人の職員番号は ${number} で登録されています。番号は職員のページで直します。`,
  keyTaken: (row: number) => `${row}行目の人と同じです。`,
  unknownDivision:
    "その日には、この名前の部・課がありません。組織のページの名前か、「総務部 企画課」のように書いてください。",
  manyDivisions: (paths: string) => `同じ名前の部・課がいくつもあります（${paths}）。上の部の名前から書いてください。`,
  noDivision: "部・課が空です。退職するときは「退職」の列に○を付けてください。",
  unknownRole: (words: string) => `役割の名前ではありません。次のどれかです: ${words}`,
  noRole: "役割が空です。退職するときは「退職」の列に○を付けてください。",
  contractor: "受託者の役割には終わりの日が要るため、職員のページで一人ずつ付けます。",
  badDay: "日付として読めません。「令和9年4月1日」「2027/4/1」のように書いてください。",
  noDay: "発令日が空です。",
  otherDay: (day: string) => `ほかの行の発令日（${day}）と違います。発令日ごとに別のファイルにしてください。`,
  badRetires: "退職する人に○を付け、ほかは空けてください。",
  retiresUnknown: "登録のない人は、退職にできません。",
  retiresWithPost: "退職する人の行がほかにもあります。1行だけにしてください。",
  retiredAlready: "すでに利用を終えた人です。",
  leavesSoon: (day: string) => `${day}に利用を終えることになっています。先に職員のページで取り消してください。`,
  samePost: (row: number) => `${row}行目と同じ部・課と職名です。`,
  differentFacts: (row: number) => `同じ人の${row}行目と違います。`,
} as const;

export const transferRefusals = {
  noHeader: {
    code: "noHeader",
    message: "見出しの行が見つかりません。",
    remedy: "「氏名」と、「職員番号」か「メール」の列がある行が要ります。書き出した表をもとにしてください。",
    fields: { file: "見出しのある表を選んでください。" },
  },
  noColumn: (names: string): Refusal => ({
    code: "noColumn",
    message: `「${names}」の列がありません。`,
    remedy: "書き出した表の見出しのまま使ってください。列の順番は変えて構いません。",
    fields: { file: `「${names}」の列を加えてください。` },
  }),
  noLines: {
    code: "noLines",
    message: "見出しの下に、人の行がありません。",
    remedy: "異動する人を1行に1つの所属で書いてください。",
    fields: { file: "人の行のある表を選んでください。" },
  },
  hasFaults: {
    code: "hasFaults",
    message: "直すところがあるため、登録できません。",
    remedy: "ファイルを直して、もう一度読み込んでください。まだ何も変わっていません。",
  },
  nothing: { code: "nothing", message: "変わる人がいません。", remedy: "このまま取りやめてください。" },
  changedMeanwhile: {
    code: "changedMeanwhile",
    message: "確かめているあいだに、職員や組織の登録が変わりました。",
    remedy: "新しい内容をもう一度確かめてから登録してください。",
  },
  notDraft: { code: "notDraft", message: "この人事異動は、もう登録されたか取りやめられています。" },
  tooLate: {
    code: "tooLate",
    message: "発令日になったため、まとめて取り消せません。",
    remedy: "職員のページで一人ずつ直してください。",
  },
  touched: (names: string): Refusal => ({
    code: "touched",
    message: `登録のあとに変更された人がいるため、まとめて取り消せません（${names}）。`,
    remedy: "職員のページで一人ずつ直してください。",
  }),
} as const;
