import {
  countsSheet,
  countsText,
  headings,
  isCounted,
  memoryHeadings,
  memoryRows,
  memorySheet,
  valueSheets,
  type PlanWithLevels,
  type RegisterLine,
  actualText,
  targetText,
} from "#domain/plan/index.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { workbookBytes, type Cell, type Column, type Sheet } from "./workbook/index.ts";

interface IndicatorWorkbook {
  readonly plan: PlanWithLevels;
  readonly lines: readonly RegisterLine[];
  readonly years: readonly number[];
  /** The name of a division (課) by its id. */
  readonly divisionName: (id: string | null) => string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** The values of a plan's indicators as a workbook that can come back: actuals and targets on a sheet each, and what stood there on a hidden one. */
export async function indicatorWorkbook(input: IndicatorWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const { plan, lines, years, day } = input;
  const indicators = lines.map(({ indicator }) => indicator);
  const memory: Sheet = {
    name: memorySheet,
    columns: memoryHeadings.map((heading) => ({ heading, width: 20, kind: "text" })),
    rows: memoryRows({ planId: plan.id, years, indicators }),
    isHidden: true,
  };
  const counted = lines.filter(isCounted);
  const sheets = [
    valueSheet(input, valueSheets.actuals, actualCell),
    valueSheet(input, valueSheets.targets, targetCell),
    ...(counted.length > 0 ? [valueSheet({ ...input, lines: counted }, countsSheet, countsCell)] : []),
    guideSheet,
    memory,
  ];
  return workbookBytes({ title: `${plan.name}　指標の値`, madeOn: day, sheets });
}

type CellOf = (line: RegisterLine, year: number) => Cell;

function valueSheet({ lines, years, divisionName }: IndicatorWorkbook, name: string, cellOf: CellOf): Sheet {
  const locked = { kind: "text", isLocked: true } as const;
  const columns: Column[] = [
    { ...locked, heading: headings.id, width: 8, isHidden: true },
    { ...locked, heading: headings.code, width: 12 },
    { ...locked, heading: headings.measure, width: 28 },
    { ...locked, heading: headings.name, width: 36 },
    { ...locked, heading: headings.unit, width: 8 },
    { ...locked, heading: headings.division, width: 16 },
    ...years.map((year) => ({ heading: fiscalYearLabel(year), width: 14, kind: kindOf(name) })),
  ];
  const rows = lines.map((line): Cell[] => [
    line.indicator.id,
    line.indicator.code,
    `${line.measure.code} ${line.measure.title}`.trim(),
    line.indicator.name,
    line.indicator.unit,
    divisionName(line.divisionId),
    ...years.map((year) => cellOf(line, year)),
  ]);
  return { name, columns, rows, frozenColumns: 4, isProtected: true };
}

/** 「3/10」 would become a day under Excel's eyes. */
function kindOf(name: string): Column["kind"] {
  return name === countsSheet ? "text" : "any";
}

function countsCell({ indicator }: RegisterLine, year: number): Cell {
  const actual = indicator.actuals.find((each) => each.year === year);
  return (actual && countsText(actual)) || null;
}

function actualCell({ indicator }: RegisterLine, year: number): Cell {
  const actual = indicator.actuals.find((each) => each.year === year) ?? null;
  if (actual === null || actual.value === null) return actualText(actual, indicator.decimals) || null;
  return { value: actual.value, decimals: indicator.decimals };
}

function targetCell({ indicator }: RegisterLine, year: number): Cell {
  const target = indicator.targets.find((each) => each.year === year) ?? null;
  if (target === null || target.value === null || target.upperValue !== null)
    return targetText(target, indicator.decimals) || null;
  return { value: target.value, decimals: indicator.decimals };
}

const guide: readonly (readonly [string, string])[] = [
  [
    "このファイル",
    "「実績値」と「目標値」のシートに、指標の値が1行に1つずつ入っています。値を直して、同じ画面から読み込みます。",
  ],
  ["変わるもの", "書き出したときから変えた升目だけが変わります。何も変えずに読み込むと、何も変わりません。"],
  [
    "数",
    "数字で入力します。全角の数字、「1,234」、「△5」も読めます。単位が％の指標は、13.1でも、「％」の書式の13.1%でも読めます。",
  ],
  ["値がないとき", "「−（未調査）」「−（未公表）」「−（集計中）」のどれかを入力します。空欄にすると、値を消します。"],
  ["目標値", "数、範囲（95〜105）、または言葉（年1回）で入力します。"],
  [
    "分子と分母",
    "分子と分母に名前のある指標は、「分子と分母」のシートに「1,269/9,402」のように入力します。実績値を変えていなければ、値は割り算で決まります。",
  ],
  [
    "年度を増やす",
    "右の列の見出しに「令和14年度」のように書くと、その年度の値も読み込めます。シートの保護を外すと、列を加えられます。",
  ],
  ["確定した値", "直すと訂正になります。読み込むときに、訂正の理由を入力します。"],
  ["ほかの人が変えた値", "書き出したあとに画面で変わった値は、読み込むときに見くらべて、どちらにするかを選べます。"],
  ["指標を増やす・減らす", "このファイルではできません。施策のページで、指標を加えたり削除したりします。"],
];

const guideSheet: Sheet = {
  name: "使い方",
  columns: [
    { heading: "項目", width: 20, kind: "text" },
    { heading: "使い方", width: 90, kind: "text" },
  ],
  rows: guide,
};
