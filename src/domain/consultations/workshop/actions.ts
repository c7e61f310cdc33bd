import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { isId, newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { changeConsultation, consultationToManage, openConsultation } from "../actions/consultations.ts";
import type { AllWords, Consultation } from "../consultation.ts";
import { mayOpenConsultations } from "../permissions.ts";
import { workshopRefusals } from "./labels.ts";
import { notesIn } from "./store/notes.ts";
import {
  deleteRound,
  holdRound,
  insertRound,
  insertTable,
  insertWorkshop,
  nextRoundVersion,
  roundsIn,
  saveRound,
  saveWorkshop,
  tablesIn,
  workshopOfRound,
} from "./store/rounds.ts";
import {
  isOutside,
  mostTables,
  workshopFault,
  workshopRoundFault,
  type WorkshopRound,
  type WorkshopRoundWords,
  type WorkshopTable,
  type WorkshopWords,
} from "./workshop.ts";

/** Makes a workshop (ワークショップ). */
export async function createWorkshop(
  ctx: Ctx,
  { planId, workshop, ...words }: AllWords & { readonly planId: string; readonly workshop: WorkshopWords },
): Promise<Result<{ readonly id: string }>> {
  permit(mayOpenConsultations(ctx.actor), mayOpenConsultations.sentence);
  const fault = workshopFault(workshop);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const opened = await openConsultation(tx, ctx, { ...words, kind: "workshop", planId });
    if (!opened.ok) return opened;
    await insertWorkshop(tx, opened.value.id, tidied(workshop));
    await record(tx, ctx, "consultation.workshop.created", { occasionId: opened.value.id, planId });
    return opened;
  });
}

/** Corrects what is said of a workshop; its days keep those of its rounds. */
export async function editWorkshop(
  ctx: Ctx,
  { workshop, ...words }: AllWords & Pick<Consultation, "id" | "version"> & { readonly workshop: WorkshopWords },
): Promise<Result<null>> {
  const fault = workshopFault(workshop);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    await workshopToManage(tx, ctx, words.id);
    const rounds = await roundsIn(tx, words.id);
    if (rounds.some(({ heldOn }) => isOutside(heldOn, words))) return refuse(workshopRefusals.periodFixed);
    const changed = await changeConsultation(tx, ctx, words);
    if (!changed.ok) return changed;
    await saveWorkshop(tx, words.id, tidied(workshop));
    await record(tx, ctx, "consultation.workshop.edited", { occasionId: words.id });
    return accept(null);
  });
}

/** Adds a round (回) with as many tables as are asked for, named 1班, 2班 …. */
export async function addWorkshopRound(
  ctx: Ctx,
  {
    consultationId,
    tables,
    ...words
  }: WorkshopRoundWords & { readonly consultationId: string; readonly tables: number },
): Promise<Result<{ readonly id: string }>> {
  return ctx.transaction(async (tx) => {
    const { occasion } = await workshopToManage(tx, ctx, consultationId);
    const fault = workshopRoundFault(words, occasion);
    if (fault) return refuse(fault);
    if (!(Number.isInteger(tables) && tables >= 0 && tables <= mostTables)) return refuse(tablesWrong);
    const id = newId();
    await insertRound(tx, { ...words, id, consultationId });
    for (let number = 1; number <= tables; number += 1)
      await insertTable(tx, { id: newId(), roundId: id, position: number, name: `${number}班`, people: 0 });
    await record(tx, ctx, "consultation.workshopRound.added", { occasionId: consultationId, roundId: id });
    return accept({ id });
  });
}

const tablesWrong = {
  code: "invalid",
  message: "入力に誤りがあります。",
  remedy: "印の付いた項目を直してください。",
  fields: { tables: `0から${mostTables}までの整数を入れてください。` },
};

/** Corrects a round. */
export async function editWorkshopRound(
  ctx: Ctx,
  { id, version, ...words }: WorkshopRoundWords & Pick<WorkshopRound, "id" | "version">,
): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { consultation } = await roundToManage(tx, ctx, id);
    const fault = workshopRoundFault(words, consultation.occasion);
    if (fault) return refuse(fault);
    if (!(await nextRoundVersion(tx, id, version))) return refuse(workshopRefusals.roundStale);
    await saveRound(tx, { ...words, id });
    await record(tx, ctx, "consultation.workshopRound.edited", { occasionId: consultation.id, roundId: id });
    return accept(null);
  });
}

/** Takes away a round that has no notes. */
export async function removeWorkshopRound(ctx: Ctx, id: string): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const { consultation, tables } = await roundToManage(tx, ctx, id);
    const notes = await notesIn(
      tx,
      tables.map((table) => table.id),
    );
    if (notes.length > 0) return refuse(workshopRefusals.roundHasNotes);
    await deleteRound(tx, id);
    await record(tx, ctx, "consultation.workshopRound.removed", { occasionId: consultation.id, roundId: id });
    return accept(null);
  });
}

async function workshopToManage(tx: Tx, ctx: Ctx, id: string): Promise<Consultation> {
  return consultationToManage(tx, ctx, { id, kinds: ["workshop"] });
}

/** A round with its workshop and its tables. */
export interface RoundRoom {
  readonly round: WorkshopRound;
  readonly tables: readonly WorkshopTable[];
  readonly consultation: Consultation;
}

/** A round that the person may change, held until the transaction ends. @throws NotFound when there is none with this id */
export async function roundToManage(tx: Tx, ctx: Ctx, id: string): Promise<RoundRoom> {
  const workshopId = isId(id) ? await workshopOfRound(tx, id) : undefined;
  if (workshopId === undefined) throw new NotFound(`round ${id}`);
  await holdRound(tx, id);
  const round = (await roundsIn(tx, workshopId)).find((each) => each.id === id);
  if (!round) throw new NotFound(`round ${id}`);
  return {
    round,
    tables: await tablesIn(tx, [id]),
    consultation: await workshopToManage(tx, ctx, workshopId),
  };
}

function tidied({ purpose, eligibility, howToApply, nextSteps }: WorkshopWords): WorkshopWords {
  return {
    purpose: purpose.trim(),
    eligibility: eligibility.trim(),
    howToApply: howToApply.trim(),
    nextSteps: nextSteps.trim(),
  };
}
