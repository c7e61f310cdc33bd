import type { Ctx } from "#domain/audit/index.ts";
import { planSnapshot, type Plan } from "#domain/plan/index.ts";
import { keepBackgroundEntry, type Register } from "#domain/statistics/index.ts";
import { expectAccepted } from "../outcome.ts";

interface SampleEntry {
  readonly register: Register;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Keywords of the measures that it leads to. */
  readonly measures: readonly string[];
}

/** The background of the sample plan. What is said of the city is invented; the plans above it are too. */
const entries: readonly SampleEntry[] = [
  {
    register: "trend",
    title: "人口減少と少子高齢化の進行",
    fields: {
      summary: "生まれる子どもが減り、高齢者の割合が高まっている。",
      source: "みほん市企画課「統計みほん」（見本）",
      meaning: "担い手が減るなかで、介護や見守りの必要は増える。子育てしやすさが、まちの将来を左右する。",
    },
    measures: ["保育", "介護予防・生きがい", "移住・定住"],
  },
  {
    register: "trend",
    title: "自然災害の激しさ",
    fields: {
      summary: "短い時間の強い雨が増え、川や山の災害が起こりやすくなっている。",
      source: "みほん県「気候の記録」（見本）",
      meaning: "川沿いの住宅地で、早めの避難とふだんの備えが欠かせない。",
    },
    measures: ["防災", "治水・治山", "避難所・備蓄"],
  },
  {
    register: "trend",
    title: "デジタル技術の広がり",
    fields: {
      summary: "手続きや仕事の多くが、オンラインでできるようになった。",
      source: "みほん市情報政策課「利用状況の調査」（見本）",
      meaning: "窓口に来なくても済む手続きを増やせる。使い慣れない人を置き去りにしない手当てもいる。",
    },
    measures: ["行政デジタル化"],
  },
  {
    register: "issue",
    title: "通院と買い物の足の確保",
    fields: {
      currentState: "路線バスの便が減り、車を運転しない高齢者が増えている。",
      issue: "山あいの地区で、通院や買い物に困る人が出ている。",
      grounds: "65歳以上の人口の割合（見本）、市民アンケートの自由記述（見本）",
      field: "交通・福祉",
    },
    measures: ["公共交通", "生活支援"],
  },
  {
    register: "issue",
    title: "公共施設の老朽化",
    fields: {
      currentState: "建ててから30年を超えた施設が、全体の半分を超えた。",
      issue: "すべてを建て替えると、財政がもたない。",
      grounds: "財政力指数・将来負担比率（見本）、施設の台帳（見本）",
      field: "財政",
    },
    measures: ["財政・公共施設", "学校施設"],
  },
  {
    register: "upperPlan",
    title: "みほん県総合計画（見本）",
    fields: {
      tier: "県",
      body: "みほん県",
      period: "令和8年度〜令和12年度",
      relation: "防災と子育ての目標を、市の計画でも受けています。",
    },
    measures: ["防災", "保育"],
  },
  {
    register: "upperPlan",
    title: "みほん広域圏計画（見本）",
    fields: {
      tier: "広域",
      body: "みほん広域連合",
      period: "令和7年度〜令和11年度",
      relation: "ごみ処理と消防は、広域で進めます。",
    },
    measures: ["ごみ・資源循環", "消防・救急"],
  },
];

/** Writes the registers with their ways to the measures of the plan. */
export async function seedMihonBackground(ctx: Ctx, plan: Plan): Promise<void> {
  const { nodes, levels } = await planSnapshot(ctx, plan.id);
  const paged = new Set(levels.filter(({ hasPage }) => hasPage).map(({ depth }) => depth));
  for (const { measures, ...entry } of entries) {
    const nodeIds = measures.map((keyword) => {
      const node = nodes.find((each) => each.keyword === keyword && paged.has(each.depth));
      if (!node) throw new Error(`seed: no measure has the keyword ${keyword}`);
      return node.id;
    });
    expectAccepted(await keepBackgroundEntry(ctx, { ...entry, nodeIds }), entry.title);
  }
}
