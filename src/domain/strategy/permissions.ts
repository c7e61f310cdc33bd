import { belongsTo, holds, permission } from "#domain/audit/index.ts";

export const mayReadStrategy = permission(
  "企画・財政・課担当・課長・部長会議・受託者・監査は、人口ビジョン・総合戦略・交付金事業と、二重管理の点検を読める。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);

export const mayManageStrategy = permission(
  "企画は、人口ビジョン・国の枠組み・総合戦略を書き、施策と指標に総合戦略の印を付け、点検の指摘を理由を付けて認められる。",
  (actor) => holds(actor, "planning"),
);

export const mayManageGrants = permission("企画と財政は、交付金の制度と交付金事業を加え、消せる。", (actor) =>
  holds(actor, "planning", "finance"),
);

export const mayEditGrant = permission<[{ readonly divisionId: string | null }]>(
  "企画と財政はすべての交付金事業を、課担当と課長は自分の課の交付金事業を直せる。",
  (actor, { divisionId }) =>
    holds(actor, "planning", "finance") || (holds(actor, "clerk", "chief") && belongsTo(actor, divisionId)),
);

/** For pages that only those come to who may change at least some grant project. */
export const mayWorkOnGrants = permission("企画・財政・課担当・課長は、交付金事業を入力する画面を使える。", (actor) =>
  holds(actor, "planning", "finance", "clerk", "chief"),
);
