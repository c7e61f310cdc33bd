import type { Refusal } from "#kernel/result.ts";
import { wordLimits } from "./limits.ts";

const saveAgain = "Word で開けることを確かめ、「Word 文書（.docx）」で保存し直してから、もう一度選んでください。";

/** Why a file can't be read as a Word document, in words for the clerk. */
export const wordRefusals = {
  tooLarge: {
    code: "fileTooLarge",
    message: `ファイルが大きすぎます（上限 ${wordLimits.bytes / 1024 / 1024}MB）。`,
    remedy: "画像を圧縮するか、章ごとに分けて保存してください。",
  },
  unpacksTooLarge: {
    code: "unpacksTooLarge",
    message: "展開すると大きくなりすぎるファイルなので、安全のため読みません。",
    remedy: "必要な文章だけを新しい文書に貼り付けて保存し、そのファイルを選んでください。",
  },
  oldOrLocked: {
    code: "oldOrLocked",
    message: "古い形式（.doc）か、パスワードのかかったファイルなので、読めません。",
    remedy: `パスワードを外してください。${saveAgain}`,
  },
  notWord: { code: "notWord", message: "Word の文書ではありません。", remedy: "Word 文書（.docx）を選んでください。" },
  macros: {
    code: "macros",
    message: "マクロの入った文書は、読み込めません。",
    remedy: `マクロのない形式にしてください。${saveAgain}`,
  },
  unreadable: {
    code: "unreadableFile",
    message: "文書の中に読み取れないところがあるため、読み込めません。",
    remedy: "Word で開き、文章を新しい文書に貼り付けて「Word 文書（.docx）」で保存し、そのファイルを選んでください。",
  },
  corrupt: { code: "corruptFile", message: "ファイルが壊れているか、Word の形式ではありません。", remedy: saveAgain },
  tooLong: {
    code: "tooLong",
    message: "読むのに時間がかかりすぎるため、途中でやめました。",
    remedy: "章ごとに分けて保存し、1つずつ選んでください。",
  },
} as const satisfies Record<string, Refusal>;

/** Thrown inside the reader's worker; it leaves the worker as a refusal. */
export class WordRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
