import type { Ctx } from "#domain/audit/index.ts";
import {
  addNotes,
  addWorkshopRound,
  consultationBySlug,
  createWorkshop,
  keepTables,
  publishableConsultation,
  receiveNotes,
  workshopBoard,
  workshopPage,
  writeSummaries,
  type WorkshopWords,
} from "#domain/consultations/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import {
  assignTopics,
  confirmCopy,
  createTopic,
  decideSingly,
  excludePoints,
  listCategories,
  makeCopy,
  voicePage,
  writeResponse,
} from "#domain/voices/index.ts";
import { addDays } from "#kernel/day.ts";
import { daysBefore } from "../../earlier.ts";
import { expectAccepted } from "../../outcome.ts";
import type { DivisionIds } from "../../sample-branches.ts";
import {
  decidedHeading,
  headings,
  nameInNote,
  sampleRounds,
  type HeadingKey,
  type SampleNote,
  type SampleRound,
} from "./workshop-notes.ts";

const slug = "future";
const title = "みほんの未来ワークショップ";

const words: WorkshopWords = {
  purpose:
    "総合計画を動かす実施計画に、市民の皆さんの考えを生かすためです。だれでも話せるように、付箋に書きながら進めます。",
  eligibility: "市内に住む人、市内で働く人・学ぶ人",
  howToApply: "企画課への電話で申し込めます。2回のうち1回だけの参加もできます。",
  nextSteps:
    "出された意見は、実施計画の案をつくる資料にします。見出しごとに、どう生かしたかをこのページでお知らせします。",
};

/** What the workshop is made with: when each step was, and by whom. */
interface Making {
  readonly ctx: Ctx;
  readonly plan: Plan;
  readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">;
  readonly planners: readonly [(at: Ctx) => Ctx, (at: Ctx) => Ctx];
  readonly divisions: DivisionIds;
}

/** A workshop of two rounds: its notes, their headings, and how the city uses what one heading says. */
export async function seedWorkshop(making: Making): Promise<void> {
  const { ctx, planners } = making;
  const [first, second] = planners;
  const id = await openWorkshop(making, first(daysBefore(ctx, 35)));
  await announce(making, first(daysBefore(ctx, 34)), "開催の案内");
  for (const round of sampleRounds) await holdRound(first(daysBefore(ctx, round.ago - 1)), id, round);
  await gather(making, first(daysBefore(ctx, 8)));
  await lookAtCopies(first(daysBefore(ctx, 7)), second(daysBefore(ctx, 6)));
  await decideOne(first(daysBefore(ctx, 3)));
  await announce(making, first(daysBefore(ctx, 2)), "出された意見と、どう生かしたか");
}

async function openWorkshop({ plan, divisions }: Making, at: Ctx): Promise<string> {
  const days = { opensOn: at.clock.today(), closesOn: addDays(at.clock.today(), 26), voiceYears: 5, senderYears: 1 };
  const divisionId = divisions.get("企画課") ?? null;
  const summary = "実施計画に向けて、2回にわたり、市民の皆さんと10年後のまちを話し合いました。";
  const common = { slug, title, summary, contact: "", divisionId, duty: "classify", ...days } as const;
  const made = await createWorkshop(at, { ...common, planId: plan.id, workshop: words });
  const { id } = expectAccepted(made, title);
  for (const { theme, place, ago } of sampleRounds) {
    const heldOn = addDays(at.clock.today(), 35 - ago);
    const round = { theme, place, directions: "市役所の北どなりです。駐車場があります。", heldOn };
    const hours = { begins: "13:30", ends: "15:30" };
    expectAccepted(await addWorkshopRound(at, { ...round, ...hours, consultationId: id, tables: 3 }), theme);
  }
  return id;
}

async function announce({ asking }: Making, at: Ctx, label: string): Promise<void> {
  const version = { of: publishableConsultation, reference: slug, label, openness: "decided", note: "" } as const;
  expectAccepted(await publishNow(at, { ...version, ...asking }), label);
}

/** What the clerk enters the day after a round. */
async function holdRound(at: Ctx, workshopId: string, { theme, summary, tables }: SampleRound): Promise<void> {
  const state = (await workshopPage(at, workshopId)).rounds.find(({ round }) => round.theme === theme);
  const roundId = state?.round.id ?? "";
  const seats = (state?.tables ?? []).map(({ table }, index) => ({ ...table, people: tables[index]?.people ?? 0 }));
  expectAccepted(await keepTables(at, { roundId, version: 1, tables: seats }), "its tables");
  const said = seats.map(({ id }, index) => ({ id, summary: tables[index]?.summary ?? "" }));
  expectAccepted(await writeSummaries(at, { roundId, version: 2, summary, tables: said }), "its summaries");
  const notes = seats.flatMap(({ id: tableId }, index) =>
    (tables[index]?.notes ?? []).map(([content, , votes = 0]) => ({ tableId, content, votes })),
  );
  expectAccepted(await addNotes(at, { roundId, notes }), "its notes");
  expectAccepted(await receiveNotes(at, roundId), "its voices");
}

/** Gathers the notes under their headings; one is left out, two wait. */
async function gather({ plan, divisions }: Making, at: Ctx): Promise<void> {
  const { waiting } = await workshopBoard(at, await consultationBySlug(at, slug));
  const sorted = new Map(sampleRounds.flatMap(({ tables }) => tables.flatMap(({ notes }) => notes.map(keyed))));
  const pointsUnder = (key: HeadingKey) =>
    waiting
      .filter((note) => sorted.get(note.words) === key)
      .map(({ pointId, pointVersion }) => ({ id: pointId, version: pointVersion }));
  for (const [key, heading] of Object.entries(headings)) {
    const points = pointsUnder(key as HeadingKey); // its own key
    const topic = { planId: plan.id, title: heading, place: "", nodeId: null, points };
    const { id } = expectAccepted(await createTopic(at, topic), heading);
    const asked = { ids: [id], division: divisions.get("企画課") ?? null, dueOn: addDays(at.clock.today(), 21) };
    expectAccepted(await assignTopics(at, asked), heading);
  }
  const left = { points: pointsUnder("excluded"), exclusion: "会の進め方への感想のため" };
  expectAccepted(await excludePoints(at, left), "the note that is left out");
}

function keyed([said, key]: SampleNote): [string, HeadingKey] {
  return [said, key];
}

async function lookAtCopies(first: Ctx, second: Ctx): Promise<void> {
  const { headings: shown, waiting } = await workshopBoard(first, await consultationBySlug(first, slug));
  for (const { voiceNumber, words: said } of [...shown.flatMap(({ notes }) => notes), ...waiting]) {
    const { voice } = await voicePage(first, voiceNumber);
    const blackened = said.includes(nameInNote) ? [nameInNote] : [];
    const copy = { voiceId: voice.id, edition: 1, version: 0, spans: [], words: blackened };
    expectAccepted(await makeCopy(first, copy), "a copy for the public");
    expectAccepted(await confirmCopy(second, { voiceId: voice.id, version: 1 }), "a second look");
  }
}

async function decideOne(at: Ctx): Promise<void> {
  const { headings: shown } = await workshopBoard(at, await consultationBySlug(at, slug));
  const topicId = shown.find((each) => each.title === headings[decidedHeading.key])?.topicId ?? "";
  const categories = await listCategories(at);
  const categoryId = categories.find(({ symbol }) => symbol === decidedHeading.category)?.id ?? null;
  const answer = { topicId, version: 0, categoryId, content: decidedHeading.answer, isSubmitted: true };
  expectAccepted(await writeResponse(at, answer), "its answer");
  const decided = { body: "企画課長決裁", documentNumber: "8みほ企第201号", decidedOn: at.clock.today() };
  const decision = {
    topicId,
    title: "ワークショップの意見の生かし方について",
    statement: "案のとおり決めてよいか伺います。",
  };
  expectAccepted(await decideSingly(at, { ...decision, ...decided }), "its decision");
}
