import type { PolicyBody, PolicyMethod, PolicyPart } from "./formulation.ts";
import type { StageWords } from "./stage.ts";

/** Parts that most cities' 策定方針 have, to begin with; a city changes them as it likes. */
export const usualParts: readonly PolicyPart[] = [
  {
    title: "策定方針について",
    text: "この策定方針は、計画を策定する理由と、策定に当たっての市の基本的な考え方を定めるものです。",
    shows: "outline",
  },
  { title: "計画策定の趣旨", text: "", shows: "nothing" },
  {
    title: "策定の基本的視点",
    text: "(1) 市民との協働による計画づくり\nア 策定の過程を大切にし、市民が意見や提案を出せる場を設けます。",
    shows: "nothing",
  },
  { title: "計画の位置付けと構成", text: "", shows: "nothing" },
  { title: "市民参加の手法と情報公開", text: "", shows: "methods" },
  { title: "庁内の推進体制", text: "", shows: "bodies" },
  { title: "議会との連携", text: "", shows: "nothing" },
  { title: "進捗管理", text: "", shows: "nothing" },
  { title: "策定スケジュール", text: "", shows: "schedule" },
];

export const usualBodies: readonly PolicyBody[] = [
  { name: "総合計画審議会", role: "市長の諮問を受けて計画の案を審議し、答申する" },
  { name: "審議会の部会", role: "施策の目標ごとに案を審議する" },
  { name: "庁議", role: "計画の案を決める" },
  { name: "策定委員会", role: "庁内で計画の案を調査し、作る" },
];

export const usualMethods: readonly PolicyMethod[] = [
  { name: "市民アンケート", timing: "素案の前", detail: "" },
  { name: "ワークショップ", timing: "素案の前", detail: "" },
  { name: "まちづくり懇談会", timing: "素案のあと", detail: "" },
  { name: "パブリックコメント", timing: "素案のあと", detail: "30日以上" },
];

const usualItems = ["定足数を満たした会議で諮った", "会議で出た意見に答えた", "議会の指摘に答えた"];

/** Stages from the first draft until the plan is made (段階). 将来都市像 and 目標 are confirmed at the 基本構想素案; only 最終案 and 議案 are blocked by open points. */
export const usualStages: readonly StageWords[] = [
  usualStage("基本構想素案", { needsConfirmation: true }),
  usualStage("基本計画素案"),
  usualStage("パブリックコメント", { manualItems: ["募集の期間が30日以上あった", "結果を公表した"] }),
  usualStage("中間答申"),
  usualStage("原案"),
  usualStage("最終案", { isFinal: true }),
  usualStage("議案", { isFinal: true, manualItems: ["議案番号と提案理由を確かめた", ...usualItems] }),
  usualStage("議決", { manualItems: ["議決の結果を確かめた"] }),
  usualStage("策定・公表", { manualItems: ["公表の方法を確かめた"] }),
];

function usualStage(name: string, more: Partial<StageWords> = {}): StageWords {
  return {
    name,
    plannedFrom: "",
    plannedUntil: "",
    isFinal: false,
    needsConfirmation: false,
    manualItems: usualItems,
    ...more,
  };
}
