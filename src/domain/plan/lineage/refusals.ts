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

export const sideMissing: Refusal = {
  code: "sideMissing",
  message: "前の計画と新しい計画の、両方の項目を選んでください。",
  remedy: "片方だけのときは、区分で「終了」か「新規」を選びます。",
};

export const manyToMany: Refusal = {
  code: "manyToMany",
  message: "両方で2つ以上を選ぶことはできません。",
  remedy: "分割は前の計画から1つ、統合は新しい計画から1つを選んでください。",
};

export const linkedMeanwhile: Refusal = {
  code: "linkedMeanwhile",
  message: "開いている間に、選んだ施策のどれかを、ほかの人が対応づけました。何も変えていません。",
  remedy: "残っている候補を確かめて、もう一度押してください。",
};
