import { warekiDate } from "#kernel/wareki.ts";
import type { Part, Run } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";

/** 測らないこととした指標: what was taken off the plan, why, and who decided it when. */
export function removedIndicatorPart({ snapshot }: PlanEdition): Part | undefined {
  const { removedIndicators } = snapshot;
  if (removedIndicators.length === 0) return undefined;
  const table = {
    kind: "table" as const,
    caption: `測らないこととした指標（${removedIndicators.length}）`,
    columns: [
      { heading: "番号", share: 1.5, align: "start" as const },
      { heading: "指標", share: 5, align: "start" as const },
      { heading: "理由", share: 6, align: "start" as const },
      { heading: "決めた会議・役職", share: 3, align: "start" as const },
      { heading: "決めた日", share: 3, align: "start" as const },
    ],
    rows: removedIndicators.map(({ code, name, reason, decidedBy, decidedOn }) =>
      [code, name, reason, decidedBy, decidedOn === "" ? "" : warekiDate(decidedOn)].map((text): Run[] => [{ text }]),
    ),
  };
  return { title: "測らないこととした指標", blocks: [table] };
}
