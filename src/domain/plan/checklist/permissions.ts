import { belongsTo, holds, type Actor } from "#domain/audit/index.ts";

/** Whether the person sees the board of a division: those who look after the whole plan see all, 課担当 and 課長 their own. */
export function seesQualityOf(actor: Actor, divisionId: string | null): boolean {
  return holds(actor, "planning", "finance", "executive", "auditor", "contractor") || belongsTo(actor, divisionId);
}
