import { holds, permission } from "#domain/audit/index.ts";

export const mayMakePapers = permission(
  "企画・財政・課担当・課長・部長会議・受託者・監査は、計画書（PDF・Word・Excel）を作り、受け取れる。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);
