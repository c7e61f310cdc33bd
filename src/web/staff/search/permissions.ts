import { holds, permission } from "#domain/audit/index.ts";

export const maySearch = permission("職員（委員と市民を除く）は、自分が読めるものの中を探すことができる。", (actor) =>
  holds(actor, "administrator", "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);
