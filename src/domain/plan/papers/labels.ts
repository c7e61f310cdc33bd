import type { Refusal } from "#kernel/result.ts";
import type { PaperForm, PaperKind } from "./paper.ts";

export const paperFormLabels: Readonly<Record<PaperForm, string>> = {
  pdf: "PDF（印刷・配布用）",
  word: "Word（編集用）",
  excel: "Excel（一覧・集計用）",
};

export const paperKindLabels: Readonly<Record<PaperKind, string>> = {
  main: "本編",
  summary: "概要版",
  annex: "資料編",
  errata: "正誤表",
};

export const paperRefusals = {
  noKind: {
    code: "noKind",
    message: "種類が選ばれていません。",
    remedy: "本編・概要版・資料編・正誤表から選んでください。",
    fields: { kind: "種類を選んでください。" },
  },
  noErrata: {
    code: "noErrata",
    message: "選ばれた内容に、正誤表はありません。",
    remedy: "正誤表は、誤りを知らせた版から作れます。先に、版のページで「誤りを加える」を使ってください。",
    fields: { kind: "別の種類を選んでください。" },
  },
  mainOnly: {
    code: "mainOnly",
    message: "Excelで作れるのは本編だけです。",
    remedy: "形式をPDFかWordにするか、種類を本編にしてください。",
    fields: { form: "PDFかWordを選んでください。" },
  },
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
