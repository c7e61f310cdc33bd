import { personId as actorId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { newId } from "#kernel/id.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import type { Workbook } from "#kernel/sheet.ts";
import type { CityDb } from "#platform/database/index.ts";
import { chartOn } from "../division.ts";
import { grantRefusals } from "../labels.ts";
import { mayTransferPeople } from "../permissions.ts";
import { keepsAdministrator } from "../role-grant.ts";
import { allDivisions } from "../store/divisions.ts";
import { allPeople, grantsOf, lockAdministrators, namesOf, postsOf } from "../store/people.ts";
import {
  allTransfers,
  employeeNumbers,
  insertTransfer,
  saveCancellation,
  saveDecision,
  transferById,
  type Transfer,
} from "../store/transfers.ts";
import { doMove, retire } from "../transfers/doing.ts";
import { transferRefusals } from "../transfers/labels.ts";
import { changes, type MovePlan } from "../transfers/moves.ts";
import { planMoves, type Registered } from "../transfers/planning.ts";
import { readTransfers } from "../transfers/reading.ts";
import type { TransferStep } from "../transfers/steps.ts";
import { undoStep } from "../transfers/undoing.ts";

/** Reads a list of transfers from an office's sheet and keeps it as a draft; nobody moves yet. @returns its id */
export async function draftTransfer(
  ctx: Ctx,
  input: { readonly fileName: string; readonly workbook: Workbook },
): Promise<Result<string>> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  const read = readTransfers(input.workbook);
  if (!read.ok) return read;
  const { lines, days } = read.value;
  const effectiveOn = days[0] ?? ctx.clock.today();
  return ctx.transaction(async (tx) => {
    const id = newId();
    const made = { madeBy: actorId(ctx.actor), madeAt: ctx.clock.now() };
    await insertTransfer(tx, { id, effectiveOn, fileName: input.fileName, lines, ...made });
    await record(tx, ctx, "identity.transfer.drafted", { transferId: id });
    return accept(id);
  });
}

export interface TransferPage extends Transfer {
  /** What a draft would do now. */
  readonly plan: MovePlan;
  /** Of what is shown: what is decided is what was seen. */
  readonly seal: string;
}

/** A list with what it would do against what is registered now. @throws NotFound */
export async function transferPage(ctx: Ctx, id: string): Promise<TransferPage> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  const transfer = await transferById(ctx.db, id);
  const plan = planMoves(transfer.lines, await registered(ctx.db));
  return { ...transfer, plan, seal: sealOf(plan) };
}

/** All lists, from the latest day. */
export async function listTransfers(ctx: Ctx): Promise<Transfer[]> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  return allTransfers(ctx.db);
}

async function registered(db: CityDb): Promise<Registered> {
  const numbers = await employeeNumbers(db);
  const divisions = await allDivisions(db);
  return {
    people: (await allPeople(db)).map((person) => ({ ...person, employeeNumber: numbers.get(person.id) ?? "" })),
    posts: await postsOf(db),
    grants: await grantsOf(db),
    chartOn: (day) => chartOn(divisions, day),
  };
}

function sealOf({ effectiveOn = "", moves }: MovePlan): string {
  return sha256(canonicalJson({ effectiveOn, moves } as unknown as Json)); // members are texts, numbers, lists and null
}

export interface TransferDecision {
  readonly id: string;
  readonly seal: string;
  /** Scheme and host for the links of invitations. */
  readonly origin: string;
}

/** Does a list, all or nothing: posts and roles end the day before and begin on its day, new people are invited. */
export async function decideTransfer(ctx: Ctx, { id, seal, origin }: TransferDecision): Promise<Result<void>> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  return ctx.transaction(async (tx) => {
    const transfer = await transferById(tx, id, true);
    if (transfer.state !== "draft") return refuse(transferRefusals.notDraft);
    await lockAdministrators(tx);
    const plan = planMoves(transfer.lines, await registered(tx));
    const { effectiveOn } = plan;
    if (plan.faults.length > 0 || effectiveOn === undefined) return refuse(transferRefusals.hasFaults);
    if (!plan.moves.some(changes)) return refuse(transferRefusals.nothing);
    if (sealOf(plan) !== seal) return refuse(transferRefusals.changedMeanwhile);
    const steps = await doAll(tx, ctx, plan, { effectiveOn, origin });
    if (!keepsAdministrator(await lockAdministrators(tx), new Set(), effectiveOn))
      return refuse(grantRefusals.lastAdministrator);
    await saveDecision(tx, { id, steps, by: actorId(ctx.actor), at: ctx.clock.now() });
    const personIds = [...new Set(steps.map(({ personId }) => personId))];
    await record(tx, ctx, "identity.transfer.decided", { transferId: id, effectiveOn, personIds });
    return accept(undefined);
  });
}

async function doAll(
  tx: Tx,
  ctx: Ctx,
  plan: MovePlan,
  setting: { readonly effectiveOn: string; readonly origin: string },
): Promise<TransferStep[]> {
  const steps: TransferStep[] = [];
  for (const move of plan.moves.filter(changes)) {
    steps.push(...(await doMove(tx, ctx, move, setting)));
    if (move.kind === "retires" && move.personId) steps.push(await retire(tx, ctx, move.personId, setting.effectiveOn));
  }
  return steps;
}

/** Takes a draft away, or a decided list back, as long as its day has not come and nobody of it was changed since. */
export async function cancelTransfer(ctx: Ctx, { id }: { readonly id: string }): Promise<Result<void>> {
  permit(mayTransferPeople(ctx.actor), mayTransferPeople.sentence);
  return ctx.transaction(async (tx) => {
    const transfer = await transferById(tx, id, true);
    if (transfer.state === "cancelled") return refuse(transferRefusals.notDraft);
    if (transfer.state === "decided") {
      if (transfer.effectiveOn <= ctx.clock.today()) return refuse(transferRefusals.tooLate);
      const touched = await undoAll(tx, ctx, transfer);
      if (touched.length > 0) return refuse(transferRefusals.touched(touched.join("、")));
    }
    await saveCancellation(tx, { id, by: actorId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "identity.transfer.cancelled", { transferId: id });
    return accept(undefined);
  });
}

/** @returns the names of those who were changed since */
async function undoAll(tx: Tx, ctx: Ctx, { steps, effectiveOn }: Transfer): Promise<string[]> {
  const touched = new Set<string>();
  for (const step of steps.toReversed()) {
    if (!(await undoStep(tx, ctx, step, effectiveOn))) touched.add(step.personId);
  }
  return [...(await namesOf(tx, [...touched])).values()];
}
