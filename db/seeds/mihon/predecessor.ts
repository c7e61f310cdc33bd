import type { SampleIndicator, SampleNode, SamplePlan } from "../sample-plan.ts";

/** The plan before it (令和4〜8年度): titles and a few indicators, enough to follow what became of each measure. */
export const mihonPredecessor: SamplePlan = {
  slug: "2022",
  kind: "basicPlan",
  name: "第2次みほん市総合計画 後期基本計画",
  vision: "緑と清流　ふれあいのまち みほん",
  summary: "これは見本です。みほん市は実在しません。令和8年度に終わる計画のうち、施策の体系と主な指標を収めています。",
  period: { startYear: 2022, endYear: 2026 },
  division: "企画課",
  levels: [
    { name: "基本目標", codePattern: "{n}", evaluator: "部長会議", hasPage: false },
    { name: "政策", codePattern: "{parent}-{n}", evaluator: "部長", hasPage: false },
    { name: "施策", codePattern: "{parent}-{n}", evaluator: "課長", hasPage: true },
  ],
  nodes: [
    goal("災害に強く安全なまち", [
      [
        "防災・消防の充実",
        [
          ["防災体制の強化", "危機管理課", training()],
          ["消防・救急体制の充実", "危機管理課"],
          ["治水・治山の推進", "建設課"],
        ],
      ],
      [
        "生活の安全の確保",
        [
          ["交通安全・防犯の推進", "危機管理課", accidents()],
          ["消費生活の安定", "市民課"],
        ],
      ],
    ]),
    goal("子どもが健やかに育つまち", [
      [
        "子育て支援の充実",
        [
          ["母子保健の充実", "こども課"],
          ["保育サービスの充実", "こども課", waiting()],
          ["放課後児童対策の推進", "こども課"],
        ],
      ],
      [
        "学校教育の充実",
        [
          ["学力の向上", "学校教育課", lessons()],
          ["教育環境の整備", "学校教育課", toilets()],
          ["学校給食の充実", "学校教育課"],
        ],
      ],
      [
        "生涯学習・スポーツの振興",
        [
          ["生涯学習・図書館の充実", "生涯学習課"],
          ["スポーツの振興", "生涯学習課"],
          ["文化財の保護と活用", "生涯学習課"],
        ],
      ],
    ]),
    goal("支え合い健康に暮らせるまち", [
      [
        "健康と医療の充実",
        [
          ["健康づくりの推進", "健康課", checkups()],
          ["地域医療の確保", "健康課"],
        ],
      ],
      [
        "福祉の充実",
        [
          ["地域福祉の推進", "福祉課"],
          ["障がい者福祉の充実", "福祉課"],
          ["高齢者福祉の充実", "高齢者支援課"],
          ["介護保険の適正な運営", "高齢者支援課"],
        ],
      ],
    ]),
    goal("活力ある産業のまち", [
      [
        "農林業の振興",
        [
          ["農業の振興", "農林課"],
          ["林業の振興と鳥獣対策", "農林課"],
        ],
      ],
      [
        "商工業・観光の振興",
        [
          ["商工業の振興", "商工観光課"],
          ["雇用対策の推進", "商工観光課"],
          ["観光の振興", "商工観光課", stays()],
        ],
      ],
    ]),
    goal("快適で自然と共生するまち", [
      [
        "環境の保全",
        [
          ["地球温暖化対策の推進", "環境課"],
          ["ごみの減量と資源化", "環境課", waste()],
          ["自然環境の保全", "環境課"],
        ],
      ],
      [
        "都市基盤の整備",
        [
          ["計画的な土地利用", "都市計画課"],
          ["道路・橋りょうの整備", "建設課"],
          ["公共交通の確保", "都市計画課"],
          ["上下水道の整備", "上下水道課"],
          ["住宅・公園の整備", "都市計画課"],
        ],
      ],
    ]),
    goal("協働と健全な行政のまち", [
      [
        "市民協働の推進",
        [
          ["市民協働・自治会活動の推進", "市民協働課"],
          ["人権尊重・男女共同参画の推進", "市民協働課"],
          ["広報・広聴の充実", "企画課"],
        ],
      ],
      [
        "行財政運営の推進",
        [
          ["行政改革の推進", "総務課"],
          ["健全な財政運営", "財政課"],
          ["移住・定住の促進", "企画課"],
        ],
      ],
    ]),
  ],
  sdgGapNotes: [],
};

type MeasureRow = readonly [title: string, division: string, indicator?: SampleIndicator];

function goal(
  title: string,
  policies: readonly (readonly [title: string, measures: readonly MeasureRow[]])[],
): SampleNode {
  const measure = ([name, division, indicator]: MeasureRow): SampleNode => ({
    title: name,
    division,
    indicators: indicator ? [indicator] : [],
  });
  return { title, children: policies.map(([name, measures]) => ({ title: name, children: measures.map(measure) })) };
}

function training(): SampleIndicator {
  return {
    name: "自主防災訓練の実施率",
    unit: "％",
    decimals: 1,
    description: "訓練を行った自主防災組織の割合",
    source: "危機管理課調べ",
    baseline: { year: 2020, value: 35.7 },
    targets: { 2026: 80 },
    actuals: { 2022: 41.7, 2023: 52.4, 2024: 57.1, 2025: 60.7 },
  };
}

function accidents(): SampleIndicator {
  return {
    name: "交通事故の発生件数",
    unit: "件",
    direction: "down",
    description: "市内の人身事故の件数（1〜12月）",
    source: "みほん警察署",
    baseline: { year: 2020, value: 121 },
    targets: { 2026: 90 },
    actuals: { 2022: 108, 2023: 102, 2024: 96, 2025: 94 },
  };
}

function waiting(): SampleIndicator {
  return {
    name: "待機児童数（4月1日）",
    unit: "人",
    direction: "down",
    accumulation: "pointInTime",
    description: "国の定義による待機児童の数",
    source: "こども課調べ",
    baseline: { year: 2020, value: 3 },
    targets: { 2026: 0 },
    actuals: { 2022: 0, 2023: 0, 2024: 0, 2025: 0 },
  };
}

function lessons(): SampleIndicator {
  return {
    name: "「授業がよく分かる」と答えた小学6年生の割合",
    unit: "％",
    decimals: 1,
    description: "国語と算数の平均",
    source: "全国学力・学習状況調査",
    baseline: { year: 2021, value: 78.8 },
    targets: { 2026: 85 },
    actuals: { 2022: 79.6, 2023: 80.4, 2024: 80.1, 2025: 81.3 },
  };
}

function toilets(): SampleIndicator {
  return {
    name: "小中学校のトイレの洋式化率",
    unit: "％",
    decimals: 1,
    accumulation: "pointInTime",
    description: "便器のうち洋式の割合",
    source: "学校教育課調べ",
    baseline: { year: 2020, value: 49.6 },
    targets: { 2026: 80 },
    actuals: { 2022: 58.8, 2023: 63.0, 2024: 67.4, 2025: 71.5 },
  };
}

function checkups(): SampleIndicator {
  return {
    name: "特定健診の受診率",
    unit: "％",
    decimals: 1,
    description: "国民健康保険の加入者の受診率",
    source: "法定報告",
    baseline: { year: 2020, value: 39.4 },
    targets: { 2026: 60 },
    actuals: { 2022: 43.9, 2023: 45.5, 2024: 46.8, 2025: "notReleased" },
  };
}

function stays(): SampleIndicator {
  return {
    name: "延べ宿泊者数",
    unit: "人泊",
    description: "市内の延べ宿泊者数（1〜12月）",
    source: "商工観光課調べ",
    baseline: { year: 2020, value: 71000 },
    targets: { 2026: 160000 },
    actuals: { 2022: 98000, 2023: 121000, 2024: 138000, 2025: 146000 },
  };
}

function waste(): SampleIndicator {
  return {
    name: "市民1人1日当たりのごみの排出量",
    unit: "g",
    direction: "down",
    description: "ごみの総量÷人口÷365日",
    source: "一般廃棄物処理実態調査",
    baseline: { year: 2020, value: 812 },
    targets: { 2026: 740 },
    actuals: { 2022: 781, 2023: 762, 2024: 748, 2025: "counting" },
  };
}
