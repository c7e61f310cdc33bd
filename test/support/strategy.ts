import type { Ctx } from "#domain/audit/index.ts";
import { addIndicator, emptyIndicatorContent } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import {
  createStrategy,
  keepGoal,
  keepProgramme,
  listFindings,
  listProgrammes,
  markIndicators,
  markMeasures,
  publishableStrategy,
  type ProjectWords,
} from "#domain/strategy/index.ts";
import { planOf } from "./plan.ts";
import { accepted } from "./results.ts";

let serial = 0;

/** A plan of two measures with an indicator each, and a strategy on it with one goal that has its figure. */
export async function strategyOn(ctx: Ctx, slug = `s-${serial + 1}`) {
  const number = ++serial;
  const plan = await planOf(ctx, `計画${number}`, ["1 しごと", ["1-1 産業", ["1-1-1 創業", "1-1-2 雇用"]]]);
  const [founding, work] = [await plan.node("創業"), await plan.node("雇用")];
  const indicatorIn = async (nodeId: string, name: string, value: number) => {
    const targets = [{ year: 2031, value, upperValue: null, words: "" }];
    return accepted(
      await addIndicator(ctx, { nodeId, content: { ...emptyIndicatorContent, name, unit: "件", targets } }),
    ).id;
  };
  const kpi = await indicatorIn(founding.id, "創業件数", 57);
  const figure = await indicatorIn(work.id, "就業者数", 900);
  const words = {
    slug,
    frameId: null,
    form: "integrated",
    name: `総合戦略${number}`,
    statement: "",
    source: "",
  } as const;
  const strategy = accepted(
    await createStrategy(ctx, { ...words, planId: plan.plan.id, startYear: 2027, endYear: 2031 }),
  );
  const goal = accepted(
    await keepGoal(ctx, {
      strategyId: strategy.id,
      code: "1",
      name: "しごとをつくる",
      description: "",
      frameGoals: [],
    }),
  ).id;
  const marked = accepted(await markMeasures(ctx, { ...strategy, marks: [{ nodeId: founding.id, goalId: goal }] }));
  const marks = [
    { indicatorId: kpi, goalId: null },
    { indicatorId: figure, goalId: goal },
  ];
  const { version } = accepted(await markIndicators(ctx, { id: strategy.id, version: marked.version, marks }));
  return { plan: plan.plan, founding, work, kpi, figure, strategy: { ...strategy, version }, words, goal };
}

/** A grant programme that holds from 2025 on. */
export async function programmeIn(ctx: Ctx): Promise<string> {
  const code = `grant-${++serial}`;
  accepted(
    await keepProgramme(ctx, {
      code,
      name: "交付金",
      ministry: "内閣府",
      startYear: 2025,
      endYear: null,
      rate: "1/2",
      rules: "",
      source: "試験",
    }),
  );
  return (await listProgrammes(ctx)).find((each) => each.code === code)?.id ?? "";
}

/** A project of 2027 to 2029 without a position. */
export const projectWords = {
  name: "創業支援事業",
  summary: "",
  divisionId: null,
  strategyId: null,
  goalId: null,
  nodeId: null,
  regionalPlan: "",
  startYear: 2027,
  endYear: 2029,
} satisfies Omit<ProjectWords, "programmeId">;

/** What the detector finds beyond what it found when this was called: a file's tests share one city. */
export async function findingsBefore(ctx: Ctx) {
  const known = new Set((await listFindings(ctx)).map(({ finding }) => finding.key));
  const added = async () =>
    (await listFindings(ctx)).map(({ finding }) => finding).filter(({ key }) => !known.has(key));
  return { added };
}

/** Publishes a small strategy under the word that `publicAddresses` names. */
export async function publishSampleStrategy(ctx: Ctx): Promise<void> {
  const { strategy } = await strategyOn(ctx, "strategy-2027");
  const version = {
    of: publishableStrategy,
    reference: strategy.slug,
    label: "策定版",
    openness: "decided",
    divisionName: "企画課",
    divisionContact: "",
    note: "",
  } as const;
  accepted(await publishNow(ctx, version));
}
