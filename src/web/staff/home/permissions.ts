import { permission } from "#domain/audit/index.ts";

export const mayEnter = permission(
  "サインインした人はだれでも、職員用の最初のページを開くことができる。",
  (actor) => actor.kind !== "nobody",
);
