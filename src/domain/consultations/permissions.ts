import { actsForAnother, belongsTo, holds, permission } from "#domain/audit/index.ts";

export const mayReadConsultations = permission(
  "企画・財政・課担当・課長・部長会議・監査は、意見募集などの手続を、公表の前から読める。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "auditor"),
);

export const mayOpenConsultations = permission("企画は、意見募集などの手続を作り、受付の上限を決められる。", (actor) =>
  holds(actor, "planning"),
);

export const mayManageConsultation = permission<[{ readonly divisionId: string | null }]>(
  "企画と、受付をする課の課担当・課長は、その手続の内容を書き、資料を付け、期間を変えられる。公表は企画がする。",
  (actor, { divisionId }) =>
    holds(actor, "planning") || (holds(actor, "clerk", "chief") && belongsTo(actor, divisionId)),
);

/** For pages that only those come to who may manage at least some consultation. */
export const mayWorkOnConsultations = permission(
  "企画・課担当・課長は、意見募集などの手続を書く画面を使える。",
  (actor) => holds(actor, "planning", "clerk", "chief"),
);

export const mayReceiveAtVenue = permission<[{ readonly divisionId: string | null }]>(
  "企画と、受付をする課の課担当・課長は、懇談会に申し込んだ人の氏名と連絡先を見て、会場で受付できる。見たことは記録に残る。",
  (actor, { divisionId }) =>
    holds(actor, "planning") || (holds(actor, "clerk", "chief") && belongsTo(actor, divisionId)),
);

export const mayModerateProposals = permission<[{ readonly divisionId: string | null }]>(
  "企画と、受付をする課の課担当・課長は、提案を公開してよいかを、募集で示した基準で確かめられる。代理としてはできない。",
  (actor, { divisionId }) =>
    !actsForAnother(actor) &&
    (holds(actor, "planning") || (holds(actor, "clerk", "chief") && belongsTo(actor, divisionId))),
);
