import type { Refusal } from "#kernel/result.ts";
import type { FindingKind } from "./detection/finding.ts";
import type { Effect, Policy, Verdict } from "./grants/project.ts";
import type { PathKind } from "./population/path.ts";
import type { StrategyForm } from "./strategy.ts";

export const pathKindLabels: Readonly<Record<PathKind, string>> = {
  record: "実績",
  reference: "社人研準拠",
  own: "独自推計",
};

export const strategyFormLabels: Readonly<Record<StrategyForm, string>> = {
  integrated: "総合計画と一本化",
  priority: "重点プロジェクトを総合戦略とする",
  separate: "別の計画（期間や目標をそろえる）",
};

/** 事業効果, in the words of the state's report form. */
export const effectLabels: Readonly<Record<Effect, string>> = {
  veryEffective: "非常に効果的であった",
  effective: "相当程度効果があった",
  someEffect: "効果があった",
  noEffect: "効果がなかった",
};

/** 外部有識者の評価. */
export const verdictLabels: Readonly<Record<Verdict, string>> = {
  useful: "総合戦略のKPI達成に有効であった",
  notUseful: "総合戦略のKPI達成に有効とは言えない",
};

/** 今後の方針. */
export const policyLabels: Readonly<Record<Policy, string>> = {
  expand: "追加等更に発展させる",
  revise: "事業内容の見直し（改善）",
  continue: "事業の継続",
  stop: "事業の中止",
  end: "予定通り事業終了",
};

/** What each kind of finding is called and what to do about it. */
export const findingWords: Readonly<Record<FindingKind, { readonly title: string; readonly remedy: string }>> = {
  targetsDiffer: {
    title: "同じ指標の目標値が違う",
    remedy: "どちらの目標値を使うかを決め、もう一方を同じ値に直します。わけがあって違うときは、理由を書いて認めます。",
  },
  kpiOutsideMeasures: {
    title: "総合戦略のKPIが、どの施策にも入っていない",
    remedy: "指標のある施策に総合戦略の印を付けるか、KPIの印を外します。",
  },
  grantWithoutPosition: {
    title: "交付金事業の位置づけがない",
    remedy: "総合戦略の基本目標と施策を選びます。交付金の申請と報告には、総合戦略での位置づけが要ります。",
  },
  strategyPeriod: {
    title: "総合戦略と計画の期間が違う",
    remedy: "期間をそろえるか、違うわけを書いて認めます。",
  },
  grantPeriod: {
    title: "交付金事業の期間が、総合戦略の期間に収まっていない",
    remedy: "事業の期間を直すか、総合戦略の期間を延ばします。わけがあるときは、理由を書いて認めます。",
  },
  programmePeriod: {
    title: "交付金事業が、制度のない年度に始まっている",
    remedy: "制度を選び直すか、事業の始まりの年度を直します。",
  },
  goalWithoutFigure: {
    title: "基本目標に数値目標がない",
    remedy: "指標の表で、この基本目標の数値目標にする指標を選びます。施策のKPIとは別に要ります。",
  },
};

export const strategyRefusals = {
  stale: {
    code: "stale",
    message: "ほかの人が先に保存しました。",
    remedy: "画面を開き直すと、いまの内容が出ます。もう一度直してください。",
  },
  wordTaken: {
    code: "wordTaken",
    message: "このアドレスの言葉は、もう使われています。",
    remedy: "ほかの言葉にしてください。",
    fields: { slug: "もう使われています。", code: "もう使われています。" },
  },
  noFigures: {
    code: "noFigures",
    message: "人口の値がありません。",
    remedy: "年と年齢（または総数）の見出しと、人数を入れてください。",
  },
  unreadCells: {
    code: "unreadCells",
    message: "読み取れないところが残っています。",
    remedy: "表を直して、もう一度確かめてください。",
  },
  pathInUse: {
    code: "pathInUse",
    message: "この推計は、計画人口に使われています。",
    remedy: "先に、計画人口にほかの推計を選んでください。",
  },
  noFigureAt: {
    code: "noFigureAt",
    message: "選んだ推計には、その年の総数がありません。",
    remedy: "推計にある年を入れるか、推計の値を取り込んでください。",
    fields: { year: "この年の総数がありません。" },
  },
  goalInUse: {
    code: "goalInUse",
    message: "この基本目標には、施策・指標・交付金事業が結び付いています。",
    remedy: "先に印を外し、交付金事業の位置づけを直してください。",
  },
  frameGoalsInUse: {
    code: "frameGoalsInUse",
    message: "消そうとしている国の目標が、総合戦略の基本目標と対応しています。",
    remedy: "先に、総合戦略の基本目標との対応を直してください。",
  },
  programmeInUse: {
    code: "programmeInUse",
    message: "この制度による交付金事業があります。",
    remedy: "先に、事業の制度を選び直してください。",
  },
  reasonMissing: {
    code: "reasonMissing",
    message: "認める理由を入れてください。",
    remedy: "あとから見た人に分かるように、短く書いてください。公開はされません。",
  },
  nothingMarked: {
    code: "nothingMarked",
    message: "公開する内容がまだありません。",
    remedy: "総合戦略に基本目標を加え、施策と指標に印を付けてから、もう一度準備してください。",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
