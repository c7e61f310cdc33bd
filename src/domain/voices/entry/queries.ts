import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Occasion } from "../occasion.ts";
import { mayEnterVoices } from "../permissions.ts";
import { occasionById } from "../queries/occasions.ts";
import type { PaperSheet, VoiceBatch } from "./batch.ts";
import { batchIn, paperBatchesOf, sheetsOf } from "./store.ts";

/** The batches of papers of one occasion, the newest first. */
export async function listBatches(ctx: Ctx, occasion: Occasion): Promise<VoiceBatch[]> {
  permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
  return paperBatchesOf(ctx.db, occasion.id);
}

/** A batch with its sheets, for those who may enter voices of its occasion. */
export interface BatchPage {
  readonly batch: VoiceBatch;
  readonly occasion: Occasion;
  readonly sheets: readonly PaperSheet[];
}

/** @throws NotFound */
export async function batchPage(ctx: Ctx, id: string): Promise<BatchPage> {
  const batch = isId(id) ? await batchIn(ctx.db, id) : undefined;
  if (batch?.kind !== "paper") throw new NotFound(`batch ${id}`);
  const occasion = await occasionById(ctx, batch.occasionId);
  permit(mayEnterVoices(ctx.actor, occasion), mayEnterVoices.sentence);
  return { batch, occasion, sheets: await sheetsOf(ctx.db, id) };
}
