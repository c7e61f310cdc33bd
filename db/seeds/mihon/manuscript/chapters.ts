import { progressText } from "./progress-text.ts";

/**
 * A chapter or section of the sample's document: what it said in the 骨子案, and what it says from the 素案 on, in plain notation.
 * 「[[…]]」 stands for a live figure or the picture of `seedTexts`.
 */
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
        text: `第2次みほん市総合計画が令和8年度で終わるため、令和9年度から18年度までの基本構想と、令和13年度までの前期基本計画を策定します。
人口の減少[^国勢調査にならった作りものの数（見本）です。令和13年（2031年）は、市の独自推計（見本）です。]と災害の激しさが、これまでの想定を超えて進んでいます。市民と市が、めざすまちの姿を分かち合い、限られた財源と人を何に使うかを、ともに考え、ともに決めるための計画です。
![2000年の65,200人から2025年の57,010人まで減り続け、2031年は54,600人になる見通しです。]([[picture]] "みほん市の人口の動きと見通し（単位：人。2031年は見通し。見本）")`,
      },
      {
        ...planning,
        title: "計画の構成と期間",
        outline: "・基本構想\n・基本計画",
        text: `計画は、次の3つで構成します。
・基本構想：めざす都市像と、まちづくりの目標を定めます。
・前期基本計画：目標を実現するための[[measures]]と成果指標を定めます。このうち[[priorities]]を重点とします。
・実施計画：施策を進める事業を、3年分、毎年度見直します。
表：計画の構成と期間
|= 計画 |= 期間 | < |= 定めること |
| ^ |= 始まり |= 終わり | ^ |
| 基本構想 | 令和9年度 | 令和18年度 | 将来都市像、まちづくりの目標 |
| 前期基本計画 | 令和9年度 | 令和13年度 | 施策、成果指標 |
| 後期基本計画 | 令和14年度 | 令和18年度 | 前期の評価を受けて定めます |
| 実施計画 | 3年（毎年度見直し） | < | 事業、費用 |`,
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
        outline: "山と川に抱かれ、人がつながるまち みほん",
        text: `山と川に抱かれ、人がつながる　いつもの暮らしを誇れるまち みほん
｜水分山《みくまりやま》に降った雨は、あかね川となり、｜薄衣《うすぎぬ》の宿場を通って田畑をうるおします[^水分山と薄衣は、見本のために付けた地名です。]。豊かな水と緑の中で、となりの人と声をかけ合いながら、ふだんの暮らしを大切にできるまちをめざします。`,
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
    text: progressText,
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
