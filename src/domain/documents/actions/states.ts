import { record, type Ctx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { mayAskForCheck, mayConfirmSections } from "../permissions.ts";
import { mayFollow, type SectionState } from "../section.ts";
import { openLoans } from "../store/loans.ts";
import { setSectionState } from "../store/states.ts";
import { heldSection } from "./held-section.ts";

interface StateChange {
  readonly sectionId: string;
  /** The version of the texts that the person looked at. */
  readonly textVersion: number;
  readonly state: SectionState;
  readonly reason: string;
}

/** Sets a section's state: asks for the check, confirms what was looked at, or opens it again with a reason (差替え). */
export async function changeState(ctx: Ctx, change: StateChange): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const section = await heldSection(tx, change.sectionId);
    const isWriters = change.state === "checking" || change.state === "writing";
    const allowed = isWriters ? mayAskForCheck : mayConfirmSections;
    permit(allowed(ctx.actor, section), allowed.sentence);
    if (!mayFollow(section.state, change.state)) return refuse(sectionRefusals.noSuchStep);
    if (section.textVersion !== change.textVersion) return refuse(sectionRefusals.stale);
    if ((await openLoans(tx, [section.id])).length > 0) return refuse(sectionRefusals.onLoan);
    const reason = change.reason.trim();
    if (change.state === "replacing" && reason === "") return refuse(sectionRefusals.reasonNeeded);
    await setSectionState(tx, ctx, { ...change, reason });
    await record(tx, ctx, `documents.section.${change.state}`, { planId: section.planId, sectionId: section.id });
    return accept(null);
  });
}
