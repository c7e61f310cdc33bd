import { mayMakePapers } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import { askForPaper, downloadPaper, showPapers } from "./papers-page.tsx";

const base = "/staff/plans/:slug/papers";
const may = mayMakePapers;

/** A plan as a file: PDF, Word, Excel. */
export const paperRoutes: readonly StaffRoute[] = [
  { method: "get", path: base, may, handle: showPapers },
  { method: "post", path: base, may, handle: askForPaper },
  { method: "get", path: `${base}/:id/file`, may, handle: downloadPaper },
];
