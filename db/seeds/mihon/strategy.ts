import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planSnapshot, type Plan, type PlanSnapshot } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import {
  acceptFinding,
  addAim,
  choosePlanFrame,
  createProject,
  createStrategy,
  keepGoal,
  listFindings,
  listFrames,
  listProgrammes,
  markIndicators,
  markMeasures,
  publishableStrategy,
  saveGrantKpis,
  saveGrantYears,
  takeKnownFrames,
  takeKnownProgrammes,
  type Strategy,
} from "#domain/strategy/index.ts";
import { expectAccepted } from "../outcome.ts";
import { seedPath } from "../population-insertion.ts";
import { sampleGrants, type SampleGrant } from "./grants.ts";
import { figuresOf, samplePaths } from "./population.ts";

interface SampleGoal {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly frameGoals: readonly string[];
  /** Names of the indicators that are its figures (数値目標). */
  readonly figures: readonly string[];
  /** Keywords of the measures that serve it, with the indicators that are their KPI. */
  readonly measures: Readonly<Record<string, readonly string[]>>;
}

/** The goals of the sample strategy: figures apart from the measures' KPI. */
const goals: readonly SampleGoal[] = [
  {
    code: "1",
    name: "地元で働き、稼げるまちをつくる",
    description: "農業、ものづくり、観光を伸ばし、若い人が選べる仕事を増やします。",
    frameGoals: ["work"],
    figures: ["製造品出荷額等"],
    measures: {
      農業: ["担い手への農地の集積率", "農産物直売所の売上げ"],
      商工業: ["事業承継が成立した件数（累計）"],
      "雇用・創業": ["支援を受けて創業した人の数"],
      観光: ["延べ宿泊者数"],
    },
  },
  {
    code: "2",
    name: "人が戻り、つながり続けるまちをつくる",
    description: "移住する人、戻る人、離れて関わる人を増やします。",
    frameGoals: ["flow"],
    figures: ["人口の社会増減"],
    measures: {
      "移住・定住": ["市の支援を受けて移住した人の数（累計）"],
      "住宅・空き家": ["空き家バンクの成約件数（累計）"],
    },
  },
  {
    code: "3",
    name: "子どもを生み育てたい希望がかなうまちをつくる",
    description: "妊娠から放課後まで、切れ目なく支えます。",
    frameGoals: ["family"],
    figures: ["この地域で今後も子育てをしたいと思う親の割合"],
    measures: {
      母子保健: ["産後ケアを利用した産婦の割合"],
      保育: ["待機児童数（10月1日）"],
      放課後: ["放課後児童クラブに入れない児童の数"],
    },
  },
  {
    code: "4",
    name: "いつまでも安心して暮らせるまちをつくる",
    description: "暮らしの足と医療を守り、地域の力で災害に備えます。",
    frameGoals: ["place"],
    figures: ["「地域で支え合っている」と感じる市民の割合"],
    measures: {
      公共交通: ["市が関わる公共交通の利用者数"],
      地域医療: ["市民病院の常勤医師数"],
      防災: ["個別避難計画の作成率"],
    },
  },
];

/** Population vision, strategy and grants of the sample city. */
export async function seedMihonStrategy(ctx: Ctx, plan: Plan) {
  await seedPopulation(ctx, plan);
  expectAccepted(await takeKnownFrames(ctx), "the national frames");
  expectAccepted(await takeKnownProgrammes(ctx), "the grant programmes");
  const snapshot = await planSnapshot(ctx, plan.id);
  const frame = (await listFrames(ctx)).find(({ code }) => code === "digital-2023");
  const strategy = expectAccepted(
    await createStrategy(ctx, {
      planId: plan.id,
      slug: strategySlug,
      frameId: frame?.id ?? null,
      form: "integrated",
      name: "第3期みほん市総合戦略（見本）",
      statement:
        "第3次みほん市総合計画前期基本計画は、まち・ひと・しごと創生法第10条に基づく「市町村まち・ひと・しごと創生総合戦略」を兼ねます。",
      source: "",
      startYear: plan.startYear,
      endYear: plan.endYear,
    }),
    "the strategy",
  );
  const goalIds = await seedGoals(ctx, strategy, snapshot);
  for (const grant of sampleGrants) await seedGrant(ctx, grant, { strategy, goalIds, snapshot });
  await acceptEarlyStart(ctx);
}

export async function publishMihonStrategy(
  ctx: Ctx,
  words: Omit<VersionWords, "label" | "openness" | "note">,
): Promise<void> {
  const version = {
    of: publishableStrategy,
    reference: strategySlug,
    ...words,
    label: "策定版（見本）",
    openness: "decided",
    note: "総合計画と一体の総合戦略です。",
  } as const;
  expectAccepted(await publishNow(ctx, version), "the strategy's publication");
}

const strategySlug = "strategy-2027";

async function seedPopulation(ctx: Ctx, plan: Plan): Promise<void> {
  const ids = new Map<string, string>();
  for (const path of samplePaths) ids.set(path.words.code, await seedPath(ctx, path.words, figuresOf(path)));
  const aim = { name: "5万2千人を保つ（見本）", year: 2040, value: 52_020, source: "みほん市人口ビジョン（見本）" };
  expectAccepted(await addAim(ctx, aim), "the aim");
  const frame = { pathId: ids.get("own") ?? "", year: 2031 };
  expectAccepted(await choosePlanFrame(ctx, { planId: plan.id, frame }), "the plan's frame");
}

/** @returns the goals' ids by their codes */
async function seedGoals(ctx: Ctx, strategy: Strategy, { nodes }: PlanSnapshot): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { figures: _figures, measures: _measures, ...words } of goals)
    ids.set(words.code, expectAccepted(await keepGoal(ctx, { ...words, strategyId: strategy.id }), words.name).id);
  const measureMarks = goals.flatMap((goal) =>
    Object.keys(goal.measures).map((keyword) => ({
      nodeId: idOf(nodes, ({ keyword: own }) => own === keyword, keyword),
      goalId: ids.get(goal.code) ?? "",
    })),
  );
  const indicators = nodes.flatMap((node) => node.indicators);
  const indicatorId = (name: string) => idOf(indicators, (each) => each.name === name, name);
  const indicatorMarks = goals.flatMap((goal) => [
    ...goal.figures.map((name) => ({ indicatorId: indicatorId(name), goalId: ids.get(goal.code) ?? "" })),
    ...Object.values(goal.measures)
      .flat()
      .map((name) => ({ indicatorId: indicatorId(name), goalId: null })),
  ]);
  const { version } = expectAccepted(await markMeasures(ctx, { ...strategy, marks: measureMarks }), "the measures");
  expectAccepted(await markIndicators(ctx, { id: strategy.id, version, marks: indicatorMarks }), "the indicators");
  return ids;
}

interface Places {
  readonly strategy: Strategy;
  readonly goalIds: ReadonlyMap<string, string>;
  readonly snapshot: PlanSnapshot;
}

async function seedGrant(ctx: Ctx, grant: SampleGrant, { strategy, goalIds, snapshot }: Places): Promise<void> {
  const { nodes } = snapshot;
  const divisions = (await divisionsOn(ctx, ctx.clock.today())).map(({ id, name }) => ({ id, name }));
  const { id } = expectAccepted(
    await createProject(ctx, {
      name: grant.name,
      summary: grant.summary,
      programmeId: idOf(await listProgrammes(ctx), ({ code }) => code === grant.programme, grant.programme),
      divisionId: idOf(divisions, ({ name }) => name === grant.division, grant.division),
      strategyId: strategy.id,
      goalId: goalIds.get(grant.goal) ?? null,
      nodeId: idOf(nodes, ({ keyword }) => keyword === grant.measure, grant.measure),
      regionalPlan: grant.regionalPlan,
      ...grant.period,
    }),
    grant.name,
  );
  expectAccepted(await saveGrantYears(ctx, { id, version: 1, years: grant.years }), grant.name);
  const indicators = nodes.flatMap((node) => node.indicators);
  const kpis = grant.kpis.map(({ indicator, ...kpi }) => ({
    ...kpi,
    id: null,
    indicatorId: indicator === undefined ? null : idOf(indicators, ({ name }) => name === indicator, indicator),
  }));
  expectAccepted(await saveGrantKpis(ctx, { id, version: 2, kpis }), grant.name);
}

/** A project that began under the strategy before is found, and accepted with its reason. */
async function acceptEarlyStart(ctx: Ctx): Promise<void> {
  const early = (await listFindings(ctx)).find(({ finding }) => finding.kind === "grantPeriod");
  const reason = "前の総合戦略の期間に始まり、新しい総合戦略に引き継いだ事業のため。";
  if (early) expectAccepted(await acceptFinding(ctx, { key: early.finding.key, reason }), "the finding");
}

function idOf<T extends { readonly id: string }>(
  things: readonly T[],
  isWanted: (thing: T) => boolean,
  name: string,
): string {
  const found = things.find(isWanted);
  if (!found) throw new Error(`seed: nothing is called ${name}`);
  return found.id;
}
