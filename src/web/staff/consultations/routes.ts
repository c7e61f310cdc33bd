import { mayReadConsultations } from "#domain/consultations/index.ts";
import type { StaffRoute } from "../route.ts";
import { addressOf } from "./addresses.ts";
import { showList } from "./list-page.tsx";

/** Consultations: 意見募集, 懇談会, ワークショップ, 提案の募集. Pages with a word of their own come before those with a consultation's. */
export const consultationRoutes: readonly StaffRoute[] = [
  { method: "get", path: addressOf.home, may: mayReadConsultations, handle: showList },
];
