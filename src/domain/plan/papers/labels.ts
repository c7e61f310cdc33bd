import type { Refusal } from "#kernel/result.ts";
import type { PaperForm } from "./paper.ts";

export const paperFormLabels: Readonly<Record<PaperForm, string>> = {
  pdf: "PDF（印刷・配布用）",
  word: "Word（編集用）",
  excel: "Excel（一覧・集計用）",
};

export const paperRefusals = {
  noForm: {
    code: "noForm",
    message: "形式が選ばれていません。",
    remedy: "PDF・Word・Excel から選んでください。",
    fields: { form: "形式を選んでください。" },
  },
  notReadable: {
    code: "notReadable",
    message: "選ばれた版は、取り下げられたか、削除されています。",
    remedy: "別の版を選んでください。",
    fields: { source: "別の版を選んでください。" },
  },
} as const satisfies Record<string, Refusal>;
