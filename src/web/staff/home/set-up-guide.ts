/** What a city has so far, as far as the guide asks. */
export interface CityState {
  /** Whoever sets the city up enters the first: their own. */
  readonly divisions: number;
  readonly people: number;
  readonly plans: number;
  readonly nodes: number;
  readonly publications: number;
}

/** A step from an empty city to a published plan (はじめの手順). */
export interface GuideStep {
  readonly title: string;
  readonly hint: string;
  readonly href: string;
  readonly isDone: boolean;
}

/** The steps in the order of the work, each with whether it is done. */
export function guideSteps(state: CityState, planHref: string): GuideStep[] {
  const hasPlan = state.plans > 0;
  return [
    {
      title: "部・課を登録する",
      hint: "担当課は、ここに登録した課から選びます。あなたの課のほかに、計画にかかわる課を入れてください。",
      href: "/staff/divisions",
      isDone: state.divisions > 1,
    },
    {
      title: "職員を招待する",
      hint: "メールで招待し、役割と所属を付けます。",
      href: "/staff/people/new",
      isDone: state.people > 1,
    },
    {
      title: "計画を作る",
      hint: "計画名、期間、階層（基本目標・政策・施策など）を決めます。",
      href: hasPlan ? planHref : "/staff/plans/new",
      isDone: hasPlan,
    },
    {
      title: "施策体系を入れる",
      hint: "いまお使いのExcelから取り込むか、画面で書きます。",
      href: hasPlan ? planHref : "/staff/plans",
      isDone: state.nodes > 0,
    },
    {
      title: "公表する",
      hint: "市民に見えるページを確かめてから公表します。",
      href: "/staff/publications",
      isDone: state.publications > 0,
    },
  ];
}

/** Whether the city has come all the way; then the guide is not shown any more. */
export function isSetUp(steps: readonly GuideStep[]): boolean {
  return steps.every((step) => step.isDone);
}
