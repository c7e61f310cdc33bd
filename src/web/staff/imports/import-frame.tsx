import type { ReactNode } from "react";
import type { ImportCase, ImportStage } from "#domain/plan/index.ts";
import type { Visit } from "#web/visit.ts";
import { StepFrame, type ImportSteps } from "../import-parts/step-frame.tsx";
import { importPath, importsPath } from "./addresses.ts";

/** The steps of a plan's import. */
export function stepsOf({ plan, planImport }: ImportCase): ImportSteps<ImportStage> {
  return {
    steps: [
      { stage: "sheet", label: "シート" },
      { stage: "columns", label: "列" },
      { stage: "questions", label: "値の確認" },
      { stage: "preview", label: "変わる内容" },
      { stage: "progress", label: "反映" },
      { stage: "result", label: "結果" },
    ],
    hrefOf: (part) => importPath(plan.slug, planImport.id, part),
  };
}

export interface ImportFrameProps {
  readonly visit: Visit;
  readonly theCase: ImportCase;
  readonly step: ImportStage;
  readonly title: string;
  readonly children: ReactNode;
  readonly refreshSeconds?: number;
}

export function ImportFrame({ theCase, ...props }: ImportFrameProps): ReactNode {
  const { plan, planImport } = theCase;
  const crumbs = [
    { href: "/staff/plans", label: "計画" },
    { href: `/staff/plans/${plan.slug}`, label: plan.name },
    { href: importsPath(plan.slug), label: "表からの取込み" },
  ];
  return (
    <StepFrame
      {...stepsOf(theCase)}
      {...props}
      standing={planImport}
      crumbs={crumbs}
      wide
      unchanged="計画は変わりません。"
    />
  );
}
