import type { SamplePlan } from "../sample-plan.ts";

// Facts: the city's pages on its comprehensive plan (docs/2013013100153, docs/2021060900022,
// gyoseijoho/seisaku_keikaku/3450.html) and the published drafts of the basic concept and the first basic plan.
// Titles are as published. Where those pages stop, the plan says so instead of guessing.

const source =
  "出典：千曲市公式サイト「千曲市総合計画」のページ、公表資料「第二次千曲市総合計画・基本構想（案）」「前期基本計画（案）」。千曲市が作成し、または確認したものではありません。";

const concept: SamplePlan = {
  slug: "concept-2017",
  kind: "basicConcept",
  name: "第二次千曲市総合計画 基本構想",
  vision: "",
  summary: [
    source,
    "期間は平成29年度から令和8年度までの10年間です。基本理念は「共生」「交流」「協働」のまちづくりです。人口ビジョンは、令和22年（2040年）に人口5万人を維持することとしています。",
    "平成29年度からの前期基本計画に続く後期基本計画（令和4〜8年度）は作られず、令和3年に、令和4年度からの第三次総合計画を作ることが決まりました。",
    "公開資料から読み取れるのは章の題名までです。各章の本文は収めていません。",
  ].join("\n"),
  period: { startYear: 2017, endYear: 2026 },
  levels: [{ name: "章", codePattern: "第{n}章", evaluator: "", hasPage: false }],
  nodes: [
    { title: "まちづくりの基本理念" },
    { title: "千曲市の将来の姿" },
    { title: "まちづくりの基本目標" },
    { title: "土地利用の方針" },
    { title: "まちづくりの達成方針" },
  ],
  sdgGapNotes: [],
};

const firstBasicPlan: SamplePlan = {
  slug: "2017",
  kind: "basicPlan",
  name: "第二次千曲市総合計画 前期基本計画",
  vision: "",
  summary: [
    source,
    "期間は平成29年度から令和3年度までの5年間です。実施計画は3年間で、毎年見直すこととされていました。総合戦略（平成27〜令和元年度）は、指標の目標だけを改めて令和3年度まで延長されました。",
    "施策の体系のうち、公開資料から読み取れるのは、第1章（1-1から1-6まで）と第2章（2-1から2-5まで）だけです。第3章より後の章、施策の本文、指標は収めていません。",
  ].join("\n"),
  period: { startYear: 2017, endYear: 2021 },
  predecessor: "concept-2017",
  levels: [
    { name: "章", codePattern: "{n}", evaluator: "", hasPage: false },
    { name: "施策", codePattern: "{parent}-{n}", evaluator: "", hasPage: true },
  ],
  nodes: [
    {
      title: "千曲の魅力で創生する賑わいと活力あるまち",
      children: [
        { title: "交流を活発にする都市空間を整備する", keyword: "都市基盤" },
        { title: "連携による千曲市産業の基盤をつくる", keyword: "産業連携" },
        { title: "多様な産業群のイノベーション（革新・刷新）による産業の活性化を図る", keyword: "産業振興" },
        { title: "訪れたくなるまちを育てる", keyword: "観光交流" },
        { title: "安定した雇用を創出する", keyword: "雇用" },
        { title: "住んでみたい、住み続けたいまちをつくる", keyword: "移住・定住" },
      ],
    },
    {
      title: "安心して子育てができ、のびやかに育ち学べるまち",
      children: [
        { title: "「千曲っ子」を元気に生み育てられる環境をつくる", keyword: "子育て" },
        { title: "子どもがのびやかに育ち、生きる力を育む環境をつくる", keyword: "教育" },
        { title: "学びや芸術・スポーツを通じ、人と地域の魅力を高める", keyword: "生涯学習スポーツ文化芸術" },
        { title: "個性と能力を発揮できる男女共同参画社会をつくる", keyword: "男女共同参画" },
        { title: "国際性の豊かな人とまちをつくる", keyword: "多文化共生" },
      ],
    },
  ],
  sdgGapNotes: [],
};

/** What is published of a real city's plans, oldest first. */
export const chikumaPlans: readonly SamplePlan[] = [concept, firstBasicPlan];
