import type { DraftVersion } from "#domain/documents/index.ts";
import type { Gate, GateState, Stage } from "#domain/formulation/index.ts";

/** A stage as it stands before its gate. */
export const usualStage: Stage = {
  id: "s",
  planId: "p",
  position: 2,
  name: "原案",
  plannedFrom: "2026-10-01",
  plannedUntil: "2026-11-21",
  isFinal: false,
  needsConfirmation: false,
  manualItems: [],
  version: 1,
};

export function versionOf(number: number, name = "素案"): DraftVersion {
  return {
    id: `v${number}`,
    planId: "p",
    number,
    name,
    openness: "discussion",
    reason: "関門に置くため",
    format: 1,
    hash: "",
    frozenAt: new Date("2026-11-10T01:00:00Z"),
    frozenBy: null,
    purgedAt: null,
    purgeReason: null,
  };
}

export function gateOf(state: GateState, versionId: string | null, more: Partial<Gate> = {}): Gate {
  return {
    id: `g-${state}-${versionId}`,
    stageId: "s",
    versionId,
    state,
    openedAt: new Date("2026-11-11T01:00:00Z"),
    decidedBody: "",
    decidedOn: "",
    documentNumber: "",
    reason: "",
    checks: [],
    items: [],
    views: [],
    conditions: [],
    confirmations: [],
    ...more,
  };
}
