import { record, within, type Ctx, type Tx } from "#domain/audit/index.ts";
import { planNodes } from "#domain/plan/index.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { mayAskForCheck, mayConfirmSections } from "../permissions.ts";
import {
  isChangedSince,
  mayFollow,
  outlineOf,
  sectionName,
  type OutlineSection,
  type SectionState,
} from "../section.ts";
import { openLoans } from "../store/loans.ts";
import { holdSections, sectionsOf } from "../store/sections.ts";
import { setSectionStates, stateMarksOf, type SeenSection } from "../store/states.ts";
import { heldSection } from "./held-section.ts";

interface StateChange extends SeenSection {
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
    const reason = change.reason.trim();
    const fault = (await stepFaults(tx, [section], [change], change.state))[0]?.fault;
    if (fault) return refuse(fault);
    if (change.state === "replacing" && reason === "") return refuse(sectionRefusals.reasonNeeded);
    await setSectionStates(tx, ctx, { sections: [change], state: change.state, reason });
    await record(tx, ctx, `documents.section.${change.state}`, { planId: section.planId, sectionId: section.id });
    return accept(null);
  });
}

interface Confirmation {
  readonly planId: string;
  readonly seen: readonly SeenSection[];
}

/** Confirms some sections as they were looked at (まとめて確定する): all of them or, when one of them cannot be confirmed, none. */
export async function confirmSections(
  ctx: Ctx,
  { planId, seen }: Confirmation,
): Promise<Result<{ confirmed: number }>> {
  if (seen.length === 0) return refuse(sectionRefusals.noneChosen);
  const ids = seen.map(({ sectionId }) => sectionId);
  return ctx.transaction(async (tx) => {
    await holdSections(tx, ids);
    const outline = outlineOf(await sectionsOf(tx, planId), await planNodes(within(ctx, tx), planId));
    const sections = outline.filter(({ id }) => ids.includes(id));
    for (const section of sections) permit(mayConfirmSections(ctx.actor, section), mayConfirmSections.sentence);
    if (sections.length < ids.length) return refuse(sectionRefusals.stale);
    const faults = await stepFaults(tx, sections, seen, "confirmed");
    if (faults.length > 0) return refuse(faultsTogether(faults));
    await setSectionStates(tx, ctx, { sections: seen, state: "confirmed", reason: "" });
    await record(tx, ctx, "documents.sections.confirmed", { planId, sections: seen.length, sectionIds: ids.join(" ") });
    return accept({ confirmed: seen.length });
  });
}

interface StepFault {
  readonly section: OutlineSection;
  readonly fault: Refusal;
}

/** Which of the held sections cannot take this step, and why. */
async function stepFaults(
  tx: Tx,
  sections: readonly OutlineSection[],
  seen: readonly SeenSection[],
  state: SectionState,
): Promise<StepFault[]> {
  const ids = sections.map(({ id }) => id);
  const marks = await stateMarksOf(tx, ids);
  const lent = new Set((await openLoans(tx, ids)).map(({ sectionId }) => sectionId));
  return sections.flatMap((section): StepFault[] => {
    const ownMark = marks.find(({ sectionId }) => sectionId === section.id);
    const standing = { state: section.state, isChangedSince: isChangedSince(section, ownMark) };
    if (!mayFollow(standing, state)) return [{ section, fault: sectionRefusals.noSuchStep }];
    const { textVersion } = seen.find(({ sectionId }) => sectionId === section.id) ?? {};
    if (textVersion !== section.textVersion) return [{ section, fault: sectionRefusals.stale }];
    return lent.has(section.id) ? [{ section, fault: sectionRefusals.onLoan }] : [];
  });
}

function faultsTogether(faults: readonly StepFault[]): Refusal {
  const told = faults.map(({ section, fault }) => `「${sectionName(section)}」：${fault.message}`);
  return {
    code: "notAllConfirmable",
    message: `${faults.length}件の節を確定できないため、どれも確定していません。`,
    remedy: `${told.join(" ")} 下の一覧を確かめて、もう一度選んでください。`,
  };
}
