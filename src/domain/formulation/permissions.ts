import { actsForAnother, holds, permission } from "#domain/audit/index.ts";

export const mayReadFormulation = permission(
  "企画・財政・課担当・課長・部長会議・監査は、計画の策定の進み方、策定方針とその版、関門の記録を読める。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "auditor"),
);

export const mayWriteFormulation = permission("企画は、策定方針と段階を書き、関門を開いて記録できる。", (actor) =>
  holds(actor, "planning"),
);

export const mayFreezePolicy = permission(
  "企画は、策定方針の版を作れる。作った版は変えられない。代理としてはできない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);

export const mayDecideGates = permission(
  "企画は、関門の決定、段階を飛ばすこと、条件の済みを記録できる。決定した関門は変えられない。代理としてはできない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);

export const mayConfirmVersions = permission(
  "企画と部長会議・策定委員は、会議が将来都市像と目標を確かめたことを記録できる。",
  (actor) => holds(actor, "planning", "executive"),
);

export const mayActAtGates = permission(
  "企画と部長会議・策定委員は、開いている関門と予定を過ぎた段階の知らせを、最初のページで受け取る。",
  (actor) => mayWriteFormulation(actor) || mayConfirmVersions(actor),
);
