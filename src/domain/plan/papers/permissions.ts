import { holds, permission } from "#domain/audit/index.ts";

export const mayMakePapers = permission(
  "職員（委員と市民を除く）は、計画書（PDF・Word・Excel）を作り、受け取ることができる。",
  (actor) =>
    holds(actor, "administrator", "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);
