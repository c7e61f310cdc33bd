import type { Ctx } from "#domain/audit/index.ts";
import {
  answerTable,
  everyTopic,
  sortedVoicesOf,
  topicBoard,
  type AnswerLine,
  type ResponseState,
} from "#domain/voices/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Consultation } from "../consultation.ts";
import { roundStates, type RoundState } from "./queries.ts";

/** A note on the board: a point of the ledger with where it was written. */
export interface BoardNote {
  readonly pointId: string;
  /** The point's version as it is seen; the ledger refuses to move another one. */
  readonly pointVersion: number;
  readonly words: string;
  readonly voiceNumber: number;
  /** Not shown to the public. */
  readonly isHidden: boolean;
  readonly roundNumber: number;
  readonly tableName: string;
  /** Dots that were put on it: told, never an order. */
  readonly votes: number;
  readonly exclusion: string;
}

/** A heading of the board (見出し): a topic of the ledger with the workshop's notes under it. */
export interface BoardHeading {
  readonly topicId: string;
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly nodeId: string | null;
  readonly version: number;
  readonly notes: readonly BoardNote[];
  /** Points that other procedures put under the same topic. */
  readonly elsewhere: number;
  /** どう生かしたか as it stands; null while nobody has written. A decided one lets no note go and keeps its words. */
  readonly answer: HeadingAnswer | null;
}

export interface HeadingAnswer {
  readonly state: ResponseState;
  readonly category: string;
  readonly content: string;
  readonly decidedOn: string | null;
}

/** A topic of the plan that has no note of this workshop yet, but may get one. */
export interface OtherTopic {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly points: number;
}

export interface WorkshopBoard {
  readonly planId: string;
  readonly headings: readonly BoardHeading[];
  /** Notes without a heading, in the order of rounds and tables. */
  readonly waiting: readonly BoardNote[];
  /** 対象外 */
  readonly excluded: readonly BoardNote[];
  readonly otherTopics: readonly OtherTopic[];
  /** Notes that are not in the ledger yet, and so not on the board. */
  readonly unreceived: number;
  readonly isSettled: boolean;
}

/**
 * The board (盤) of a workshop: its notes under the ledger's own topics. It is changed by the ledger's acts alone: `assignPoints` moves
 * notes, `createTopic` makes a heading of them, `editTopic` words it anew, `mergeTopics` joins headings, `excludePoints` leaves notes
 * out, and `undoStep` takes any of it back.
 */
export async function workshopBoard(ctx: Ctx, { id, occasion }: Consultation): Promise<WorkshopBoard> {
  const { planId } = occasion;
  const rounds = await roundStates(ctx, id);
  const notes = await boardNotes(ctx, id, rounds);
  const headings = await headingsOf(ctx, id, notes);
  const all = await topicBoard(ctx, { ...everyTopic, planId });
  const pointsOf = new Map(all.map((topic) => [topic.id, topic.points]));
  const shown = new Set(headings.map(({ topicId }) => topicId));
  const loose = notes.filter(({ topicId }) => topicId === null);
  return {
    planId,
    headings: headings.map((each) => ({
      ...each,
      elsewhere: (pointsOf.get(each.topicId) ?? each.notes.length) - each.notes.length,
    })),
    waiting: loose.filter(({ exclusion }) => exclusion === ""),
    excluded: loose.filter(({ exclusion }) => exclusion !== ""),
    otherTopics: all
      .filter((topic) => !shown.has(topic.id))
      .map((topic) => ({ id: topic.id, number: topic.number, title: topic.title, points: topic.points })),
    unreceived: rounds.reduce((sum, { waiting }) => sum + waiting, 0),
    isSettled: occasion.settledAt !== null,
  };
}

type PlacedNote = BoardNote & { readonly topicId: string | null };

/** The points of the workshop's voices in the order of rounds, tables and notes. */
async function boardNotes(ctx: Ctx, occasionId: string, rounds: readonly RoundState[]): Promise<PlacedNote[]> {
  const voices = new Map((await sortedVoicesOf(ctx, occasionId)).map((voice) => [voice.id, voice]));
  return placesOf(rounds).flatMap(({ voiceId, ...place }) => {
    const voice = voices.get(voiceId);
    return (voice?.points ?? []).map((point) => ({
      ...place,
      pointId: point.id,
      pointVersion: point.version,
      words: point.quote,
      voiceNumber: voice?.number ?? 0,
      isHidden: voice?.isHidden ?? false,
      exclusion: point.exclusion,
      topicId: point.topicId,
    }));
  });
}

/** Where a note that is in the ledger was written. */
export interface NotePlace {
  readonly voiceId: string;
  readonly roundNumber: number;
  readonly tableName: string;
  readonly votes: number;
}

/** Where the notes of the ledger were written, in the order of rounds and tables. */
export function placesOf(rounds: readonly RoundState[]): NotePlace[] {
  return rounds.flatMap(({ round, tables }) =>
    tables.flatMap(({ table, notes }) =>
      notes.flatMap(({ voiceId, votes }) =>
        voiceId === null ? [] : [{ voiceId, roundNumber: round.number, tableName: table.name, votes }],
      ),
    ),
  );
}

async function headingsOf(
  ctx: Ctx,
  occasionId: string,
  notes: readonly PlacedNote[],
): Promise<Omit<BoardHeading, "elsewhere">[]> {
  const under = grouped(notes, ({ topicId }) => topicId);
  return (await answerTable(ctx, { occasionId })).map((line) => ({
    topicId: line.topic.id,
    number: line.topic.number,
    title: line.topic.title,
    place: line.topic.place,
    nodeId: line.topic.nodeId,
    version: line.topic.version,
    notes: under.get(line.topic.id) ?? [],
    answer: answerOf(line),
  }));
}

function answerOf({ response, category, decision }: AnswerLine): HeadingAnswer | null {
  if (!response) return null;
  const { state, content } = response;
  return { state, content, category: category?.name ?? "", decidedOn: decision?.decidedOn ?? null };
}
