import type { Ctx } from "#domain/audit/index.ts";
import {
  addNotes,
  addWorkshopRound,
  createWorkshop,
  keepTables,
  workshopRoundPage,
  type WorkshopRoundWords,
  type WorkshopWords,
} from "#domain/consultations/index.ts";
import { announce, consultationWords } from "./consultations.ts";
import { accepted } from "./results.ts";

/** What a workshop says of itself. */
export const workshopWords: WorkshopWords = {
  purpose: "10年後のまちを、いっしょに考えます。",
  eligibility: "市内に住む人",
  howToApply: "電話で申し込めます。",
  nextSteps: "素案に生かします。",
};

/** A round on 2026-11-14, from 13:30. */
export const workshopRoundWords: WorkshopRoundWords = {
  theme: "まちのよいところ",
  place: "中央公民館",
  directions: "",
  heldOn: "2026-11-14",
  begins: "13:30",
  ends: "15:30",
};

/** A workshop in November 2026 with one round and two tables, not yet public. */
export async function workshopOn(
  ctx: Ctx,
  planId: string,
  { slug = "talk-together", ...round }: Partial<WorkshopRoundWords> & { readonly slug?: string } = {},
) {
  const words = { ...consultationWords, slug, title: "みらいワークショップ", summary: "", duty: "classify" as const };
  const { id } = accepted(await createWorkshop(ctx, { ...words, planId, workshop: workshopWords }));
  const order = { ...workshopRoundWords, ...round, consultationId: id, tables: 2 };
  const { id: roundId } = accepted(await addWorkshopRound(ctx, order));
  const { tables } = await workshopRoundPage(ctx, roundId);
  return { id, slug, roundId, tables: tables.map(({ table }) => table) };
}

/** Publishes the workshop that `publicAddresses` names, with a round that was: six people at one of its tables. */
export async function publishSampleWorkshop(ctx: Ctx, planId: string): Promise<void> {
  const { slug, roundId, tables } = await workshopOn(ctx, planId);
  const sat = tables.map(({ id, name }, index) => ({ id, name, people: index === 0 ? 6 : 0 }));
  accepted(await keepTables(ctx, { roundId, version: 1, tables: sat }));
  accepted(await announce(ctx, slug));
}

/** Enters notes at a table. */
export async function notesAt(
  ctx: Ctx,
  { roundId, tableId }: { readonly roundId: string; readonly tableId: string },
  contents: readonly string[],
): Promise<void> {
  const notes = contents.map((content) => ({ tableId, content, votes: 0 }));
  accepted(await addNotes(ctx, { roundId, notes }));
}
