import type { Actor } from "#domain/audit/index.ts";
import { page } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import type { StaffRoute } from "../route.ts";
import { HomePage } from "./home-page.tsx";
import { MemberPage } from "./member-page.tsx";
import { overviewFor } from "./overview.ts";
import { mayEnter } from "./permissions.ts";

export const homeRoutes: readonly StaffRoute[] = [{ method: "get", path: "/staff", may: mayEnter, handle: showHome }];

async function showHome(visit: Visit): Promise<Response> {
  const { actor } = visit.ctx;
  if (actor.kind === "person" && isMemberOnly(actor)) return page(<MemberPage visit={visit} name={actor.name} />);
  return page(<HomePage visit={visit} overview={await overviewFor(visit.ctx)} />);
}

function isMemberOnly(actor: Actor & { kind: "person" }): boolean {
  return actor.roles.includes("member") && actor.roles.every((role) => role === "member");
}
