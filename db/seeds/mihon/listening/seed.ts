import type { Ctx } from "#domain/audit/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import type { VersionWords } from "#domain/publication/index.ts";
import { keepDistrict } from "#domain/voices/index.ts";
import { expectAccepted } from "../../outcome.ts";
import type { DivisionIds } from "../../sample-branches.ts";
import { seedDeclarations } from "./declarations.ts";
import { seedFinishedRound } from "./finished-round.ts";
import { seedIdeaCall } from "./idea-call.ts";
import { seedMeetingToCome } from "./meeting-to-come.ts";
import { seedOpenRound } from "./open-round.ts";
import { seedPapers } from "./papers.ts";
import { plannersOf } from "../planners.ts";
import { seedWorkshop } from "./workshop.ts";

const districts = ["中央", "川西", "川東", "山根", "みどり台"];

interface House {
  readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">;
  readonly divisions: DivisionIds;
}

/** How the sample city heard its citizens on the 素案: its districts, and the finished round with its published results. */
export async function seedHearing(ctx: Ctx, plan: Plan, { asking, divisions }: House): Promise<void> {
  for (const [index, name] of districts.entries())
    expectAccepted(await keepDistrict(ctx, { name, position: index + 1 }), name);
  await seedFinishedRound({ ctx, plan, asking, planners: await plannersOf(ctx), divisions });
}

/** How it listens now: a round that is open with work in hand, a workshop, a meeting to come, a call for ideas, declarations. */
export async function seedListening(ctx: Ctx, plan: Plan, { asking, divisions }: House): Promise<void> {
  const divisionId = divisions.get("企画課") ?? null;
  const planners = await plannersOf(ctx);
  const occasionId = await seedOpenRound(ctx, plan, { asking, divisionId });
  await seedPapers(ctx, { occasionId, planners });
  await seedWorkshop({ ctx, plan, asking, planners, divisions });
  await seedMeetingToCome(ctx, plan, { asking, divisionId });
  const [planner] = planners;
  await seedIdeaCall(ctx, plan, { asking, divisionId, planner });
  await seedDeclarations(ctx, plan, { asking, planner });
}
