import { holds } from "./actor.ts";
import { permission } from "./permission.ts";

export const mayReadEvents = permission(
  "システム管理者と監査は、操作の記録を読み、連鎖を検証することができる。",
  (actor) => holds(actor, "administrator", "auditor"),
);
