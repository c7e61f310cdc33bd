import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  assignPoints,
  confirmCopy,
  createTopic,
  decideSingly,
  excludePoints,
  hideVoice,
  listCategories,
  makeCopy,
  undoStep,
  voicePage,
  writeResponse,
} from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden, NotFound } from "#kernel/result.ts";
import { useCity } from "../../../../test/support/city.ts";
import { announce, consultationWords, meetingWords } from "../../../../test/support/consultations.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../../test/support/results.ts";
import { notesAt, workshopOn, workshopRoundWords, workshopWords } from "../../../../test/support/workshops.ts";
import {
  addNotes,
  addWorkshopRound,
  announcementOf,
  consultationBySlug,
  createMeeting,
  editWorkshop,
  editWorkshopRound,
  keepNotes,
  keepTables,
  receiveNotes,
  removeWorkshopRound,
  workshopBoard,
  workshopPage,
  workshopRoundPage,
  writeSummaries,
} from "../index.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let planId: string;

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  planId = (await smallPlan(planning)).plan.id;
});

const boardOf = async (slug: string) => workshopBoard(planning, await consultationBySlug(planning, slug));
const seen = ({ pointId, pointVersion }: { pointId: string; pointVersion: number }) => ({
  id: pointId,
  version: pointVersion,
});

describe("the rounds of a workshop", () => {
  it("are numbered by their days, lie in the workshop's days, and go while they have no notes", async () => {
    const { id, slug, roundId } = await workshopOn(planning, planId, { slug: "rounds" });
    const round = { ...workshopRoundWords, consultationId: id, tables: 3 };
    expect(refusalOf(await addWorkshopRound(planning, { ...round, heldOn: "2026-12-01" }))).toBe("invalid");
    expect(refusalOf(await addWorkshopRound(planning, { ...round, ends: "13:00" }))).toBe("invalid");
    const earlier = accepted(await addWorkshopRound(planning, { ...round, heldOn: "2026-11-07" }));
    const { rounds } = await workshopPage(planning, id);
    expect(rounds.map((each) => [each.round.id, each.round.number])).toEqual([
      [earlier.id, 1],
      [roundId, 2],
    ]);
    expect(rounds[0]?.tables.map(({ table }) => table.name)).toEqual(["1班", "2班", "3班"]);
    const { version } = await consultationBySlug(planning, slug);
    const words = { ...consultationWords, slug, id, version, workshop: workshopWords };
    expect(refusalOf(await editWorkshop(planning, { ...words, opensOn: "2026-11-08" }))).toBe("periodFixed");
    accepted(await removeWorkshopRound(planning, earlier.id));
    expect(refusalOf(await editWorkshopRound(planning, { ...workshopRoundWords, id: roundId, version: 9 }))).toBe(
      "stale",
    );
    await expect(removeWorkshopRound(clerk, roundId)).rejects.toThrow(Forbidden);
  });

  it("have tables with people as counts, which may change names, and stay while notes lie on them", async () => {
    const { roundId, tables } = await workshopOn(planning, planId, { slug: "tables" });
    const [one, two] = tables.map(({ id }) => id);
    const seats = (first: string, second: string) => [
      { id: one ?? "", name: first, people: 5 },
      { id: two ?? "", name: second, people: 6 },
      { id: null, name: " ", people: 0 },
    ];
    const kept = { roundId, version: 1 };
    expect(refusalOf(await keepTables(planning, { ...kept, tables: seats("同じ", "同じ") }))).toBe("tableTwice");
    accepted(await keepTables(planning, { ...kept, tables: seats("2班", "1班") }));
    expect(refusalOf(await keepTables(planning, { ...kept, tables: seats("1班", "2班") }))).toBe("stale");
    await notesAt(planning, { roundId, tableId: one ?? "" }, ["公園"]);
    const without = { roundId, version: 2, tables: seats("", "1班") };
    expect(refusalOf(await keepTables(planning, without))).toBe("tableHasNotes");
    expect(refusalOf(await removeWorkshopRound(planning, roundId))).toBe("roundHasNotes");
    const summaries = {
      roundId,
      version: 2,
      summary: "話しました。\r\n次も。",
      tables: [{ id: one ?? "", summary: "公園の話" }],
    };
    accepted(await writeSummaries(planning, summaries));
    const state = await workshopRoundPage(planning, roundId);
    // 5 + 6 people
    expect([state.people, state.notes, state.waiting, state.round.summary]).toEqual([11, 1, 1, "話しました。\n次も。"]);
    expect(state.tables.map(({ table }) => [table.name, table.summary])).toEqual([
      ["2班", "公園の話"],
      ["1班", ""],
    ]);
  });
});

it("a procedure of another kind gets no round, and a round no more tables than fit a hall", async () => {
  const words = { ...consultationWords, slug: "no-workshop", title: "懇談会", planId };
  const { id } = accepted(await createMeeting(planning, { ...words, meeting: meetingWords }));
  const round = { ...workshopRoundWords, heldOn: words.opensOn, consultationId: id, tables: 1 };
  await expect(addWorkshopRound(planning, round)).rejects.toBeInstanceOf(NotFound);
  const { roundId } = await workshopOn(planning, planId, { slug: "many-tables" });
  const tables = Array.from({ length: 51 }, (_, index) => ({ id: null, name: `${index}班`, people: 0 }));
  expect(refusalOf(await keepTables(planning, { roundId, version: 1, tables }))).toBe("tooManyTables");
});

describe("notes", () => {
  it("come in without empty ones, are put right, counted and taken away, all or none", async () => {
    const { roundId, tables } = await workshopOn(planning, planId, { slug: "notes" });
    const tableId = tables[0]?.id ?? "";
    const form = {
      roundId,
      notes: ["バス", " ", "公園"].map((content) => ({ tableId, content, votes: 0 })),
    };
    expect(accepted(await addNotes(planning, form)).notes).toBe(2);
    const long = [{ tableId, content: "あ".repeat(501), votes: 0 }];
    expect(refusalOf(await addNotes(planning, { roundId, notes: long }))).toBe("noteTooLong");
    const elsewhere = [{ tableId: newId(), content: "橋", votes: 0 }];
    expect(refusalOf(await addNotes(planning, { roundId, notes: elsewhere }))).toBe("tableGone");
    const before = (await workshopRoundPage(planning, roundId)).tables[0]?.notes ?? [];
    const [bus, park] = before.map(({ id, content, votes, version }) => ({ id, content, votes, version }));
    if (!bus || !park) throw new Error("no notes");
    const better = {
      roundId,
      notes: [
        { ...bus, content: "バスを増やす", votes: 4 },
        { ...park, content: "" },
      ],
    };
    expect(refusalOf(await keepNotes(planning, { roundId, notes: [{ ...bus, votes: -1 }] }))).toBe("votesWrong");
    accepted(await keepNotes(planning, better));
    expect(refusalOf(await keepNotes(planning, better))).toBe("stale");
    const after = (await workshopRoundPage(planning, roundId)).tables[0]?.notes ?? [];
    expect(after.map(({ content, votes }) => [content, votes])).toEqual([["バスを増やす", 4]]);
    await expect(addNotes(clerk, form)).rejects.toThrow(Forbidden);
  });

  it("become voices of the ledger after the round, and then keep their words while votes are still counted", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "received", heldOn: "2026-11-22" });
    const eve = city().as(planning.actor, "2026-11-21T01:00:00Z");
    expect(refusalOf(await receiveNotes(planning, roundId))).toBe("nothingToReceive");
    await notesAt(planning, { roundId, tableId: tables[1]?.id ?? "" }, ["公園"]);
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["バス"]);
    expect(refusalOf(await receiveNotes(eve, roundId))).toBe("notHeldYet");
    expect((await boardOf(slug)).unreceived).toBe(2);
    const evening = city().as(planning.actor, "2026-11-22T09:00:00Z");
    expect(accepted(await receiveNotes(evening, roundId)).voices).toBe(2);
    const board = await boardOf(slug);
    expect(board.waiting.map(({ words, tableName }) => [tableName, words])).toEqual([
      ["1班", "バス"],
      ["2班", "公園"],
    ]);
    const { voice, lacks } = await voicePage(planning, board.waiting[0]?.voiceNumber ?? 0);
    // 13:30 in Tokyo is 04:30 in UTC
    expect([voice.way, voice.text, voice.receivedAt.toISOString()]).toEqual([
      "venue",
      "バス",
      "2026-11-22T04:30:00.000Z",
    ]);
    expect(lacks.map(({ code }) => code)).toEqual(["noTopic"]);
    const note = (await workshopRoundPage(planning, roundId)).tables[0]?.notes[0];
    if (!note) throw new Error("no note");
    expect(refusalOf(await keepNotes(planning, { roundId, notes: [{ ...note, content: "鉄道" }] }))).toBe("noteFixed");
    accepted(await keepNotes(planning, { roundId, notes: [{ ...note, votes: 7 }] }));
    expect((await boardOf(slug)).waiting.map(({ votes }) => votes)).toEqual([7, 0]);
  });
});

describe("the board", () => {
  it("groups notes by the ledger's own topics, with its acts and its undo", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "board" });
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["バス", "鉄道", "なし"]);
    accepted(await receiveNotes(planning, roundId));
    const [bus, train, nothing] = (await boardOf(slug)).waiting;
    if (!bus || !train || !nothing) throw new Error("no notes");
    const heading = { planId, title: "移動", place: "", nodeId: null };
    const made = accepted(await createTopic(planning, { ...heading, points: [seen(bus)] }));
    const moved = accepted(await assignPoints(planning, { points: [seen(train)], topicId: made.id }));
    expect(refusalOf(await assignPoints(planning, { points: [seen(train)], topicId: null }))).toBe("stalePoints");
    const left = accepted(await excludePoints(planning, { points: [seen(nothing)], exclusion: "内容がないため" }));
    const board = await boardOf(slug);
    expect(board.headings.map(({ title, notes }) => [title, notes.map(({ words }) => words)])).toEqual([
      ["移動", ["バス", "鉄道"]],
    ]);
    expect([board.waiting.length, board.excluded.map(({ exclusion }) => exclusion)]).toEqual([0, ["内容がないため"]]);
    accepted(await undoStep(planning, { planId, stepId: left.stepId ?? "" }));
    accepted(await undoStep(planning, { planId, stepId: moved.stepId ?? "" }));
    expect((await boardOf(slug)).waiting.map(({ words }) => words)).toEqual(["鉄道", "なし"]);
  });

  it("tells of a topic that it shares with other procedures how many points it has there", async () => {
    const { slug, roundId, tables } = await workshopOn(planning, planId, { slug: "shared" });
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["夜のバス"]);
    accepted(await receiveNotes(planning, roundId));
    const [note] = (await boardOf(slug)).waiting;
    const shared = (await boardOf(slug)).otherTopics.find(({ title }) => title === "移動");
    if (!note || !shared) throw new Error("nothing to share");
    accepted(await assignPoints(planning, { points: [seen(note)], topicId: shared.id }));
    // the other workshop left one note there
    expect((await boardOf(slug)).headings.map(({ notes, elsewhere }) => [notes.length, elsewhere])).toEqual([[1, 1]]);
  });
});

describe("what goes public of a workshop", () => {
  it("is counted without words until two people looked at the copy, and never shown where it is hidden", async () => {
    const { id, slug, roundId, tables } = await workshopOn(planning, planId, { slug: "public" });
    await notesAt(planning, { roundId, tableId: tables[0]?.id ?? "" }, ["山本さんの畑", "草刈り", "悪口"]);
    accepted(await receiveNotes(planning, roundId));
    const notes = (await boardOf(slug)).waiting;
    const topic = accepted(
      await createTopic(planning, { planId, title: "農地", place: "", nodeId: null, points: notes.map(seen) }),
    );
    accepted(await announce(planning, slug));
    expect(await publicHeading(slug)).toMatchObject({ title: "農地", notes: [], withheld: 3, answer: null });
    const second = city().as(await personIn(city(), "鈴木", { roles: ["planning"] }));
    for (const [index, { voiceNumber }] of notes.entries()) {
      const { voice } = await voicePage(planning, voiceNumber);
      const words = index === 0 ? ["山本"] : [];
      accepted(await makeCopy(planning, { voiceId: voice.id, edition: 1, version: 0, spans: [], words }));
      accepted(await confirmCopy(second, { voiceId: voice.id, version: 1 }));
      if (index === 2) accepted(await hideVoice(planning, { id: voice.id, version: voice.version, reason: "中傷" }));
    }
    const [category] = await listCategories(planning);
    const answer = {
      topicId: topic.id,
      version: 0,
      categoryId: category?.id ?? null,
      content: "農地の章に生かします。",
    };
    accepted(await writeResponse(planning, { ...answer, isSubmitted: true }));
    accepted(await announce(planning, slug, "結果"));
    expect((await publicHeading(slug))?.answer).toBeNull();
    const decided = { body: "市長決裁", documentNumber: "8みほ企第12号", decidedOn: "2026-11-20" };
    accepted(await decideSingly(planning, { topicId: topic.id, title: "回答", statement: "", ...decided }));
    accepted(await announce(planning, slug, "どう生かしたか"));
    const heading = await publicHeading(slug);
    expect(heading?.notes.map(({ words }) => words)).toEqual([expect.stringMatching(/さんの畑$/), "草刈り"]);
    expect([heading?.withheld, heading?.answer?.content]).toEqual([1, "農地の章に生かします。"]);
    const published = JSON.stringify((await announcementOf(planning, { id, slug }))?.snapshot);
    expect(published).not.toMatch(/山本|悪口/);
  });
});

async function publicHeading(slug: string) {
  const detail = (await announcementOf(planning, await consultationBySlug(planning, slug)))?.snapshot.detail;
  return detail?.kind === "workshop" ? detail.headings[0] : undefined;
}
