import { belongsTo, holds, permission, type Actor } from "#domain/audit/index.ts";

/** The divisions a node belongs to: the one in charge and those that take part. */
export interface NodeDivisions {
  readonly divisionId: string | null;
  readonly relatedDivisionIds: readonly string[];
}

/** Whether the person is of one of the divisions that a node belongs to (主管課・関係課). */
export function isOwn(actor: Actor, { divisionId, relatedDivisionIds }: NodeDivisions): boolean {
  return belongsTo(actor, divisionId, ...relatedDivisionIds);
}

export const mayReadPlans = permission(
  "企画・財政・課担当・課長・部長会議・受託者・監査は、作成中の計画とその版歴を読める。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);

export const mayManagePlans = permission("企画は、計画と階層を作り、直せる。", (actor) => holds(actor, "planning"));

export const mayShapeTree = permission(
  "企画は、施策体系の項目を加え、名前を変え、移し、消し、番号を付け直せる。",
  (actor) => holds(actor, "planning"),
);

export const mayEditHeading = permission("企画は、施策の名前・番号・担当課・重点の印を直せる。", (actor) =>
  holds(actor, "planning"),
);

export const mayEditTexts = permission<[NodeDivisions]>(
  "企画はすべての施策の文章を、課担当と課長は自分の課が主管か関係課である施策の文章を直せる。受託者は期限まで、すべての施策の文章の下書きを直せる。",
  (actor, divisions) =>
    holds(actor, "planning", "contractor") || (holds(actor, "clerk", "chief") && isOwn(actor, divisions)),
);

export const mayEditIndicators = permission<[NodeDivisions]>(
  "企画はすべての施策の指標を、課担当と課長は自分の課が主管か関係課である施策の指標を直せる。",
  (actor, divisions) => holds(actor, "planning") || (holds(actor, "clerk", "chief") && isOwn(actor, divisions)),
);

/** The divisions that answer for an indicator's values: those of its measure, and its own. */
export interface IndicatorDivisions extends NodeDivisions {
  readonly ownDivisionId: string | null;
}

function answersFor(actor: Actor, divisions: IndicatorDivisions): boolean {
  return isOwn(actor, divisions) || belongsTo(actor, divisions.ownDivisionId);
}

export const mayEnterActuals = permission<[IndicatorDivisions]>(
  "企画はすべての指標の実績値を、課担当と課長は自分の課が担当である指標と、自分の課が主管か関係課である施策の指標の実績値を、入力し、理由を付けて訂正できる。",
  (actor, divisions) => holds(actor, "planning") || (holds(actor, "clerk", "chief") && answersFor(actor, divisions)),
);

export const mayConfirmActuals = permission<[IndicatorDivisions]>(
  "企画はすべての指標の実績値を、課長は自分の課が担当である指標と、自分の課が主管か関係課である施策の指標の実績値を、確定できる。",
  (actor, divisions) => holds(actor, "planning") || (holds(actor, "chief") && answersFor(actor, divisions)),
);

export const mayManageTargetSets = permission("企画は、総合戦略・交付金・SDGsのための目標の組を作れる。", (actor) =>
  holds(actor, "planning"),
);

export const mayLinkSdgs = permission<[NodeDivisions]>(
  "企画はすべての施策のSDGsとの関係を、課担当と課長は自分の課が主管か関係課である施策のSDGsとの関係を直せる。",
  (actor, divisions) => holds(actor, "planning") || (holds(actor, "clerk", "chief") && isOwn(actor, divisions)),
);

/** For pages that only those come to who may change at least something of a plan. */
export const mayWorkOnPlans = permission("企画・課担当・課長・受託者は、計画の内容を入力する画面を使える。", (actor) =>
  holds(actor, "planning", "clerk", "chief", "contractor"),
);
