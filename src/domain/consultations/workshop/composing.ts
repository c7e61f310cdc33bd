import type { Ctx } from "#domain/audit/index.ts";
import { answerTable, publicPoints, type AnswerLine, type PublicPoint } from "#domain/voices/index.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import type { Consultation } from "../consultation.ts";
import { placesOf, type NotePlace } from "./board.ts";
import type { PublishedHeading, PublishedNote, PublishedRound, WorkshopDetail } from "./detail.ts";
import { roundStates, type RoundState } from "./queries.ts";
import { workshopIn } from "./store/rounds.ts";
import { lacksOfWorkshop } from "./workshop.ts";

/** A workshop as it would go public now: its rounds, and the headings with the notes and answers that everybody may read. */
export async function workshopDetailOf(ctx: Ctx, { id }: Pick<Consultation, "id">): Promise<Result<WorkshopDetail>> {
  const words = await workshopIn(ctx.db, id);
  if (!words) throw new NotFound(`workshop ${id}`);
  const rounds = await roundStates(ctx, id);
  const lacks = lacksOfWorkshop(words, { rounds: rounds.length });
  if (lacks.length > 0)
    return refuse({
      code: "incomplete",
      message: `公表に必要なものが、まだありません：${lacks.join("、")}。`,
      remedy: "ワークショップのページで書き足してから、公表してください。",
    });
  const notes = placedNotes(await publicPoints(ctx, id), placesOf(rounds));
  const lines = await answerTable(ctx, { occasionId: id });
  const loose = notes.filter(({ point }) => point.topicId === null);
  return accept({
    kind: "workshop",
    ...words,
    rounds: rounds.map(publishedRound),
    headings: lines.map((line) => publishedHeading(line, notes)),
    loose: groupOf(loose.filter(({ point }) => point.exclusion === "")),
    excluded: loose.filter(({ point }) => point.exclusion !== "").length,
  });
}

interface Placed {
  readonly point: PublicPoint;
  readonly place: NotePlace;
}

/** Points in the order of rounds, tables and notes: an order of voices by votes would be a ranking. */
function placedNotes(points: readonly PublicPoint[], places: readonly NotePlace[]): Placed[] {
  return places.flatMap((place) =>
    points.filter(({ voiceId }) => voiceId === place.voiceId).map((point) => ({ point, place })),
  );
}

function publishedRound({ round, tables, people }: RoundState): PublishedRound {
  const { consultationId: _workshop, version: _version, ...shown } = round;
  return {
    ...shown,
    people,
    tables: tables.map(({ table }) => ({ name: table.name, people: table.people, summary: table.summary })),
  };
}

function publishedHeading({ topic, response, category, decision }: AnswerLine, notes: readonly Placed[]) {
  const { id: topicId, number: topicNumber, title } = topic;
  const decided = response?.state === "decided" ? decision : undefined;
  const answer: PublishedHeading["answer"] = decided?.decidedOn
    ? {
        category: category?.name ?? "",
        content: response?.content ?? "",
        body: decided.body,
        decidedOn: decided.decidedOn,
      }
    : null;
  return { topicId, topicNumber, title, ...groupOf(notes.filter(({ point }) => point.topicId === topicId)), answer };
}

function groupOf(notes: readonly Placed[]): { readonly notes: PublishedNote[]; readonly withheld: number } {
  const shown = notes.filter(({ point }) => point.words !== "");
  return {
    notes: shown.map(({ point: { voiceNumber, words }, place: { roundNumber, tableName, votes } }) => ({
      voiceNumber,
      words,
      round: roundNumber,
      table: tableName,
      votes,
    })),
    withheld: notes.length - shown.length,
  };
}
