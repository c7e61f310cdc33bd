import { nodeFieldLabels, type PlanWithLevels } from "#domain/plan/index.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { yearsOf } from "#kernel/period.ts";
import { workbookBytes, type Column, type Sheet } from "./workbook/index.ts";

/** The heads of an empty sheet for a plan: its own levels, then the indicator, then the texts of a measure's page. */
function headsOf(plan: PlanWithLevels): string[] {
  const years = yearsOf(plan);
  const before = [2, 1].map((ago) => `実績値(${fiscalYearShort(plan.startYear - ago)})`);
  return [
    ...plan.levels.map(({ name }) => name),
    "担当課",
    "重点",
    "指標名",
    "単位",
    "望ましい方向",
    "現状値の年度",
    "現状値",
    ...before,
    ...years.map((year) => `目標値(${fiscalYearShort(year)})`),
    "算出方法",
    "出典",
    "SDGs",
    ...Object.values(nodeFieldLabels),
  ];
}

const guide: readonly (readonly [string, string])[] = [
  ["階層の列", "番号と名前を「1-1 防災」のように書きます。上の行と同じときは空けておいて構いません。"],
  ["指標", "1行に1つ書きます。2つ目からは、階層の列を空けて次の行に書きます。"],
  ["望ましい方向", "「上げる」「下げる」「維持」「範囲」のどれかを書きます。"],
  [
    "値",
    "数字で書きます。「5年間で3人」のような言葉は、取り込むときに読み方をおたずねします。値がないときは「−」と書きます。",
  ],
  ["年度", "「R7」「令和7年度」「2025」のどれでも構いません。"],
  ["SDGs", "目標の番号を書きます。直接かかわるものは「◎3」、関連するものは「○4」とします。"],
  ["列", "使わない列は消して構いません。列を加えたり、並べ替えたりしても読めます。"],
];

/** An empty workbook (ひな形) with the plan's own levels, ready to be filled in and imported. */
export async function importTemplate(plan: PlanWithLevels): Promise<Uint8Array<ArrayBuffer>> {
  const columns = headsOf(plan).map((heading, index) => templateColumn(heading, index < plan.levels.length));
  const tree: Sheet = { name: "施策体系と指標", columns, rows: [], frozenColumns: plan.levels.length };
  return workbookBytes({ title: `${plan.name}　取込みのひな形`, madeOn: "2026-04-01", sheets: [tree, guideSheet] });
}

/** The levels are texts, so that Excel does not make a day of 「1-2」. */
function templateColumn(heading: string, isLevel: boolean): Column {
  return isLevel ? { heading, width: 32, kind: "text" } : { heading, width: 14, kind: "any" };
}

const guideSheet: Sheet = {
  name: "書き方",
  columns: [
    { heading: "項目", width: 16, kind: "text" },
    { heading: "書き方", width: 90, kind: "text" },
  ],
  rows: guide,
};
