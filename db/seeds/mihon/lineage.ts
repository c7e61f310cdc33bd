import type { Ctx } from "#domain/audit/index.ts";
import {
  continueIndicator,
  lineageBoard,
  linkNodes,
  planById,
  seriesOffers,
  type Evolution,
  type LineageBoard,
  type Plan,
} from "#domain/plan/index.ts";
import { expectAccepted } from "../outcome.ts";

/** What became of an old goal or measure, by its title: the keywords of the new ones, 深化, and what was deepened. */
interface Fate {
  readonly old: string;
  /** Empty: it ends. */
  readonly into: readonly string[];
  readonly evolution?: Evolution;
  readonly note?: string;
}

const goals: readonly Fate[] = [
  { old: "災害に強く安全なまち", into: ["安全・安心"] },
  { old: "子どもが健やかに育つまち", into: ["子ども・教育"] },
  { old: "支え合い健康に暮らせるまち", into: ["健康・福祉"] },
  { old: "活力ある産業のまち", into: ["産業・交流"] },
  {
    old: "快適で自然と共生するまち",
    into: ["環境", "まちづくり・歴史"],
    note: "環境とまちづくりを、それぞれの目標に分けました。",
  },
  { old: "協働と健全な行政のまち", into: ["協働・行財政"] },
];

const measures: readonly Fate[] = [
  {
    old: "防災体制の強化",
    into: ["防災", "避難所・備蓄"],
    evolution: "expand",
    note: "避難所での暮らしを、一つの施策として取り出しました。",
  },
  { old: "消防・救急体制の充実", into: ["消防・救急"], evolution: "improve" },
  { old: "治水・治山の推進", into: ["治水・治山"], evolution: "expand", note: "流域治水の考え方を加えました。" },
  {
    old: "交通安全・防犯の推進",
    into: ["通学路・交通安全", "防犯・消費生活"],
    evolution: "improve",
    note: "通学路の安全を重点にしました。",
  },
  {
    old: "消費生活の安定",
    into: ["防犯・消費生活"],
    evolution: "keep",
    note: "特殊詐欺を防ぐ取組と一緒に進めます。",
  },
  { old: "母子保健の充実", into: ["母子保健"], evolution: "improve" },
  { old: "保育サービスの充実", into: ["保育"], evolution: "expand" },
  { old: "放課後児童対策の推進", into: ["放課後"], evolution: "expand", note: "休日の居場所まで広げました。" },
  { old: "学力の向上", into: ["学校教育"], evolution: "improve", note: "点数だけでなく、学ぶ楽しさを目標にしました。" },
  { old: "教育環境の整備", into: ["学校施設"], evolution: "expand" },
  { old: "学校給食の充実", into: ["学校給食"], evolution: "keep" },
  { old: "生涯学習・図書館の充実", into: ["図書館", "生涯学習"], evolution: "improve" },
  { old: "スポーツの振興", into: ["スポーツ"], evolution: "keep" },
  { old: "文化財の保護と活用", into: ["文化財"], evolution: "improve", note: "宿場の町並みを生かす取組を加えました。" },
  { old: "健康づくりの推進", into: ["健康づくり"], evolution: "improve" },
  { old: "地域医療の確保", into: ["地域医療"], evolution: "keep" },
  {
    old: "地域福祉の推進",
    into: ["地域福祉", "生活支援"],
    evolution: "expand",
    note: "困りごとを丸ごと受け止める相談を始めます。",
  },
  { old: "障がい者福祉の充実", into: ["障がい者福祉"], evolution: "keep" },
  { old: "高齢者福祉の充実", into: ["介護予防・生きがい", "介護・認知症"], evolution: "improve" },
  {
    old: "介護保険の適正な運営",
    into: [],
    note: "介護保険事業計画で進めることにし、総合計画の施策からは外しました。",
  },
  { old: "農業の振興", into: ["農業"], evolution: "expand" },
  { old: "林業の振興と鳥獣対策", into: ["林業・鳥獣対策"], evolution: "improve" },
  { old: "商工業の振興", into: ["商工業"], evolution: "keep" },
  { old: "雇用対策の推進", into: ["雇用・創業"], evolution: "expand", note: "創業の支援を加えました。" },
  { old: "観光の振興", into: ["観光"], evolution: "expand" },
  { old: "地球温暖化対策の推進", into: ["脱炭素"], evolution: "expand" },
  { old: "ごみの減量と資源化", into: ["ごみ・資源循環"], evolution: "improve" },
  { old: "自然環境の保全", into: ["自然環境", "生活環境"], evolution: "keep" },
  { old: "計画的な土地利用", into: ["土地利用"], evolution: "improve" },
  { old: "道路・橋りょうの整備", into: ["道路・橋"], evolution: "keep" },
  { old: "公共交通の確保", into: ["公共交通"], evolution: "expand" },
  { old: "上下水道の整備", into: ["水道", "下水道"], evolution: "improve" },
  { old: "住宅・公園の整備", into: ["公園・緑", "住宅・空き家"], evolution: "improve" },
  { old: "市民協働・自治会活動の推進", into: ["協働・自治"], evolution: "improve" },
  { old: "人権尊重・男女共同参画の推進", into: ["人権・男女共同参画"], evolution: "keep" },
  { old: "広報・広聴の充実", into: ["広聴・広報"], evolution: "expand" },
  {
    old: "行政改革の推進",
    into: ["行政デジタル化"],
    evolution: "improve",
    note: "削減から、使いやすさへと目標を移しました。",
  },
  { old: "健全な財政運営", into: ["財政・公共施設"], evolution: "improve" },
  { old: "移住・定住の促進", into: ["移住・定住"], evolution: "expand" },
];

const begun = ["子ども家庭支援", "特別支援・不登校", "地域と学校", "多文化共生・交流"];

/** Says where every goal and measure of the old plan went, and lets indicators of the same name go on. */
export async function seedLineage(ctx: Ctx, plan: Plan): Promise<void> {
  const board = await lineageBoard(ctx, await planById(ctx, plan.id));
  for (const fate of goals) await link(ctx, board, { ...fate, depth: 1 });
  for (const fate of measures) await link(ctx, board, { ...fate, depth: 3 });
  for (const keyword of begun) {
    const newNodeIds = [nodeIn(board.new, (node) => node.depth === 3 && node.keyword === keyword, keyword)];
    const entry = { planId: plan.id, oldNodeIds: [], newNodeIds, kind: "new", evolution: null, note: "" } as const;
    expectAccepted(await linkNodes(ctx, entry), keyword);
  }
  const offers = await seriesOffers(ctx, await lineageBoard(ctx, board.plan));
  for (const { old, pair, candidates } of offers) {
    const into = candidates.find(({ name }) => name === old.name);
    if (!into) continue;
    const continuation = { indicatorId: old.id, nodeId: pair.newNodeId, intoId: into.id };
    expectAccepted(await continueIndicator(ctx, continuation), old.name);
  }
}

async function link(
  ctx: Ctx,
  board: LineageBoard,
  {
    old,
    into,
    evolution = null,
    note = "",
    depth,
  }: Omit<Fate, "evolution"> & {
    readonly evolution?: Evolution | null;
    readonly depth: number;
  },
): Promise<void> {
  const oldNodeIds = [nodeIn(board.old, (node) => node.depth === depth && node.title === old, old)];
  const newNodeIds = into.map((keyword) =>
    nodeIn(board.new, (node) => node.depth === depth && node.keyword === keyword, keyword),
  );
  const kind = into.length === 0 ? ("end" as const) : null;
  const entry = { planId: board.plan.id, oldNodeIds, newNodeIds, kind, evolution, note };
  expectAccepted(await linkNodes(ctx, entry), old);
}

type Node = LineageBoard["old"][number];

function nodeIn(nodes: readonly Node[], isIt: (node: Node) => boolean, name: string): string {
  const node = nodes.find(isIt);
  if (!node) throw new Error(`seed: no node for ${name}`);
  return node.id;
}
