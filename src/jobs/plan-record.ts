import type { Ctx } from "#domain/audit/index.ts";
import { consultationSnapshotSchema, type ConsultationSnapshot } from "#domain/consultations/index.ts";
import { planVersions, versionPage } from "#domain/documents/index.ts";
import { stageLines, stageStateLabels, type Gate, type StageLine } from "#domain/formulation/index.ts";
import { planById } from "#domain/plan/index.ts";
import { stateOf, storedPublications } from "#domain/publication/index.ts";
import { voicesSnapshotSchema, type VoicesSnapshot } from "#domain/voices/index.ts";
import type { Hearing, PlanRecord } from "#export/plan-paper/records/record.ts";
import { tokyoDay } from "#kernel/clock.ts";

type PlanEvent = PlanRecord["events"][number];

/**
 * What 資料編 tells of a plan's making. Of consultations and opinions only what was published; of gates what was decided; of
 * versions those that are open.
 */
export async function planRecord(ctx: Ctx, planId: string): Promise<PlanRecord> {
  const { slug } = await planById(ctx, planId);
  const consultations = (await publishedOf(ctx, "consultation"))
    .map((payload) => consultationSnapshotSchema.parse(payload))
    .filter(({ plan }) => plan.slug === slug);
  const results = (await publishedOf(ctx, "voices"))
    .map((payload) => voicesSnapshotSchema.parse(payload))
    .filter(({ occasion }) => occasion.planSlug === slug);
  const today = ctx.clock.today();
  const events = [
    ...(await versionEvents(ctx, planId)),
    ...(await stageLines(ctx, planId)).flatMap((line) => stageEvents(line)),
    ...consultations.flatMap((consultation) => consultationEvents(consultation)),
  ];
  return {
    until: today,
    events: events.filter(({ day }) => day <= today).toSorted((one, other) => one.day.localeCompare(other.day)),
    hearings: results
      .map((result) => hearingOf(result))
      .toSorted((one, other) => one.opensOn.localeCompare(other.opensOn)),
    remarks: await remarksOf(ctx, planId),
  };
}

/** The payloads of a subject that may be read now. */
async function publishedOf(ctx: Ctx, subject: string): Promise<unknown[]> {
  const publications = storedPublications(ctx);
  const heads = (await publications.heads()).filter((head) => head.subject === subject && stateOf(head) === "current");
  const payloads = await Promise.all(heads.map(({ id }) => publications.payload(id)));
  return payloads.filter((payload) => payload !== undefined);
}

async function openVersions(ctx: Ctx, planId: string) {
  return (await planVersions(ctx, planId)).filter(
    ({ openness, purgedAt }) => openness !== "closed" && purgedAt === null,
  );
}

async function versionEvents(ctx: Ctx, planId: string): Promise<PlanEvent[]> {
  return (await openVersions(ctx, planId)).map(({ name, number, reason, frozenAt }) => ({
    day: tokyoDay(frozenAt),
    what: `「${name}」（第${number}版）を定める`,
    detail: reason,
  }));
}

function stageEvents({ stage, gates }: StageLine): PlanEvent[] {
  return gates
    .filter(({ state }) => state !== "open")
    .map((gate) => ({
      day: gate.decidedOn,
      what: `${stage.name}：${stageStateLabels[gate.state]}`,
      detail: decisionWords(gate),
    }));
}

function decisionWords({ decidedBody, documentNumber, reason }: Gate): string {
  const number = documentNumber === "" ? "" : `（${documentNumber}）`;
  return [`${decidedBody}${number}`, reason].filter(Boolean).join("　");
}

function consultationEvents({ title, opensOn, closesOn, detail }: ConsultationSnapshot): PlanEvent[] {
  switch (detail.kind) {
    case "townMeeting":
      return detail.venues.map(({ heldOn, place, attendance }) => ({
        day: heldOn,
        what: title,
        detail: [place, attendance ? `${attendance.people}人` : ""].filter(Boolean).join("　"),
      }));
    case "workshop":
      return detail.rounds.map(({ number, theme, heldOn, place, people }) => ({
        day: heldOn,
        what: `${title}　第${number}回`,
        detail: [theme, place, people > 0 ? `${people}人` : ""].filter(Boolean).join("　"),
      }));
    default:
      return [
        { day: opensOn, what: `${title}を始める`, detail: "" },
        ...(closesOn === null ? [] : [{ day: closesOn, what: `${title}を終える`, detail: "" }]),
      ];
  }
}

function hearingOf({ occasion, tallies, topics }: VoicesSnapshot): Hearing {
  const answers = new Map<string, number>();
  for (const { category, points } of topics)
    if (category) answers.set(category.name, (answers.get(category.name) ?? 0) + points);
  return {
    title: occasion.title,
    opensOn: occasion.opensOn,
    closesOn: occasion.closesOn,
    voices: tallies.voices,
    points: tallies.points,
    answers: [...answers].map(([name, points]) => ({ name, points })),
  };
}

async function remarksOf(ctx: Ctx, planId: string): Promise<PlanRecord["remarks"]> {
  const pages = await Promise.all((await openVersions(ctx, planId)).map(({ id }) => versionPage(ctx, id)));
  return pages
    .flatMap(({ version, remarks }) => remarks.map((remark) => ({ ...remark, said: version.name })))
    .map(({ speaker, kind, saidOn, said, words, answer }) => ({
      speaker: kind === "assembly" ? `議会　${speaker}` : speaker,
      saidOn,
      version: said,
      words,
      answer,
    }))
    .toSorted((one, other) => one.saidOn.localeCompare(other.saidOn));
}
