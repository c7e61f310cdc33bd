import {
  absenceLabels,
  accumulationLabels,
  cadenceLabels,
  directionLabels,
  indicatorKindLabels,
  methodKeys,
  methods,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";

const fieldLabels: Readonly<Record<string, string>> = {
  code: "番号",
  name: "指標名",
  unit: "単位",
  decimals: "小数の桁数",
  direction: "望ましい方向",
  accumulation: "値の数え方",
  kind: "指標の種類",
  meaning: "意味",
  description: "算式・算出方法",
  numeratorName: "分子",
  denominatorName: "分母",
  targetReason: "目標値とした理由",
  comparison: "比較できる参考値",
  method: "達成度の計算方法",
  trend: "すう勢値",
  tolerance: "許す幅",
  updateMonth: "更新月",
  cadence: "取得頻度",
  source: "出典",
  divisionId: "担当課",
  baselineYear: "基準年度",
  baselineValue: "基準値",
  target: "目標値",
  actual: "実績値",
  absence: "実績値がない理由",
  note: "備考",
  numerator: "分子",
  denominator: "分母",
};

/** 「M3 基準値比の進捗率」 by its key. */
export const methodLabels: Readonly<Record<string, string>> = Object.fromEntries(
  methodKeys.map((key) => [key, `${methods[key].number} ${methods[key].name}`]),
);

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
    kind: indicatorKindLabels,
    cadence: cadenceLabels,
    method: methodLabels,
  };
  if (field === "baselineYear" && value !== "") return fiscalYearLabel(Number(value));
  return labels[field]?.[value] ?? value;
}
