import { holds, permission } from "#domain/audit/index.ts";

export const mayTraceLineage = permission(
  "企画は、前の計画の施策と新しい計画の施策の対応（継続・分割・統合・新規・終了）を決められる。",
  (actor) => holds(actor, "planning"),
);
