import type { Ctx } from "#domain/audit/index.ts";
import { editNode, editPlan, insertBranch, planById, planNodes, type Plan } from "#domain/plan/index.ts";
import type { FirstSignIn } from "../first-sign-in.ts";
import { expectAccepted } from "../outcome.ts";
import { publishPlan, seedPlan } from "../plan-insertion.ts";
import { branchesOf, type DivisionIds } from "../sample-branches.ts";
import type { SampleNode } from "../sample-plan.ts";
import { seedMihonBackground } from "./background.ts";
import { onDayOf, type Step } from "./calendar.ts";
import { beforeCouncil, earlierWords } from "./early-draft.ts";
import { outlinedPlan, seventhGoal } from "./early-plan.ts";
import { seedFormulation, seedLastStage } from "./formulation/seed.ts";
import { seedLineage } from "./lineage.ts";
import { seedHearing, seedListening } from "./listening/seed.ts";
import { draftRemarks, outlineRemarks, seedVersionRemarks } from "./manuscript/remarks.ts";
import {
  completeManuscript,
  confirmManuscript,
  freezeDocument,
  publishDocument,
  renewFigures,
  seedManuscript,
  type SampleVersion,
} from "./manuscript/seed.ts";
import { seedDivisions, seedPeople } from "./people.ts";
import { mihonPlan } from "./plan.ts";
import { plannersOf } from "./planners.ts";
import { mihonPredecessor } from "./predecessor.ts";
import { seedMihonStatistics } from "./statistics.ts";
import { publishMihonStrategy, seedMihonStrategy } from "./strategy.ts";
import { seedValueHistory } from "./value-history.ts";

const asking = { divisionName: "企画部 企画課", divisionContact: "電話 0000-12-3101　kikaku@mihon.example" };

/** The sample's plan while it is made: on each day by whoever seeds it, or by its planner. */
interface Making {
  readonly plan: Plan;
  readonly divisions: DivisionIds;
  readonly on: (step: Step) => Ctx;
  readonly byPlanner: (step: Step) => Ctx;
}

/**
 * The sample city as it would be after the making of a plan: the old plan, the 骨子案 and the 素案 that citizens could read, what
 * was changed after hearing them and the council, and the plan as the assembly decided it.
 */
export async function seedMihon(ctx: Ctx): Promise<FirstSignIn[]> {
  const on = (step: Step) => onDayOf(ctx, step);
  const divisions = await seedDivisions(on("house"));
  const signIns = await seedPeople(on("house"), divisions);
  const predecessorId = await seedPredecessor(on("house"), divisions);
  const plan = await seedPlan(on("outline"), outlinedPlan, { divisions, predecessorId });
  const [planner] = await plannersOf(on("outline"));
  const making = { plan, divisions, on, byPlanner: (step: Step) => planner(on(step)) };
  const outline = await seedOutline(making);
  const draft = await seedDraft(making);
  await editAfterHearing(making);
  await seedLineage(on("textsEdited"), plan);
  await seedHearing(ctx, plan, { asking, divisions });
  await answerCouncil(making);
  await seedMihonBackground(on("councilAnswered"), plan);
  await seedMihonStatistics(ctx, plan);
  await seedMihonStrategy(on("valuesEntered"), plan);
  const decided = await freezeDecided(making);
  const versions = [outline, draft, decided];
  await seedVersionRemarks(making.byPlanner("outlineSentBack"), plan, {
    versionId: outline.id,
    remarks: outlineRemarks,
  });
  await seedVersionRemarks(making.byPlanner("councilHeard"), plan, { versionId: draft.id, remarks: draftRemarks });
  await seedFormulation(ctx, { plan, versions });
  await publishDecided(making, decided);
  await seedLastStage(ctx, { plan, versions, asking });
  await seedListening(ctx, plan, { asking, divisions });
  return signIns;
}

async function seedPredecessor(ctx: Ctx, divisions: DivisionIds): Promise<string> {
  const predecessor = await seedPlan(ctx, mihonPredecessor, { divisions });
  const words = { label: "後期策定版（見本）", openness: "decided", note: "令和8年度で終わる計画です。" } as const;
  await publishPlan(ctx, predecessor, { ...asking, ...words });
  return predecessor.id;
}

async function seedOutline({ plan, divisions, byPlanner }: Making): Promise<SampleVersion> {
  const ctx = byPlanner("outline");
  await seedManuscript(ctx, { plan, divisions });
  const entry = { name: "骨子案", openness: "discussion", reason: "審議会に諮るため" } as const;
  const version = await freezeDocument(ctx, plan, entry);
  await publishDocument(ctx, plan, { version, asking });
  return version;
}

/** What the council asked of the 骨子案: a seventh goal and another 将来都市像; then the 素案, as document and as plan. */
async function seedDraft({ plan, divisions, on, byPlanner }: Making): Promise<SampleVersion> {
  const ctx = on("draft");
  const branches = branchesOf(seventhGoal, divisions);
  const inserted = await ctx.transaction((tx) => insertBranch(tx, ctx, { planId: plan.id, parentId: null, branches }));
  expectAccepted(inserted, "the seventh goal");
  const { version: seen } = await planById(ctx, plan.id);
  const { vision, summary } = mihonPlan;
  expectAccepted(await editPlan(ctx, { planId: plan.id, version: seen, vision, summary }), vision);
  await completeManuscript(byPlanner("draft"), plan);
  const entry = { name: "素案", openness: "discussion", reason: "意見募集に付すため" } as const;
  const version = await freezeDocument(byPlanner("draft"), plan, entry);
  await publishDocument(byPlanner("draft"), plan, { version, asking });
  const words = { label: "素案", openness: "discussion", note: "検討中の案です。ご意見をお寄せください。" } as const;
  await publishPlan(ctx, plan, { ...asking, ...words });
  return version;
}

/** Brings the measures that the 素案 worded otherwise to what was decided, but for what the council asked later. */
async function editAfterHearing({ plan, divisions, on }: Making): Promise<void> {
  for (const keyword of Object.keys(earlierWords)) {
    const decided = measureWith(keyword);
    const kept = keyword === parkKeyword ? beforeCouncil.fields : {};
    await editMeasure(on("textsEdited"), { ...decided, fields: { ...decided.fields, ...kept } }, { plan, divisions });
  }
}

const parkKeyword = "公園・緑";

/** What came of the council's interim answer: how the use of parks is decided, a higher target, and the figures in the texts. */
async function answerCouncil({ plan, divisions, on, byPlanner }: Making): Promise<void> {
  await editMeasure(on("councilAnswered"), measureWith(parkKeyword), { plan, divisions });
  await seedValueHistory(on("valuesEntered"), plan);
  await renewFigures(byPlanner("valuesEntered"), plan);
}

async function editMeasure(
  ctx: Ctx,
  wanted: SampleNode,
  { plan, divisions }: Pick<Making, "plan" | "divisions">,
): Promise<void> {
  const node = (await planNodes(ctx, plan.id)).find(({ keyword }) => keyword === wanted.keyword);
  const [branch] = branchesOf([wanted], divisions);
  const { title = "", isPriority = false, fields = {} } = branch ?? {};
  const edit = { id: node?.id ?? "", version: node?.version ?? 0, title, isPriority, fields };
  expectAccepted(await editNode(ctx, edit), wanted.title);
}

/** The version that went to the assembly, word for word what was decided. */
async function freezeDecided({ plan, byPlanner }: Making): Promise<SampleVersion> {
  const reason = "意見募集と中間答申を受けて改めた案を、議会に諮り、計画として策定するため";
  await confirmManuscript(byPlanner("final"), plan);
  return freezeDocument(byPlanner("final"), plan, { name: "策定版（見本）", openness: "decided", reason });
}

async function publishDecided({ plan, on, byPlanner }: Making, version: SampleVersion): Promise<void> {
  const note = "素案に寄せられた意見と審議会の答申を受けて、通学路、放課後、学校施設、公園の施策を改めました。";
  await publishPlan(on("published"), plan, { ...asking, label: version.name, openness: "decided", note });
  await publishMihonStrategy(on("published"), asking);
  await publishDocument(byPlanner("published"), plan, { version, asking });
}

function measureWith(keyword: string): SampleNode {
  const within = (nodes: readonly SampleNode[]): SampleNode[] =>
    nodes.flatMap((node) => [node, ...within(node.children ?? [])]);
  const found = within(mihonPlan.nodes).find((node) => node.keyword === keyword);
  if (!found) throw new Error(`seed: no measure has the keyword ${keyword}`);
  return found;
}
