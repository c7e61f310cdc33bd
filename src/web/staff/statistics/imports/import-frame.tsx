import type { ReactNode } from "react";
import {
  statisticImportCase,
  statisticStageOf,
  type StatisticImport,
  type StatisticImportCase,
  type StatisticImportStage,
} from "#domain/statistics/index.ts";
import type { Visit } from "#web/visit.ts";
import { elsewhereThan, StepFrame, type ImportSteps } from "../../import-parts/step-frame.tsx";
import { addressOf, homeCrumb } from "../addresses.ts";

export function caseOf({ ctx, params }: Visit): Promise<StatisticImportCase> {
  return statisticImportCase(ctx, params["import"] ?? "");
}

function stepsOf({ id }: StatisticImport): ImportSteps<StatisticImportStage> {
  return {
    steps: [
      { stage: "settings", label: "表の読み方" },
      { stage: "preview", label: "変わる内容の確認" },
      { stage: "progress", label: "取込み" },
      { stage: "result", label: "結果" },
    ],
    hrefOf: (part) => addressOf.import(id, part),
  };
}

/** Where to go instead, when the import is not at this step. */
export function elsewhere(statisticImport: StatisticImport, step: StatisticImportStage): Response | undefined {
  const { state } = statisticImport;
  return elsewhereThan(stepsOf(statisticImport), { state, stage: statisticStageOf(statisticImport), step });
}

interface FrameProps {
  readonly visit: Visit;
  readonly statisticImport: StatisticImport;
  readonly step: StatisticImportStage;
  readonly title: string;
  readonly refreshSeconds?: number;
  readonly children: ReactNode;
}

export function StatisticImportFrame({ statisticImport, ...props }: FrameProps): ReactNode {
  return (
    <StepFrame
      {...stepsOf(statisticImport)}
      {...props}
      standing={statisticImport}
      crumbs={[homeCrumb, { href: addressOf.imports, label: "取込み" }]}
      unchanged="統計は変わりません。"
    />
  );
}
