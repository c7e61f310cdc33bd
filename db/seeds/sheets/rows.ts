import { goals } from "../mihon/goals.ts";
import type { SampleIndicator, SampleNode } from "../sample-plan.ts";
import { asFullWidth, baselineYear, messyTarget, messyValue, type MessyCell } from "./cells.ts";

/** One line of the sheet: an indicator with everything left of it. Equal keys of neighbours are merged. */
export interface MessyRow {
  readonly goal: string;
  readonly policy: string;
  readonly measure: string;
  readonly cells: readonly MessyCell[];
}

/** The first edition: the goals 1 to 4 of the sample plan, 31 measures. */
export function messyRows(): MessyRow[] {
  return rowsOf(goals.slice(0, 4));
}

/**
 * The second edition: 1-1-1 renamed with a new target, 1-1-3 dropped, 2-1-3 given to another division,
 * 4-2-1 with an indicator less, and a measure added at the end of policy 4-3.
 */
export function secondEditionRows(): MessyRow[] {
  return rowsOf(goals.slice(0, 4).map((goal, index) => editGoal(goal, index + 1)));
}

function editGoal(goal: SampleNode, number: number): SampleNode {
  return {
    ...goal,
    children: (goal.children ?? []).map((policy, index) => editPolicy(policy, `${number}-${index + 1}`)),
  };
}

function editPolicy(policy: SampleNode, code: string): SampleNode {
  const measures = (policy.children ?? []).flatMap((measure, index) => edit(measure, `${code}-${index + 1}`));
  return { ...policy, children: code === "4-3" ? [...measures, added] : measures };
}

function edit(measure: SampleNode, code: string): SampleNode[] {
  const indicators = measure.indicators ?? [];
  if (code === "1-1-3") return [];
  if (code === "2-1-3") return [{ ...measure, division: "生涯学習課" }];
  if (code === "4-2-1") return [{ ...measure, indicators: indicators.slice(0, -1) }];
  if (code !== "1-1-1") return [measure];
  const [first, ...others] = indicators;
  const raised = first ? [{ ...first, targets: { ...first.targets, 2031: 95 } }] : [];
  return [{ ...measure, title: "地域みんなで防災力を高める", indicators: [...raised, ...others] }];
}

const added: SampleNode = {
  title: "みほん市の魅力を発信する",
  keyword: "シティプロモーション",
  division: "企画課",
  indicators: [
    {
      name: "市の公式SNSの登録者数",
      unit: "人",
      accumulation: "pointInTime",
      description: "",
      source: "",
      baseline: { year: 2025, value: 6350 },
      targets: { 2027: 7500, 2029: 9000, 2031: 10500 },
      actuals: { 2023: 4210, 2024: 5480, 2025: 6350 },
    },
  ],
};

function rowsOf(plan: readonly SampleNode[]): MessyRow[] {
  return plan.flatMap((goal, g) =>
    (goal.children ?? []).flatMap((policy, p) =>
      (policy.children ?? []).flatMap((measure, m) => measureRows(measure, [{ goal, policy }, g + 1, p + 1, m + 1])),
    ),
  );
}

type Place = readonly [
  above: { readonly goal: SampleNode; readonly policy: SampleNode },
  g: number,
  p: number,
  m: number,
];

function measureRows(measure: SampleNode, [above, g, p, m]: Place): MessyRow[] {
  const goal = `${asFullWidth(g)}　${above.goal.title}【${above.goal.keyword ?? ""}】`;
  const policy = `${g}-${p} ${above.policy.title}`;
  const title = `${asFullWidth(`${g}-${p}-${m}`)}　${measure.title}【${measure.keyword ?? ""}】`;
  return (measure.indicators ?? []).map((indicator, index) => {
    const left = [goal, policy, title, measure.division ?? "", measure.isPriority ? "○" : ""];
    const seed = g * 31 + p * 7 + m * 3 + index;
    return { goal, policy, measure: title, cells: [...left, ...indicatorCells(indicator, seed), budget(seed - index)] };
  });
}

const directions = { up: "↑", down: "↓", maintain: "→", range: "範囲" } as const;

function indicatorCells(indicator: SampleIndicator, seed: number): MessyCell[] {
  const isUnitInName = seed % 6 === 0 && !indicator.name.includes("（");
  const write = (value: number) => messyValue(value, { seed, indicator });
  return [
    isUnitInName ? `${indicator.name}（${indicator.unit}）` : indicator.name,
    isUnitInName ? "" : seed % 5 === 0 ? `(${indicator.unit})` : indicator.unit,
    directions[indicator.direction ?? "up"],
    baselineYear(indicator.baseline.year, seed),
    "value" in indicator.baseline ? write(indicator.baseline.value) : indicator.baseline.words,
    ...[2022, 2023, 2024, 2025].map((year) => actualCell(indicator.actuals?.[year], write)),
    ...[2027, 2028, 2029, 2030, 2031].map((year) => messyTarget(indicator.targets[year], write)),
  ];
}

const absences = { notSurveyed: "－", notReleased: "未公表", counting: "集計中" } as const;

function actualCell(
  actual: number | keyof typeof absences | undefined,
  write: (value: number) => MessyCell,
): MessyCell {
  if (actual === undefined) return "－";
  return typeof actual === "number" ? write(actual) : absences[actual];
}

/** A column that no plan needs, with separators and minus signs as finance divisions type them. */
function budget(seed: number): MessyCell {
  const thousands = (seed * 7919) % 96000;
  if (seed % 9 === 0) return `△${(thousands % 5000).toLocaleString("en-US")}`;
  return seed % 4 === 0 ? "－" : thousands.toLocaleString("en-US");
}
