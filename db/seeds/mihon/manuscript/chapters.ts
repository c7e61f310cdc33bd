/** A chapter or section of the sample's document: what it said in the 骨子案, and what it says from the 素案 on. */
export interface SampleSection {
  readonly title: string;
  readonly division: string;
  readonly outline: string;
  readonly text: string;
  readonly sections?: readonly SampleSection[];
  /** The measures of the plan stand below it. */
  readonly holdsTree?: true;
}

const planning = { division: "企画課" } as const;

export const sampleChapters: readonly SampleSection[] = [
  {
    ...planning,
    title: "計画の策定に当たって",
    outline: "",
    text: "",
    sections: [
      {
        ...planning,
        title: "策定の趣旨",
        outline: "第2次総合計画が令和8年度で終わるため、新しい計画を策定します。",
        text: "第2次みほん市総合計画が令和8年度で終わるため、令和9年度から13年度までを期間とする前期基本計画を策定します。\n人口の減少と災害の激しさが、これまでの想定を超えて進んでいます。市民と市が、めざすまちの姿を分かち合い、限られた財源と人を何に使うかを、ともに考え、ともに決めるための計画です。",
      },
      {
        ...planning,
        title: "計画の構成と期間",
        outline: "・基本構想\n・基本計画",
        text: "計画は、次の2つで構成します。\n・基本構想：めざす都市像と、まちづくりの目標を定めます。期間は令和9年度から18年度までの10年間です。\n・前期基本計画：目標を実現するための施策と成果指標を定めます。期間は令和9年度から13年度までの5年間です。",
      },
      {
        ...planning,
        title: "市民とともに進めるために",
        outline: "アンケート、ワークショップ、懇談会、意見募集を行います。",
        text: "策定に当たっては、アンケート、ワークショップ、地区ごとの懇談会、意見募集を行い、届いた意見の一つ一つについて、市の考え方と、計画のどこが変わったかを公表します。\n策定のあとも、施策ごとに市民・事業者・市の役割を示し、進みぐあいを毎年公表します。",
      },
    ],
  },
  {
    ...planning,
    title: "基本構想",
    outline: "",
    text: "",
    sections: [
      {
        ...planning,
        title: "将来都市像",
        outline: "山と川に抱かれ、人がつながるまち",
        text: "山と川に抱かれ、人がつながる　いつもの暮らしを誇れるまち みほん\n豊かな水と緑の中で、となりの人と声をかけ合いながら、ふだんの暮らしを大切にできるまちをめざします。",
      },
      {
        ...planning,
        title: "まちづくりの目標",
        outline: "6つの目標を定めます。",
        text: "将来都市像を実現するため、7つの基本目標を定め、どの目標にも成果指標を置いて、達成の度合いを確かめます。",
      },
    ],
  },
  { ...planning, title: "前期基本計画", outline: "", text: "", holdsTree: true },
  {
    ...planning,
    title: "計画の進め方",
    outline: "毎年度、成果指標で進みぐあいを確かめます。",
    text: "毎年度、施策ごとに成果指標の実績を確かめ、担当課、企画課、外部の委員の順に評価します。評価の結果は公表し、翌年度の予算と事業の見直しに使います。\n社会の状況が大きく変わったときは、期間の途中でも計画を改めます。",
  },
];

/** The words of the whole document (用語). */
export const sampleTerms = [
  {
    term: "成果指標",
    reading: "せいかしひょう",
    meaning: "施策によって暮らしがどう良くなったかを、数で確かめるためのものさし。",
  },
  { term: "基本構想", reading: "きほんこうそう", meaning: "まちの将来の姿と、まちづくりの目標を定めたもの。" },
] as const;
