import ExcelJS from "exceljs";
import { nodeFieldLabels, type PlanWithLevels } from "#domain/plan/index.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { yearsOf } from "#kernel/period.ts";

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
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("施策体系と指標", {
    views: [{ state: "frozen", xSplit: plan.levels.length, ySplit: 1 }],
  });
  const head = sheet.addRow(headsOf(plan));
  head.font = { bold: true };
  head.alignment = { vertical: "middle", wrapText: true };
  head.eachCell((cell) => (cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8F1FE" } }));
  plan.levels.forEach((_, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = 32;
    column.numFmt = "@"; // as text, so that Excel does not make a day of 「1-2」
  });
  const pages = book.addWorksheet("書き方");
  pages.addRows(guide.map((line) => [...line]));
  pages.getColumn(1).width = 16;
  pages.getColumn(2).width = 90;
  return new Uint8Array(await book.xlsx.writeBuffer());
}
