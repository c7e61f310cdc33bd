import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { emptyEntry, receiveVoices, type Intake } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { beginningOf } from "../town-meeting/registration.ts";
import { roundToManage, type RoundRoom } from "./actions.ts";
import { workshopRefusals } from "./labels.ts";
import { notesFault, type NewNote, type WorkshopNote } from "./note.ts";
import { deleteNote, insertNotes, notesIn, saveNote, tieNoteToVoice } from "./store/notes.ts";

/** Enters notes (付箋) at the tables of a round, all or none; those without words are left out. */
export async function addNotes(
  ctx: Ctx,
  { roundId, notes }: { readonly roundId: string; readonly notes: readonly NewNote[] },
): Promise<Result<{ readonly notes: number }>> {
  const written = notes
    .map((note) => ({ ...note, content: note.content.trim() }))
    .filter((note) => note.content !== "");
  const fault = notesFault(written);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const { tables, consultation } = await roundToManage(tx, ctx, roundId);
    const ids = new Set(tables.map(({ id }) => id));
    if (written.some(({ tableId }) => !ids.has(tableId))) return refuse(workshopRefusals.tableGone);
    await insertNotes(tx, placedAfter(await notesIn(tx, [...ids]), written));
    await record(tx, ctx, "consultation.notes.added", { occasionId: consultation.id, roundId, notes: written.length });
    return accept({ notes: written.length });
  });
}

/** New notes behind those that lie on their tables already. */
function placedAfter(before: readonly WorkshopNote[], notes: readonly NewNote[]) {
  const last = Math.max(0, ...before.map(({ position }) => position));
  return notes.map((note, index) => ({ ...note, id: newId(), position: last + index + 1 }));
}

/** A note as a form says it: votes of any, words of one that is not in the ledger; without words it is taken away. */
export type NoteEntry = Pick<WorkshopNote, "id" | "content" | "votes" | "version">;

/** Puts notes right and counts their votes, all or none. */
export async function keepNotes(
  ctx: Ctx,
  { roundId, notes }: { readonly roundId: string; readonly notes: readonly NoteEntry[] },
): Promise<Result<null>> {
  const fault = notes.length > 0 ? notesFault(notes) : undefined;
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const { tables, consultation } = await roundToManage(tx, ctx, roundId);
    const known = new Map((await notesOf(tx, { tables })).map((note) => [note.id, note]));
    const changed = notes.map((note) => ({ ...note, content: note.content.trim() })).filter(isChanged(known));
    const refusal = changed.map(keepingRefusal(known)).find((each) => each !== undefined);
    if (refusal) return refuse(refusal);
    for (const note of changed) {
      const isGone = note.content === "" && known.get(note.id)?.voiceId === null;
      await (isGone ? deleteNote(tx, note.id) : saveNote(tx, note));
    }
    await record(tx, ctx, "consultation.notes.kept", { occasionId: consultation.id, roundId, notes: changed.length });
    return accept(null);
  });
}

function isChanged(known: ReadonlyMap<string, WorkshopNote>) {
  return ({ id, content, votes }: NoteEntry) => {
    const before = known.get(id);
    return before?.content !== content || before.votes !== votes;
  };
}

function keepingRefusal(known: ReadonlyMap<string, WorkshopNote>) {
  return ({ id, content, version }: NoteEntry): Refusal | undefined => {
    const before = known.get(id);
    if (before?.voiceId && content !== "") return workshopRefusals.noteFixed;
    return before?.version === version ? undefined : workshopRefusals.notesStale;
  };
}

/**
 * Puts the notes of a round that are not there yet into the ledger (台帳に入れる): each becomes a voice whose whole text is one point
 * without a heading, and waits on the board.
 */
export async function receiveNotes(ctx: Ctx, roundId: string): Promise<Result<{ readonly voices: number }>> {
  return ctx.transaction(async (tx) => {
    const room = await roundToManage(tx, ctx, roundId);
    const fresh = (await notesOf(tx, room)).filter(({ voiceId }) => voiceId === null);
    if (fresh.length === 0) return refuse(workshopRefusals.nothingToReceive);
    if (room.round.heldOn > ctx.clock.today()) return refuse(workshopRefusals.notHeldYet);
    const received = await receiveVoices(
      tx,
      ctx,
      fresh.map((note) => intakeOf(room, note)),
    );
    if (!received.ok) return received;
    for (const [index, voiceId] of received.value.entries()) {
      const note = fresh[index];
      if (note) await tieNoteToVoice(tx, { id: note.id, voiceId });
    }
    const { id: occasionId } = room.consultation;
    await record(tx, ctx, "consultation.notes.received", { occasionId, roundId, voices: fresh.length });
    return accept({ voices: fresh.length });
  });
}

function intakeOf({ round, consultation }: RoundRoom, { id, content }: WorkshopNote): Intake {
  return {
    occasion: consultation.occasion,
    entry: { ...emptyEntry, text: content },
    way: "venue",
    receivedAt: beginningOf(round),
    sendingKey: `note:${id}`,
    wholePoint: { topicId: null },
  };
}

/** The notes of a round's tables, table by table in their order. */
async function notesOf(tx: Tx, { tables }: Pick<RoundRoom, "tables">): Promise<WorkshopNote[]> {
  const ids = tables.map(({ id }) => id);
  const notes = await notesIn(tx, ids);
  return notes.toSorted((one, other) => ids.indexOf(one.tableId) - ids.indexOf(other.tableId));
}
