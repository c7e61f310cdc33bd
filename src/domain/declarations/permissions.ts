import { actsForAnother, holds, permission } from "#domain/audit/index.ts";
import { mayEditTexts } from "#domain/plan/index.ts";

export const mayReadDeclarations = permission(
  "企画・財政・課担当・課長・部長会議・監査は、届いた宣言と協働の相手を読める。担当の方の連絡先は含まない。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "auditor"),
);

export const mayCheckDeclarations = permission(
  "企画は、届いた宣言を確かめて受け入れ、または理由を付けて公表しない扱いにできる。代理としてはできない。",
  (actor) => holds(actor, "planning") && !actsForAnother(actor),
);

export const maySeeContacts = permission(
  "企画は、宣言をした団体の担当の方の連絡先を見ることができる。見たことは記録に残る。",
  (actor) => holds(actor, "planning"),
);

/** Whoever writes the page of a measure says with whom it is carried out. */
export const mayKeepPartnerships = permission<[Parameters<typeof mayEditTexts>[1]]>(
  "企画と、その施策の主管か関係課の課担当・課長は、施策の協働の相手を登録できる。",
  (actor, node) => holds(actor, "planning", "clerk", "chief") && mayEditTexts(actor, node),
);

/** For the forms that only those come to who may write at least some measure. */
export const mayWritePartnerships = permission("企画・課担当・課長は、協働の相手を登録する画面を使える。", (actor) =>
  holds(actor, "planning", "clerk", "chief"),
);
