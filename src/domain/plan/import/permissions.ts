import { holds, permission } from "#domain/audit/index.ts";

export const mayImportPlans = permission("企画は、Excel や CSV の表から計画を取り込める。", (actor) =>
  holds(actor, "planning"),
);
