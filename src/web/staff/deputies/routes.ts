import { mayActAsDeputy } from "#domain/identity/index.ts";
import type { StaffRoute } from "../route.ts";
import { postActing, postDeputy, postEnding, postReturn, showDeputies } from "./deputies-page.tsx";

const may = mayActAsDeputy;

/** The pages of 代理: who stands in for whom. What may be done to which, the acts decide. */
export const deputyRoutes: readonly StaffRoute[] = [
  { method: "get", path: "/staff/deputies", may, handle: (visit) => showDeputies(visit) },
  { method: "post", path: "/staff/deputies", may, handle: postDeputy },
  { method: "post", path: "/staff/deputies/return", may, handle: postReturn },
  { method: "post", path: "/staff/deputies/:deputyId/acting", may, handle: postActing },
  { method: "post", path: "/staff/deputies/:deputyId/ending", may, handle: postEnding },
];
