import type { Ctx } from "#domain/audit/index.ts";
import { editNode, planSnapshot, type Plan } from "#domain/plan/index.ts";
import { expectAccepted } from "../outcome.ts";
import { publishPlan, seedPlan } from "../plan-insertion.ts";
import { branchesOf, type DivisionIds } from "../sample-branches.ts";
import type { SampleNode } from "../sample-plan.ts";
import { daysBefore } from "../earlier.ts";
import { asEarlyDraft, earlierWords } from "./early-draft.ts";
import type { FirstSignIn } from "../first-sign-in.ts";
import { seedDivisions, seedPeople } from "./people.ts";
import { seedLineage } from "./lineage.ts";
import { seedListening } from "./listening/seed.ts";
import { mihonPlan } from "./plan.ts";
import { seedMihonBackground } from "./background.ts";
import { mihonPredecessor } from "./predecessor.ts";
import { seedMihonStrategy } from "./strategy.ts";
import { seedMihonStatistics } from "./statistics.ts";
import { seedValueHistory } from "./value-history.ts";

const askPlanning = { divisionName: "企画部 企画課", divisionContact: "電話 0000-12-3101　kikaku@mihon.example" };

/**
 * The sample city as it would be after the making of a plan: the old plan, the 素案 that citizens could read three months ago,
 * what was changed after hearing them, and the decided plan.
 */
export async function seedMihon(ctx: Ctx): Promise<FirstSignIn[]> {
  const old = daysBefore(ctx, 180);
  const divisions = await seedDivisions(old);
  const signIns = await seedPeople(ctx, divisions);
  const predecessor = await seedPlan(old, mihonPredecessor, { divisions });
  await publishPlan(old, predecessor, {
    ...askPlanning,
    label: "後期策定版（見本）",
    openness: "decided",
    note: "令和8年度で終わる計画です。",
  });
  const plan = await seedEarlyDraft(daysBefore(ctx, 90), divisions, predecessor);
  await editAfterHearing(daysBefore(ctx, 30), divisions, plan);
  await seedLineage(daysBefore(ctx, 28), plan);
  await seedValueHistory(daysBefore(ctx, 25), plan);
  await publishPlan(ctx, plan, {
    ...askPlanning,
    label: "策定版（見本）",
    openness: "decided",
    note: "素案に寄せられた意見を受けて、通学路、放課後、学校施設、公園の施策を改めました。",
  });
  await seedMihonBackground(ctx, plan);
  await seedMihonStatistics(ctx, plan);
  await seedMihonStrategy(ctx, plan, askPlanning);
  await seedListening(ctx, plan, { asking: askPlanning, divisions });
  return signIns;
}

async function seedEarlyDraft(ctx: Ctx, divisions: DivisionIds, predecessor: Plan): Promise<Plan> {
  const draft = { ...mihonPlan, nodes: asEarlyDraft(mihonPlan.nodes) };
  const plan = await seedPlan(ctx, draft, { divisions, predecessorId: predecessor.id });
  await publishPlan(ctx, plan, {
    ...askPlanning,
    label: "素案",
    openness: "discussion",
    note: "検討中の案です。ご意見をお寄せください。",
  });
  return plan;
}

/** Brings the measures that the 素案 worded otherwise to what was decided. */
async function editAfterHearing(ctx: Ctx, divisions: DivisionIds, plan: Plan): Promise<void> {
  const { nodes } = await planSnapshot(ctx, plan.id);
  for (const keyword of Object.keys(earlierWords)) {
    const decided = measureWith(keyword);
    const id = nodes.find((node) => node.keyword === keyword)?.id ?? "";
    const [branch] = branchesOf([decided], divisions);
    const { title = "", isPriority = false, fields = {} } = branch ?? {};
    expectAccepted(await editNode(ctx, { id, version: 1, title, isPriority, fields }), decided.title);
  }
}

function measureWith(keyword: string): SampleNode {
  const within = (nodes: readonly SampleNode[]): SampleNode[] =>
    nodes.flatMap((node) => [node, ...within(node.children ?? [])]);
  const found = within(mihonPlan.nodes).find((node) => node.keyword === keyword);
  if (!found) throw new Error(`seed: no measure has the keyword ${keyword}`);
  return found;
}
