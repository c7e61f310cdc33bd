import type { WaitingGate } from "#domain/formulation/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import { addressOf } from "../formulation/addresses.ts";
import type { WaitingLine } from "./listening-lines.ts";

/** Gates that wait for a decision or a confirmation, and stages whose day is over. */
export function gateLines(gates: readonly WaitingGate[]): WaitingLine[] {
  return gates.map(({ plan, stage, isOpen }) => ({
    href: addressOf.stage(plan.slug, stage.id),
    label: isOpen ? `関門「${stage.name}」` : `段階「${stage.name}」`,
    words: isOpen
      ? `決定を待っています（${plan.name}）`
      : `予定（${warekiDate(stage.plannedUntil)}まで）を過ぎています（${plan.name}）`,
  }));
}
