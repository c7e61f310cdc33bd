import type { SamplePlan } from "../sample-plan.ts";
import { goals } from "./goals.ts";
import { withRegister } from "./register.ts";

/** The sample city's plan in force: complete, with every page of a measure written out. */
export const mihonPlan: SamplePlan = {
  slug: "2027",
  kind: "basicPlan",
  name: "第3次みほん市総合計画 前期基本計画",
  vision: "山と川に抱かれ、人がつながる　いつもの暮らしを誇れるまち みほん",
  summary: [
    "これは、総合計画のソフトウェア「ともに」の見本です。みほん市は実在しません。書かれている人、団体、数値はすべて架空のものです。",
    "この計画は、令和9年度から令和18年度までの基本構想に基づき、初めの5年間（令和9〜13年度）に行うことをまとめたものです。人口減少の克服と地域の活性化を目的とする「地方版総合戦略」を兼ねています。",
    "将来都市像の実現に向けて、7つの基本目標、20の政策、49の施策を定め、施策ごとに、目指す姿、取組、役割、指標を示しました。",
  ].join("\n"),
  period: { startYear: 2027, endYear: 2031 },
  division: "企画課",
  predecessor: "2022",
  levels: [
    { name: "基本目標", codePattern: "{n}", evaluator: "部長会議", hasPage: false },
    { name: "政策", codePattern: "{parent}-{n}", evaluator: "部長", hasPage: false },
    { name: "施策", codePattern: "{parent}-{n}", evaluator: "課長", hasPage: true },
  ],
  nodes: withRegister(goals),
  sdgGapNotes: [
    {
      goal: 14,
      explanation:
        "みほん市には海がないため、海を直接の対象とする施策はありません。川のごみを減らし、汚れた水をきれいにして返すこと（施策5-2-1、5-3-2）が、下流の海を守ることにつながります。",
    },
  ],
};
