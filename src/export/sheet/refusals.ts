import type { Refusal } from "#kernel/result.ts";
import { sheetLimits } from "./limits.ts";

const saveAgain = "Excel で開けることを確かめ、「Excel ブック（.xlsx）」で保存し直してから、もう一度選んでください。";

/** Why a file can't be read as a table, in words for the clerk. */
export const sheetRefusals = {
  empty: {
    code: "emptyFile",
    message: "ファイルの中身がありません。",
    remedy: "表の入った Excel または CSV のファイルを選んでください。",
  },
  tooLarge: {
    code: "fileTooLarge",
    message: `ファイルが大きすぎます（上限 ${sheetLimits.bytes / 1024 / 1024}MB）。`,
    remedy: "画像や使わないシートを削るか、表を分けて保存してください。",
  },
  unpacksTooLarge: {
    code: "unpacksTooLarge",
    message: "展開すると大きくなりすぎるファイルなので、安全のため読みません。",
    remedy: "必要な表だけを新しいブックに貼り付けて保存し、そのファイルを選んでください。",
  },
  tooManySheets: {
    code: "tooManySheets",
    message: `シートが多すぎます（上限 ${sheetLimits.sheets}枚）。`,
    remedy: "使うシートだけを新しいブックに移して保存してください。",
  },
  tooManyRows: {
    code: "tooManyRows",
    message: `行が多すぎます（上限 ${sheetLimits.rows / 10_000}万行）。`,
    remedy: "表の下の空の行を削除するか、表を分けて保存してください。",
  },
  tooManyColumns: {
    code: "tooManyColumns",
    message: `列が多すぎます（上限 ${sheetLimits.columns}列）。`,
    remedy: "表の右の使わない列を削除して保存してください。",
  },
  tooManyCells: {
    code: "tooManyCells",
    message: `セルが多すぎます（上限 ${sheetLimits.cells / 10_000}万個）。`,
    remedy: "使わない列やシートを削除するか、表を分けて保存してください。",
  },
  tooMuchText: {
    code: "tooMuchText",
    message: `文字が多すぎます（上限 ${sheetLimits.characters / 10_000}万字）。`,
    remedy: "使わない列やシートを削除するか、表を分けて保存してください。",
  },
  overlappingMerges: {
    code: "overlappingMerges",
    message: "結合セルが多すぎるか、重なっているので、読めません。",
    remedy: "Excel で開き、セルの結合を解除して保存し直してください。",
  },
  declaresEntities: {
    code: "declaresEntities",
    message: "Excel が書かない宣言（DOCTYPE）があるファイルなので、安全のため読みません。",
    remedy: saveAgain,
  },
  encrypted: {
    code: "encrypted",
    message: "パスワードのかかったファイルなので、読めません。",
    remedy: "Excel で開き、「ファイル」→「情報」→「ブックの保護」でパスワードを外して保存し直してください。",
  },
  corrupt: { code: "corruptFile", message: "ファイルが壊れているか、Excel の形式ではありません。", remedy: saveAgain },
  notATable: {
    code: "notATable",
    message: "表のファイルではありません。",
    remedy: "Excel（.xlsx・.xls）または CSV のファイルを選んでください。",
  },
  webPage: {
    code: "webPage",
    message: "名前は Excel ですが、中身はウェブページ（HTML）です。",
    remedy: saveAgain,
  },
  unreadableText: {
    code: "unreadableText",
    message: "CSV の文字コードがわかりません。",
    remedy: "Excel で開き、「CSV UTF-8（コンマ区切り）」で保存し直してください。",
  },
  brokenQuotes: {
    code: "brokenQuotes",
    message: 'CSV の「"」が閉じられていません。',
    remedy: "Excel で開いて表が崩れていないか確かめ、Excel ブック（.xlsx）で保存し直してください。",
  },
  noCells: {
    code: "noCells",
    message: "どのシートにも入力がありません。",
    remedy: "表の入ったファイルを選んでください。",
  },
  tooLong: {
    code: "tooLong",
    message: "読むのに時間がかかりすぎるため、途中でやめました。",
    remedy: "使わないシート・書式・画像を削って保存し直してください。",
  },
} as const satisfies Record<string, Refusal>;

const namedCells = 5;

/** Formulas without the value that was counted last: they are never counted here. */
export function uncountedFormulas(cells: readonly string[]): Refusal {
  const more = cells.length > namedCells ? "など" : "";
  return {
    code: "uncountedFormulas",
    message: `数式が計算されていないセルがあります（${cells.slice(0, namedCells).join("、")}${more}）。`,
    remedy: "Excel で開いて上書き保存すると、計算した値が入ります。値だけを貼り付けたファイルも読めます。",
  };
}

/** Thrown inside the reader's worker; it leaves the worker as a refusal. */
export class SheetRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
