import type { ReactNode } from "react";
import {
  voiceImportCase,
  voiceImportStageOf,
  type VoiceImport,
  type VoiceImportCase,
  type VoiceImportStage,
} from "#domain/voices/index.ts";
import type { Visit } from "#web/visit.ts";
import { elsewhereThan, StepFrame, type ImportSteps } from "../../import-parts/step-frame.tsx";
import { addressOf, homeCrumb } from "../addresses.ts";

export function caseOf({ ctx, params }: Visit): Promise<VoiceImportCase> {
  return voiceImportCase(ctx, params["import"] ?? "");
}

function stepsOf({ id }: VoiceImport): ImportSteps<VoiceImportStage> {
  return {
    steps: [
      { stage: "columns", label: "列の役目" },
      { stage: "questions", label: "読めない値" },
      { stage: "preview", label: "内容の確認" },
      { stage: "progress", label: "取込み" },
      { stage: "result", label: "結果" },
    ],
    hrefOf: (part) => addressOf.import(id, part),
  };
}

/** Where to go instead, when the import is not at this step. */
export function elsewhere(voiceImport: VoiceImport, step: VoiceImportStage): Response | undefined {
  const { state } = voiceImport;
  return elsewhereThan(stepsOf(voiceImport), { state, stage: voiceImportStageOf(voiceImport), step });
}

interface FrameProps {
  readonly visit: Visit;
  readonly theCase: VoiceImportCase;
  readonly step: VoiceImportStage;
  readonly title: string;
  readonly refreshSeconds?: number;
  readonly children: ReactNode;
}

export function VoiceImportFrame({ theCase: { voiceImport, occasion }, ...props }: FrameProps): ReactNode {
  return (
    <StepFrame
      {...stepsOf(voiceImport)}
      {...props}
      standing={voiceImport}
      crumbs={[homeCrumb, { href: addressOf.occasion(occasion.id), label: occasion.title }]}
      unchanged="台帳には何も入りません。"
    />
  );
}
