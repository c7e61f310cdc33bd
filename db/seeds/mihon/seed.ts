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
import {
  completeManuscript,
  confirmManuscript,
  seedManuscript,
  seedVersion,
  seedVersionRemarks,
} from "./manuscript/seed.ts";
import { seedFormulation } from "./formulation.ts";
import { seedListening } from "./listening/seed.ts";
import { mihonPlan } from "./plan.ts";
import { seedMihonBackground } from "./background.ts";
import { plannersOf } from "./planners.ts";
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
  const { plan, planner, draftId } = await seedEarlyDraft(ctx, divisions, predecessor);
  await editAfterHearing(daysBefore(ctx, 30), divisions, plan);
  await seedVersionRemarks(planner(daysBefore(ctx, 40)), draftId);
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
  await confirmManuscript(planner(ctx), plan);
  await seedVersion(planner(ctx), { ...decidedVersion, plan, asking: askPlanning });
  await seedListening(ctx, plan, { asking: askPlanning, divisions });
  await seedFormulation(ctx, plan, askPlanning);
  return signIns;
}

const outlineVersion = { name: "骨子案", openness: "discussion", reason: "審議会に諮るため" } as const;
const draftVersion = { name: "素案", openness: "discussion", reason: "意見募集に付すため" } as const;
const decidedVersion = { name: "策定版（見本）", openness: "decided", reason: "計画を策定したため" } as const;

/** The 骨子案 of 110 days ago, and the 素案 that citizens could read 90 days ago. */
async function seedEarlyDraft(now: Ctx, divisions: DivisionIds, predecessor: Plan) {
  const [outlined, drafted] = [daysBefore(now, 110), daysBefore(now, 90)];
  const draft = { ...mihonPlan, nodes: asEarlyDraft(mihonPlan.nodes) };
  const plan = await seedPlan(outlined, draft, { divisions, predecessorId: predecessor.id });
  const [planner] = await plannersOf(outlined);
  await seedManuscript(planner(outlined), { plan, divisions });
  await seedVersion(planner(outlined), { ...outlineVersion, plan, asking: askPlanning });
  await completeManuscript(planner(drafted), plan);
  const draftId = await seedVersion(planner(drafted), { ...draftVersion, plan, asking: askPlanning });
  await publishPlan(drafted, plan, {
    ...askPlanning,
    label: "素案",
    openness: "discussion",
    note: "検討中の案です。ご意見をお寄せください。",
  });
  return { plan, planner, draftId };
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
