import type { Ctx } from "#domain/audit/index.ts";
import { voiceTexts, type VoiceText } from "#domain/voices/index.ts";
import { grouped } from "#kernel/grouped.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { mayReadConsultations } from "../permissions.ts";
import type { WorkshopNote } from "./note.ts";
import { notesIn } from "./store/notes.ts";
import { roundsIn, tablesIn, workshopIn, workshopOfRound } from "./store/rounds.ts";
import type { WorkshopRound, WorkshopTable, WorkshopWords } from "./workshop.ts";

/** A table with its notes. */
export interface TableState {
  readonly table: WorkshopTable;
  readonly notes: readonly WorkshopNote[];
}

/** A round with its tables. */
export interface RoundState {
  readonly round: WorkshopRound;
  readonly tables: readonly TableState[];
  /** How many sat at the tables. */
  readonly people: number;
  readonly notes: number;
  /** Notes that are not in the ledger yet. */
  readonly waiting: number;
}

export interface WorkshopPage {
  readonly words: WorkshopWords;
  readonly rounds: readonly RoundState[];
}

/** A workshop with its rounds. @throws NotFound where the consultation is of another kind */
export async function workshopPage(ctx: Ctx, id: string): Promise<WorkshopPage> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const words = await workshopIn(ctx.db, id);
  if (!words) throw new NotFound(`workshop ${id}`);
  return { words, rounds: await roundStates(ctx, id) };
}

export interface WorkshopRoundPage extends RoundState {
  /** The voices that its notes are, by their ids. */
  readonly voices: ReadonlyMap<string, VoiceText>;
}

/** A round of a workshop with its tables and notes, and the words of those that are in the ledger. @throws NotFound */
export async function workshopRoundPage(ctx: Ctx, roundId: string): Promise<WorkshopRoundPage> {
  permit(mayReadConsultations(ctx.actor), mayReadConsultations.sentence);
  const workshopId = isId(roundId) ? await workshopOfRound(ctx.db, roundId) : undefined;
  const states = workshopId === undefined ? [] : await roundStates(ctx, workshopId);
  const state = states.find(({ round }) => round.id === roundId);
  if (!state) throw new NotFound(`round ${roundId}`);
  const ids = state.tables.flatMap(({ notes }) => notes.flatMap(({ voiceId }) => voiceId ?? []));
  return { ...state, voices: new Map((await voiceTexts(ctx.db, ids)).map((voice) => [voice.id, voice])) };
}

/** All rounds of a workshop with everything on their tables, in three statements. */
export async function roundStates(ctx: Pick<Ctx, "db">, workshopId: string): Promise<RoundState[]> {
  const rounds = await roundsIn(ctx.db, workshopId);
  const tables = await tablesIn(
    ctx.db,
    rounds.map(({ id }) => id),
  );
  const notes = await notesIn(
    ctx.db,
    tables.map(({ id }) => id),
  );
  const notesAt = grouped(notes, ({ tableId }) => tableId);
  return rounds.map((round) => {
    const own = tables.filter(({ roundId }) => roundId === round.id);
    const states = own.map((table) => ({ table, notes: notesAt.get(table.id) ?? [] }));
    const all = states.flatMap((state) => state.notes);
    return {
      round,
      tables: states,
      people: own.reduce((sum, { people }) => sum + people, 0),
      notes: all.length,
      waiting: all.filter(({ voiceId }) => voiceId === null).length,
    };
  });
}
