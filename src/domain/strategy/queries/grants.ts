import type { Ctx } from "#domain/audit/index.ts";
import { NotFound } from "#kernel/result.ts";
import type { GrantProgramme } from "../grants/programme.ts";
import type { GrantProject } from "../grants/project.ts";
import { programmesIn, projectsIn } from "../store/grants.ts";
import { mayRead } from "./strategies.ts";

/** Grant programmes (交付金の制度), the one that began last first. */
export async function listProgrammes(ctx: Ctx): Promise<GrantProgramme[]> {
  mayRead(ctx);
  return programmesIn(ctx.db);
}

/** Grant projects (交付金事業) in their order. */
export async function listProjects(ctx: Ctx): Promise<GrantProject[]> {
  mayRead(ctx);
  return projectsIn(ctx.db);
}

/** @throws NotFound */
export async function projectById(ctx: Ctx, id: string): Promise<GrantProject> {
  const project = (await listProjects(ctx)).find((each) => each.id === id);
  if (!project) throw new NotFound();
  return project;
}
