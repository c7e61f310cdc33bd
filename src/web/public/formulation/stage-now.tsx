import type { ReactNode } from "react";
import { isFinished, type FormulationSnapshot, type PublishedStage } from "#domain/formulation/published.ts";

/** The stage in which a plan stands, and the one that comes next. */
export interface StageNow {
  readonly now: PublishedStage | undefined;
  readonly next: PublishedStage | undefined;
}

export function stageNow({ stages }: Pick<FormulationSnapshot, "stages">): StageNow {
  const at = stages.findIndex(({ state }) => !isFinished(state));
  return { now: stages[at], next: at < 0 ? undefined : stages[at + 1] };
}

/** In one sentence, where the plan is and what comes next. */
export function StageWords({ now, next }: StageNow): ReactNode {
  if (!now) return "すべての段階が終わりました。";
  return (
    <>
      いまは、<b>「{now.name}」</b>の段階です。
      {now.state === "sentBack" && "案を直しています。"}
      {next && `つぎは、「${next.name}」です。`}
    </>
  );
}
