import { belongsTo, holds, permission } from "#domain/audit/index.ts";
import type { NodeDivisions } from "#domain/plan/index.ts";

export const mayReadStatistics = permission(
  "企画・財政・課担当・課長・部長会議・受託者・監査は、統計と計画の背景（社会潮流・課題整理・上位計画）を読める。",
  (actor) => holds(actor, "planning", "finance", "clerk", "chief", "executive", "contractor", "auditor"),
);

export const mayManageStatistics = permission("企画と財政は、統計を取り込み、項目と団体のグループを直せる。", (actor) =>
  holds(actor, "planning", "finance"),
);

export const mayCiteStatistics = permission<[NodeDivisions]>(
  "企画はすべての施策に、課担当と課長は自分の課が主管か関係課である施策に、根拠となる統計を付けられる。",
  (actor, { divisionId, relatedDivisionIds }) =>
    holds(actor, "planning") || (holds(actor, "clerk", "chief") && belongsTo(actor, divisionId, ...relatedDivisionIds)),
);

export const mayWriteBackground = permission(
  "企画は、社会潮流・課題整理シート・上位計画を書き、施策と結び付けられる。",
  (actor) => holds(actor, "planning"),
);
