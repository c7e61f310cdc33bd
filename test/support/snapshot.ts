import { richTextOf } from "#kernel/rich-text.ts";
import { emptyRegisterEntry } from "#domain/plan/indicators/register.ts";
import type { IndicatorSnapshot, NodeSnapshot, PlanSnapshot } from "#domain/plan/snapshot.ts";

/** A stable id for the n-th thing of a snapshot. */
function idOf(n: number): string {
  return `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

const divisions = {
  planning: { name: "総務部 企画課", phone: "026-000-0011", email: "kikaku@mihon.example.jp" },
  crisis: { name: "総務部 危機管理課", phone: "026-000-0012", email: "kikikanri@mihon.example.jp" },
  school: { name: "教育部 学校教育課", phone: "026-000-0021", email: "gakko@mihon.example.jp" },
  child: { name: "こども部 こども未来課", phone: "026-000-0022", email: "kodomo@mihon.example.jp" },
  transport: { name: "建設部 都市交通課", phone: "026-000-0031", email: "kotsu@mihon.example.jp" },
} as const;

interface NodeSketch extends Partial<NodeSnapshot> {
  readonly n: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly code: string;
  readonly title: string;
}

function node({ n, parent, ...rest }: NodeSketch): NodeSnapshot {
  return {
    id: idOf(n),
    parentId: parent === null ? null : idOf(parent),
    order: n,
    keyword: "",
    isPriority: false,
    division: null,
    relatedDivisions: [],
    fields: {},
    relatedPlans: [],
    terms: [],
    sdgs: [],
    repeats: [],
    origins: [],
    indicators: [],
    ...rest,
  };
}

interface IndicatorSketch extends Partial<IndicatorSnapshot> {
  readonly n: number;
  readonly code: string;
  readonly name: string;
}

function indicator({ n, ...rest }: IndicatorSketch): IndicatorSnapshot {
  return {
    ...emptyRegisterEntry,
    targetSets: [],
    id: idOf(100 + n),
    unit: "",
    decimals: 0,
    direction: "up",
    accumulation: "singleYear",
    description: "",
    source: "",
    division: "",
    baseline: { year: 2025, value: null, words: "" },
    targets: [],
    actuals: [],
    ...rest,
  };
}

/** One target with a value, no upper end and no words. */
function target(year: number, value: number) {
  return { year, value, upperValue: null, words: "" };
}

const uncounted = { numerator: null, denominator: null } as const;

function measured(year: number, value: number, note = "") {
  return { year, value, absence: null, note, ...uncounted };
}

function absent(year: number, absence: "notSurveyed" | "notReleased" | "counting", note = "") {
  return { year, value: null, absence, note, ...uncounted };
}

const disasterMeasure = node({
  n: 3,
  parent: 2,
  depth: 3,
  code: "1-1-1",
  title: "地域の防災力を高める",
  keyword: "防災",
  isPriority: true,
  division: divisions.crisis,
  relatedDivisions: ["建設部 河川課", "健康福祉部 福祉課"],
  fields: {
    vision: richTextOf("災害が起きても、だれも取り残されず、命が守られるまちになっています。"),
    currentState: richTextOf(
      "令和元年の台風では、避難所の場所を知らない世帯が多くありました。\n\n・自主防災組織のない区が4つあります\n・避難に手助けが要る人の計画づくりが進んでいません",
    ),
    direction: richTextOf("自主防災組織への支援を強め、避難の計画を地域とともにつくります。"),
    initiatives: richTextOf("・避難訓練の実施\n・ハザードマップの全戸配布\n・防災行政無線の更新"),
    citizenRole: richTextOf("日頃から備え、訓練に参加します。"),
    businessRole: richTextOf("災害時の協定に参加し、従業員の安全を守ります。"),
    cityRole: richTextOf("情報を早く正しく伝え、避難所を整えます。"),
  },
  relatedPlans: [{ name: "みほん市地域防災計画", period: "令和7年度〜" }],
  terms: [{ term: "自主防災組織", meaning: "地域の人びとが自分たちでつくる、災害に備える組織。" }],
  sdgs: [
    { goal: 11, strength: "direct", targets: ["11.5", "11.b"], reason: "災害による被害を減らすため" },
    { goal: 13, strength: "related", targets: ["13.1"], reason: "気候変動による水害に備えるため" },
  ],
  indicators: [
    indicator({
      n: 1,
      code: "1-1-1-①",
      name: "自主防災組織のある区の割合",
      unit: "%",
      decimals: 1,
      accumulation: "pointInTime",
      description: "自主防災組織のある区 ÷ すべての区",
      source: "危機管理課調べ",
      division: divisions.crisis.name,
      baseline: { year: 2021, value: 88.2, words: "" },
      targets: [target(2026, 94), target(2031, 100)],
      actuals: [
        measured(2022, 89.7),
        measured(2023, 91.2),
        absent(2024, "notSurveyed", "区の再編のため"),
        measured(2025, 94.1),
      ],
    }),
    indicator({
      n: 2,
      code: "1-1-1-②",
      name: "防災訓練に参加した人の数",
      unit: "人",
      description: "年度中に市と区が行った訓練の参加者の延べ数",
      source: "危機管理課調べ",
      division: divisions.crisis.name,
      baseline: { year: 2021, value: 1820, words: "" },
      targets: [target(2031, 5000)],
      actuals: [measured(2022, 2450), measured(2023, 3105), measured(2024, 3980), absent(2025, "counting")],
    }),
  ],
});

const fireMeasure = node({
  n: 4,
  parent: 2,
  depth: 3,
  code: "1-1-2",
  title: "消防と救急の体制を整える",
  keyword: "消防・救急",
  division: divisions.crisis,
  fields: {
    vision: richTextOf("火災や急な病気のとき、すぐに助けが届くまちになっています。"),
    currentState: richTextOf("消防団員の数が減り続けています。"),
    direction: richTextOf("消防団に入りやすい仕組みをつくります。"),
    citizenRole: richTextOf("住宅用火災警報器を付けます。"),
    cityRole: richTextOf("消防団の装備を新しくします。"),
  },
  sdgs: [{ goal: 11, strength: "related", targets: ["11.5"], reason: "火災の被害を減らすため" }],
  indicators: [
    indicator({
      n: 3,
      code: "1-1-2-①",
      name: "火災の発生件数",
      unit: "件",
      direction: "down",
      description: "年間の火災の件数",
      source: "消防年報",
      division: divisions.crisis.name,
      baseline: { year: 2021, value: 24, words: "" },
      targets: [target(2031, 15)],
      actuals: [measured(2022, 22), measured(2023, 25), measured(2024, 19), measured(2025, 18)],
    }),
  ],
});

const transportMeasure = node({
  n: 6,
  parent: 5,
  depth: 3,
  code: "1-2-1",
  title: "だれもが使える公共交通をつくる",
  keyword: "公共交通",
  division: divisions.transport,
  relatedDivisions: ["健康福祉部 高齢福祉課"],
  fields: {
    vision: richTextOf("車がなくても、通院や買い物に困らない暮らしができています。"),
    currentState: richTextOf("路線バスの利用者は10年で3割減りました。"),
    direction: richTextOf("予約に応じて走る乗り合いタクシーを広げます。"),
    initiatives: richTextOf("・乗り合いタクシーの運行\n・バス停の屋根とベンチの整備"),
    citizenRole: richTextOf("公共交通を使って支えます。"),
    businessRole: richTextOf("従業員の通勤に公共交通をすすめます。"),
    cityRole: richTextOf("事業者とともに路線と時刻を見直します。"),
  },
  relatedPlans: [{ name: "みほん市地域公共交通計画", period: "令和6年度〜令和10年度" }],
  terms: [{ term: "デマンド交通", meaning: "予約に応じて走る乗り合いの交通。" }],
  sdgs: [{ goal: 11, strength: "direct", targets: ["11.2"], reason: "だれもが使える交通を保つため" }],
  indicators: [
    indicator({
      n: 4,
      code: "1-2-1-①",
      name: "乗り合いタクシーの利用者数",
      unit: "人",
      description: "年間の延べ利用者数",
      source: "都市交通課調べ",
      division: divisions.transport.name,
      baseline: { year: 2021, value: 12400, words: "" },
      targets: [target(2026, 18000), target(2031, 24000)],
      actuals: [measured(2022, 14200), measured(2023, 15900), measured(2024, 17150), measured(2025, 19020)],
    }),
    indicator({
      n: 5,
      code: "1-2-1-②",
      name: "バス停の段差をなくした箇所",
      unit: "箇所",
      accumulation: "cumulative",
      source: "都市交通課調べ",
      division: divisions.transport.name,
      baseline: { year: null, value: null, words: "なし" },
      targets: [{ year: 2031, value: null, upperValue: null, words: "5年間で10箇所" }],
    }),
  ],
});

const schoolMeasure = node({
  n: 9,
  parent: 8,
  depth: 3,
  code: "2-1-1",
  title: "学校の学びを豊かにする",
  keyword: "学校教育",
  isPriority: true,
  division: divisions.school,
  relatedDivisions: ["こども部 こども未来課"],
  fields: {
    vision: richTextOf("子どもたちが、自分の学びたいことを見つけ、友だちとともに育っています。"),
    currentState: richTextOf(
      "児童の数は減り、学校の建物は古くなっています。\n\n・一人一台の端末は行き渡りました\n・通学に30分以上かかる子どもがいます",
    ),
    direction: richTextOf("小学校の統合と改築を進め、地域に開かれた学校をつくります。"),
    initiatives: richTextOf("・みほん小学校の改築\n・スクールバスの運行\n・外国語指導助手の配置"),
    citizenRole: richTextOf("学校の活動に加わり、子どもを見守ります。"),
    businessRole: richTextOf("職場体験を受け入れます。"),
    cityRole: richTextOf("学ぶ場所と人を整えます。"),
  },
  relatedPlans: [{ name: "みほん市教育大綱", period: "令和8年度〜令和12年度" }],
  terms: [{ term: "コミュニティ・スクール", meaning: "保護者や地域の人が学校の運営に加わる仕組み。" }],
  sdgs: [
    { goal: 4, strength: "direct", targets: ["4.1", "4.7", "4.a"], reason: "質の高い学びを保障するため" },
    { goal: 10, strength: "related", targets: ["10.2"], reason: "家庭の事情で差が出ないようにするため" },
  ],
  repeats: [idOf(10)],
  indicators: [
    indicator({
      n: 6,
      code: "2-1-1-①",
      name: "学校が楽しいと答えた児童の割合",
      unit: "%",
      decimals: 1,
      description: "全国学力・学習状況調査の質問への回答（小学6年生）",
      source: "全国学力・学習状況調査",
      division: divisions.school.name,
      baseline: { year: 2021, value: 83.4, words: "" },
      targets: [target(2031, 90)],
      actuals: [measured(2022, 84.1), absent(2023, "notSurveyed"), measured(2024, 85.9), absent(2025, "notReleased")],
    }),
    indicator({
      n: 7,
      code: "2-1-1-②",
      name: "1学級の児童の数",
      unit: "人",
      decimals: 1,
      direction: "range",
      accumulation: "pointInTime",
      source: "学校基本調査",
      division: divisions.school.name,
      baseline: { year: 2021, value: 24.6, words: "" },
      targets: [{ year: 2031, value: 20, upperValue: 28, words: "" }],
      actuals: [measured(2022, 24.1), measured(2023, 23.7), measured(2024, 23.2), measured(2025, 22.8)],
    }),
  ],
});

const childMeasure = node({
  n: 10,
  parent: 8,
  depth: 3,
  code: "2-1-2",
  title: "安心して子どもを産み育てられるまちにする",
  keyword: "子育て",
  division: divisions.child,
  fields: {
    vision: richTextOf("子どもの笑顔が増え、子育ての悩みをひとりで抱える人がいなくなっています。"),
    currentState: richTextOf("相談の件数が増え、窓口が足りません。"),
    direction: richTextOf("こども家庭センターを開きます。"),
    citizenRole: richTextOf("地域の子どもに声をかけます。"),
    cityRole: richTextOf("切れ目なく相談に応じます。"),
  },
  sdgs: [
    { goal: 3, strength: "direct", targets: ["3.1", "3.2"], reason: "母と子の健康を守るため" },
    { goal: 5, strength: "related", targets: ["5.4"], reason: "育児を分かち合えるようにするため" },
  ],
  indicators: [
    indicator({
      n: 8,
      code: "2-1-2-①",
      name: "保育所の待機児童の数",
      unit: "人",
      direction: "maintain",
      accumulation: "pointInTime",
      source: "こども未来課調べ（4月1日）",
      division: divisions.child.name,
      baseline: { year: 2021, value: 0, words: "" },
      targets: [target(2031, 0)],
      actuals: [measured(2022, 0), measured(2023, 2), measured(2024, 0), measured(2025, 0)],
    }),
  ],
});

/** みほん市's plan as it would be published: two goals, three policies, five measures with pages, eight indicators. */
export function mihonSnapshot(): PlanSnapshot {
  return structuredClone({
    plan: {
      id: idOf(90),
      slug: "second-half",
      kind: "basicPlan",
      name: "みほん市総合計画 後期基本計画",
      vision: "ともに考え、ともにつくる　笑顔のまち",
      summary: "令和9年度から令和13年度までの、みほん市のまちづくりの基本となる計画です。",
      startYear: 2027,
      endYear: 2031,
    },
    levels: [
      { depth: 1, name: "基本目標", hasPage: false },
      { depth: 2, name: "政策", hasPage: false },
      { depth: 3, name: "施策", hasPage: true },
    ],
    nodes: [
      node({ n: 1, parent: null, depth: 1, code: "1", title: "安全で暮らしやすいまち", keyword: "安全" }),
      node({ n: 2, parent: 1, depth: 2, code: "1-1", title: "災害に強いまちをつくる" }),
      disasterMeasure,
      fireMeasure,
      node({ n: 5, parent: 1, depth: 2, code: "1-2", title: "移動しやすいまちをつくる" }),
      transportMeasure,
      node({ n: 7, parent: null, depth: 1, code: "2", title: "子どもが健やかに育つまち", keyword: "子ども" }),
      node({ n: 8, parent: 7, depth: 2, code: "2-1", title: "育ちと学びを支える" }),
      schoolMeasure,
      childMeasure,
    ],
    sdgGapNotes: [{ goal: 14, explanation: "海に面していないため、川の水を守る取組として目標6で取り組みます。" }],
    predecessor: null,
    removedIndicators: [],
    endings: [],
  });
}
