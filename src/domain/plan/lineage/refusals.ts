import type { Refusal } from "#kernel/result.ts";

export const noPredecessor: Refusal = {
  code: "noPredecessor",
  message: "前の計画が決まっていないか、前の計画に項目がありません。",
  remedy: "「計画の設定」で前の計画を選んでください。",
};

export const nodeGone: Refusal = {
  code: "gone",
  message: "選んだ項目は、削除されたか、この計画のものではありません。",
  remedy: "画面を開き直してください。",
};

export const nothingToTakeBack: Refusal = { code: "nothingToUndo", message: "元に戻せる操作がありません。" };
