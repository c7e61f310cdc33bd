import { permission } from "#domain/audit/index.ts";
import { mayPurge } from "#domain/publication/index.ts";

export const mayErase = permission(
  "企画担当とシステム管理者は、計画の版歴、原稿の節、指標の変更の履歴、取り込んだ表に残る内容を消去することができる（二人で確認する）。代理としてはできない。",
  (actor) => mayPurge(actor), // whoever may take a leak from the public may take it from the records behind
);
