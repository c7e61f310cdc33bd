import { mayErase } from "#domain/plan/index.ts";
import type { StaffRoute } from "../route.ts";
import {
  askForImport,
  askForRevisions,
  askForSection,
  askForValues,
  showImport,
  showIndicator,
  showNode,
  showSection,
} from "./asking-page.tsx";
import { confirm, showErasures, takeBack } from "./list-page.tsx";

const base = "/staff/plans/:slug";
const may = mayErase;

/** Erasing what a plan keeps of its past: asked for by one person, confirmed by another. */
export const erasureRoutes: readonly StaffRoute[] = [
  { method: "get", path: `${base}/erasures`, may, handle: showErasures },
  { method: "post", path: `${base}/erasures/:erasure/confirmation`, may, handle: confirm },
  { method: "post", path: `${base}/erasures/:erasure/taking-back`, may, handle: takeBack },
  { method: "get", path: `${base}/nodes/:id/erasure`, may, handle: showNode },
  { method: "post", path: `${base}/nodes/:id/erasure`, may, handle: askForRevisions },
  { method: "get", path: `${base}/imports/:id/erasure`, may, handle: showImport },
  { method: "post", path: `${base}/imports/:id/erasure`, may, handle: askForImport },
  { method: "get", path: `${base}/indicators/:id/erasure`, may, handle: showIndicator },
  { method: "post", path: `${base}/indicators/:id/erasure`, may, handle: askForValues },
  { method: "get", path: `${base}/sections/:id/erasure`, may, handle: showSection },
  { method: "post", path: `${base}/sections/:id/erasure`, may, handle: askForSection },
];
