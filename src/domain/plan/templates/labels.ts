import type { Refusal } from "#kernel/result.ts";
import { longestTemplateName, type TemplateState } from "./template.ts";

export const templateStateLabels: Readonly<Record<TemplateState, string>> = {
  kept: "登録しただけ",
  used: "使用中",
  withdrawn: "使用をやめた",
};

export const templateRefusals = {
  noName: {
    code: "noName",
    message: "名前が入っていません。",
    remedy: "「令和8年度の書式」のように、見分けられる名前を入れてください。",
    fields: { name: "名前を入れてください。" },
  },
  longName: {
    code: "longName",
    message: `名前が長すぎます（上限 ${longestTemplateName}字）。`,
    remedy: "短くしてください。",
    fields: { name: `${longestTemplateName}字までにしてください。` },
  },
  alreadyUsed: {
    code: "alreadyUsed",
    message: "このひな形は、すでに使われています。",
    remedy: "ほかの人が先に切り替えたのかもしれません。一覧で確かめてください。",
  },
  notUsed: {
    code: "notUsed",
    message: "このひな形は、使われていません。",
    remedy: "ほかの人が先にやめたのかもしれません。一覧で確かめてください。",
  },
  gone: {
    code: "templateGone",
    message: "このひな形のファイルは、もうありません。",
    remedy: "ひな形を登録し直してください。",
  },
} as const satisfies Record<string, Refusal>;
