/** The form of the workbook in which the values of a plan's indicators go out and come back. Writer and reader share it. */
export const valueSheets = { actuals: "実績値", targets: "目標値" } as const;

export type ValueKind = keyof typeof valueSheets;

export const kinds: readonly ValueKind[] = ["actuals", "targets"];

/** The sheet of what actuals are counted from (分子・分母), for the indicators that name both. */
export const countsSheet = "分子と分母";

/** The sheet that nobody sees, with what stood in the plan when the file was written. */
export const memorySheet = "書き出したときの値";

/** Headings of the columns before the years. */
export const headings = {
  id: "指標ID",
  code: "番号",
  measure: "施策",
  name: "指標名",
  unit: "単位",
  division: "担当課",
} as const;

export const memoryHeadings = [
  headings.id,
  headings.code,
  headings.name,
  valueSheets.actuals,
  valueSheets.targets,
] as const;
