import type { Direction } from "../labels.ts";

/**
 * Methods (達成度の計算方法) that turn a baseline (基準値) b, a target (目標値) t and an actual (実績値) a into a rate of attainment (達成率).
 * The numbers M1–M10 are those by which planning offices' manuals name them here; `formula` is what a page shows.
 */
export const methods = {
  ratio: { number: "M1", name: "単純達成率", formula: "実績値 ÷ 目標値 × 100", fits: ["up"] },
  inverseRatio: { number: "M2", name: "単純達成率（減らす指標）", formula: "目標値 ÷ 実績値 × 100", fits: ["down"] },
  mirroredRatio: {
    number: "M2′",
    name: "差引達成率（減らす指標）",
    formula: "（2 − 実績値 ÷ 目標値）× 100",
    fits: ["down"],
  },
  fromBaseline: {
    number: "M3",
    name: "基準値比の進捗率",
    formula: "（実績値 − 基準値）÷（目標値 − 基準値）× 100",
    fits: ["up", "down"],
  },
  pace: {
    number: "M4",
    name: "年次按分",
    formula: "進捗率 ÷（経過年数 ÷ 計画年数 × 100）× 100",
    fits: ["up", "down"],
  },
  keeping: {
    number: "M5",
    name: "維持",
    formula: "目標値以上（以下）か、許す幅の中なら達成",
    fits: ["up", "down", "maintain"],
  },
  band: {
    number: "M6",
    name: "段階（目標・基準との比較）",
    formula: "S 目標に達した / A 基準より良い / B 基準と同じ水準（±10％） / C 基準より悪い",
    fits: ["up", "down"],
  },
  cumulative: {
    number: "M7",
    name: "累計",
    formula: "計画の始めからの実績値の合計 ÷ 目標値 × 100",
    fits: ["up"],
  },
  range: { number: "M8", name: "範囲", formula: "下限 ≦ 実績値 ≦ 上限 なら達成", fits: ["range"] },
  event: { number: "M9", name: "実施の有無", formula: "実施済 100 / 実施中 50 / 未着手 0", fits: ["up"] },
  restraint: {
    number: "M10",
    name: "抑制（減少や増加を食い止める）",
    formula: "（実績値 − すう勢値）÷（目標値 − すう勢値）× 100",
    fits: ["up", "down"],
  },
} as const satisfies Readonly<
  Record<string, { number: string; name: string; formula: string; fits: readonly Direction[] }>
>;

export type Method = keyof typeof methods;

export const methodKeys = Object.keys(methods) as readonly Method[]; // the keys of the table are the methods

/** What a method needs to know of an indicator before any year is measured. */
export interface Aim {
  readonly direction: Direction;
  readonly baseline: number | null;
  /** The last target; for a range its lower end. */
  readonly target: number | null;
  readonly upperTarget: number | null;
  /** Where the value would go if nothing were done (すう勢値), in the target's year. */
  readonly trend: number | null;
}

export type MethodFault =
  | "directionMismatch"
  | "wrongSideOfBaseline"
  | "targetIsBaseline"
  | "zeroTarget"
  | "needsTrend"
  | "trendIsTarget"
  | "needsUpperTarget";

/** What stops a method from being used on an aim, said to the person who chooses it. */
export const methodFaultLabels: Readonly<Record<MethodFault, string>> = {
  directionMismatch: "この計算方法は、選ばれている「望ましい方向」の指標には使えません。",
  wrongSideOfBaseline:
    "目標値が基準値から見て望ましい方向と逆です（減少を食い止める目標など）。基準値比では誤った率になるため、M10 抑制を選んでください。",
  targetIsBaseline: "目標値が基準値と同じです。M5 維持を選んでください。",
  zeroTarget: "目標値が0のときは率を計算できません。M3 基準値比か、M5 維持（達成・未達成）を選んでください。",
  needsTrend: "M10 抑制には、何もしない場合のすう勢値が要ります。すう勢値を入力してください。",
  trendIsTarget: "すう勢値が目標値と同じです。どちらかを確かめてください。",
  needsUpperTarget: "M8 範囲には、目標の上限と下限が要ります。",
};

/**
 * Why a method cannot tell the truth about an aim, or undefined when it fits. An aim that lacks its baseline or target is not at
 * fault here: the indicator's gaps say so. M3 and M4 divide by t − b, so they are refused where the target holds a change back
 * (population 58,852 → 55,000, higher is better: 54,000 would read 126 %).
 */
export function methodFault(method: Method, aim: Aim): MethodFault | undefined {
  const fits: readonly Direction[] = methods[method].fits;
  if (!fits.includes(aim.direction)) return "directionMismatch";
  if (method === "range") return aim.target !== null && aim.upperTarget === null ? "needsUpperTarget" : undefined;
  if (method === "restraint") return restraintFault(aim);
  if (method === "fromBaseline" || method === "pace") return baselineFault(aim);
  if (method === "ratio" || method === "inverseRatio" || method === "mirroredRatio" || method === "cumulative")
    return aim.target === 0 ? "zeroTarget" : undefined;
  return undefined;
}

function baselineFault({ direction, baseline, target }: Aim): MethodFault | undefined {
  if (baseline === null || target === null) return undefined;
  if (baseline === target) return "targetIsBaseline";
  return target > baseline === (direction === "up") ? undefined : "wrongSideOfBaseline";
}

function restraintFault({ target, trend }: Aim): MethodFault | undefined {
  if (trend === null) return "needsTrend";
  return trend === target ? "trendIsTarget" : undefined;
}

/** The method to offer first: the one whose rate says what people take it to say. */
export function suggestedMethod(aim: Aim): Method {
  if (aim.direction === "range") return "range";
  if (aim.direction === "maintain" || (aim.target !== null && aim.target === aim.baseline)) return "keeping";
  if (aim.baseline === null) return aim.direction === "up" && aim.target !== 0 ? "ratio" : "keeping";
  return baselineFault(aim) === "wrongSideOfBaseline" ? "restraint" : "fromBaseline";
}
