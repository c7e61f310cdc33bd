import type { Actor } from "#domain/audit/index.ts";
import { indicatorFaults } from "../../indicator.ts";
import { mayEditIndicators, mayEnterActuals } from "../../permissions.ts";
import { cellFault } from "../actual-cells.ts";
import type { Move } from "./model.ts";

/** Why a move cannot be made, whatever is decided about it. */
export function moveFault(actor: Actor, { line, year, change }: Move): string | undefined {
  const { indicator, measure } = line;
  if ("cell" in change) {
    if (!mayEnterActuals(actor, { ...measure, ownDivisionId: indicator.divisionId })) return mayEnterActuals.sentence;
    return cellFault({ cell: change.cell, stored: change.cell.seen, indicator, reason: "訂正" })?.message;
  }
  if (!mayEditIndicators(actor, measure)) return mayEditIndicators.sentence;
  const targets = [
    ...indicator.targets.filter((each) => each.year !== year),
    ...(change.target ? [change.target] : []),
  ];
  return indicatorFaults({ ...indicator, targets })?.fields?.[`target-${year}`];
}
