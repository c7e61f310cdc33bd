import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { startOfTokyoDay } from "#kernel/clock.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { receiveVoice } from "../actions/intake.ts";
import type { Occasion } from "../occasion.ts";
import { mayCheckBatches } from "../permissions.ts";
import { onBatch, onSheet } from "./actions.ts";
import { takingFault, type PaperSheet } from "./batch.ts";
import { entryRefusals } from "./labels.ts";
import { deleteSheets, emptySheet, markSheetRead, saveBatchState, sendingKeysOf, sheetsOf } from "./store.ts";

/** Says that a sheet is as the paper (読み合わせ). Whoever typed it cannot say so. */
export async function readSheet(
  ctx: Ctx,
  asked: { readonly batchId: string; readonly sheetId: string; readonly version: number },
): Promise<Result<null>> {
  return onSheet(ctx, asked, async (tx, { batch, occasion, sheet }) => {
    permit(mayCheckBatches(ctx.actor, occasion), mayCheckBatches.sentence);
    if (batch.state !== "reading") return refuse(entryRefusals.notReading);
    const by = personId(ctx.actor);
    if (by === sheet.enteredBy) return refuse(entryRefusals.ownSheet);
    await markSheetRead(tx, sheet.id, { by, at: ctx.clock.now() });
    await record(tx, ctx, "voices.batch.sheetRead", { batchId: batch.id, sheetId: sheet.id });
    return accept(null);
  });
}

/** Takes a batch that was read as a whole into the ledger: all its sheets become voices, or none does. */
export async function takeBatch(ctx: Ctx, batchId: string): Promise<Result<{ readonly taken: number }>> {
  return onBatch(ctx, batchId, async (tx, { batch, occasion }) => {
    permit(mayCheckBatches(ctx.actor, occasion), mayCheckBatches.sentence);
    const sheets = await sheetsOf(tx, batchId);
    const fault = takingFault(batch, sheets);
    if (fault) return refuse(fault);
    const keys = await sendingKeysOf(tx, batchId);
    for (const sheet of sheets) {
      const taken = await takeSheet(tx, ctx, { sheet, occasion, sendingKey: keys.get(sheet.id) ?? "" });
      if (!taken.ok) return taken;
    }
    await saveBatchState(tx, { id: batchId, state: "taken" }, { by: personId(ctx.actor), at: ctx.clock.now() });
    await record(tx, ctx, "voices.batch.taken", { batchId, occasionId: occasion.id, voices: sheets.length });
    return accept({ taken: sheets.length });
  });
}

interface Taking {
  readonly sheet: PaperSheet;
  readonly occasion: Occasion;
  readonly sendingKey: string;
}

async function takeSheet(tx: Tx, ctx: Ctx, { sheet, occasion, sendingKey }: Taking): Promise<Result<null>> {
  const { entry, way, receivedOn, batchId, position } = sheet;
  const receivedAt = startOfTokyoDay(receivedOn);
  const batch = { id: batchId, row: position };
  const received = await receiveVoice(
    tx,
    ctx,
    { occasion, entry, way, receivedAt, sendingKey, batch },
    { isQuiet: true },
  );
  if (!received.ok) return received;
  await emptySheet(tx, sheet.id, received.value.id);
  return accept(null);
}

/** Says that the receipts went to the senders: the keys of which they are made are erased. */
export async function giveReceipts(ctx: Ctx, batchId: string): Promise<Result<null>> {
  return onBatch(ctx, batchId, async (tx, { batch }) => {
    if (batch.state !== "taken") return refuse(entryRefusals.notTaken);
    await deleteSheets(tx, batchId);
    await record(tx, ctx, "voices.batch.receiptsGiven", { batchId });
    return accept(null);
  });
}
