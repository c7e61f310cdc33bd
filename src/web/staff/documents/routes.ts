import { mayFreezeVersions, mayReadManuscripts } from "#domain/documents/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { freeze, showFreezing } from "./freezing-page.tsx";
import { showVersions } from "./list-page.tsx";
import { removeRemark, takeErratum, takeRemark } from "./notes.tsx";
import { sendContent, showSection, showVersion } from "./version-page.tsx";

const plan = { slug: ":slug" };
const number = ":number";

/** Versions (版) of a plan's document: frozen, read, told about. */
export const documentRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.list(plan), may: mayReadManuscripts, handle: showVersions },
  { method: "get", path: addressOf.freezing(plan), may: mayFreezeVersions, handle: showFreezing },
  { method: "post", path: addressOf.freezing(plan), may: mayFreezeVersions, handle: freeze },
  { method: "get", path: addressOf.version(plan, number), may: mayReadManuscripts, handle: showVersion },
  {
    method: "get",
    path: `${addressOf.version(plan, number)}/content.json`,
    may: mayReadManuscripts,
    handle: sendContent,
  },
  { method: "get", path: addressOf.section(plan, number, ":section"), may: mayReadManuscripts, handle: showSection },
  { method: "post", path: addressOf.errata(plan, number), may: mayFreezeVersions, handle: takeErratum },
  { method: "post", path: addressOf.remarks(plan, number), may: mayFreezeVersions, handle: takeRemark },
  { method: "post", path: addressOf.remarkRemoval(plan, number), may: mayFreezeVersions, handle: removeRemark },
];
