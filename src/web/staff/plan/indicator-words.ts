import { absenceLabels, accumulationLabels, directionLabels } from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";

const fieldLabels: Readonly<Record<string, string>> = {
  code: "番号",
  name: "指標名",
  unit: "単位",
  decimals: "小数の桁数",
  direction: "望ましい方向",
  accumulation: "値の数え方",
  description: "説明・算出方法",
  source: "出典",
  divisionId: "担当課",
  baselineYear: "基準年度",
  baselineValue: "基準値",
  target: "目標値",
  actual: "実績値",
  absence: "実績値がない理由",
  note: "備考",
};

/** What a field of the indicator's form is called, its year left out. */
export function fieldLabel(name: string): string {
  return fieldLabels[name.replace(/-\d{4}$/, "")] ?? name;
}

/** A value of a choice in words; other values as they are. */
export function choiceWords(name: string, value: string): string {
  const field = name.replace(/-\d{4}$/, "");
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    direction: directionLabels,
    accumulation: accumulationLabels,
    absence: absenceLabels,
  };
  if (field === "baselineYear" && value !== "") return fiscalYearLabel(Number(value));
  return labels[field]?.[value] ?? value;
}
