import { holds, permission } from "#domain/audit/index.ts";

export const mayManageTemplates = permission(
  "企画とシステム管理者は、市のWordのひな形を登録し、使い始め、使うのをやめられる。",
  (actor) => holds(actor, "planning", "administrator"),
);
