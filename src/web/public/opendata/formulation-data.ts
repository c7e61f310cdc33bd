import {
  stageStateLabels,
  type FormulationSnapshot,
  type PublishedGate,
  type PublishedStage,
} from "#domain/formulation/published.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

interface Row {
  readonly order: number;
  readonly stage: PublishedStage;
  /** The stage's gate, its only row where there is none. */
  readonly gate: PublishedGate | undefined;
}

/** The stages of a plan's making (策定の段階) as open data: one row for each gate. */
export function stageSet({ stages }: FormulationSnapshot): DataSet {
  const columns: Column<Row>[] = [
    { key: "order", title: "順", cell: ({ order }) => order },
    { key: "stage", title: "段階", cell: ({ stage }) => stage.name },
    { key: "plannedFrom", title: "予定の始まり", cell: ({ stage }) => stage.plannedFrom },
    { key: "plannedUntil", title: "予定の終わり", cell: ({ stage }) => stage.plannedUntil },
    { key: "state", title: "状態", cell: ({ stage, gate }) => stageStateLabels[gate?.state ?? stage.state] },
    { key: "version", title: "版", cell: ({ gate }) => gate?.version?.name ?? null },
    { key: "versionHash", title: "版のハッシュ値", cell: ({ gate }) => gate?.version?.hash ?? null },
    { key: "decidedOn", title: "決定した日", cell: ({ gate }) => gate?.decidedOn ?? null },
    { key: "body", title: "決定した会議や役職", cell: ({ gate }) => gate?.body ?? null },
    { key: "reason", title: "理由", cell: ({ gate }) => gate?.reason ?? null },
    {
      key: "conditions",
      title: "条件",
      cell: ({ gate }) => gate?.conditions.map(({ words }) => words).join("\n") ?? null,
    },
  ];
  const rows = stages.flatMap((stage, index): Row[] => {
    const gates = stage.gates.length > 0 ? stage.gates : [undefined];
    return gates.map((gate) => ({ order: index + 1, stage, gate }));
  });
  const description = "計画をつくる段階と、段階ごとに決まった版・日・会議・条件。";
  return dataSet({ name: "stages", title: "策定の段階", description, columns }, rows);
}
