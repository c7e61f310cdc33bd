import { actsForAnother, holds, permission, type Role } from "#domain/audit/index.ts";

/** Who may purge: two of them are needed where there are two. */
export const purgers: readonly Role[] = ["administrator", "planning"];

export const mayReadPublications = permission(
  "職員（委員と市民を除く）は、公表したものの一覧と公開前の確認を見ることができる。",
  (actor) =>
    holds(actor, "administrator", "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);
export const mayPublish = permission("企画担当は、計画・統計・総合戦略などを公開することができる。", (actor) =>
  holds(actor, "planning"),
);
export const mayWithdraw = permission("企画担当は、公開したものを理由を示して取り下げることができる。", (actor) =>
  holds(actor, "planning"),
);
export const mayPurge = permission(
  "企画担当とシステム管理者は、漏れた個人情報などを完全に削除することができる（二人で確認する）。代理としてはできない。",
  (actor) => holds(actor, ...purgers) && !actsForAnother(actor),
);
