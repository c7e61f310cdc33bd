import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { colleaguesHolding, divisionsOn } from "#domain/identity/index.ts";
import { nodeDivisions } from "#domain/plan/index.ts";
import { isDay } from "#kernel/day.ts";
import { grouped } from "#kernel/grouped.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { queueMail } from "#platform/mail/index.ts";
import { deskRefusals } from "../desk-labels.ts";
import { reminderMail } from "../mails.ts";
import { mayAssignTopics } from "../permissions.ts";
import { askDivisions, noteReminded, type Asking, type HeldTopic } from "../store/topics.ts";
import { keepStep, savingOf, type Done } from "./desk-room.ts";
import { topicBefore, topicsToChange } from "./topics.ts";

export interface Assignment {
  readonly ids: readonly string[];
  /** A division, `measure` for the one that is in charge of each topic's 施策 (主管課), or null for none. */
  readonly division: string | null;
  readonly dueOn: string | null;
}

/** Asks a division to draft the answers of topics until a day. */
export async function assignTopics(ctx: Ctx, { ids, division, dueOn }: Assignment): Promise<Result<Done>> {
  permit(mayAssignTopics(ctx.actor), mayAssignTopics.sentence);
  return ctx.transaction(async (tx) => {
    if (dueOn !== null && (!isDay(dueOn) || dueOn < ctx.clock.today())) return refuse(deskRefusals.dueOnWrong);
    const held = await topicsToChange(tx, ctx, ids);
    if (!held.ok) return held;
    const askings = await askingsOf(ctx, held.value, division);
    if (!askings) return refuse(deskRefusals.divisionMissing);
    const planId = held.value[0]?.planId ?? "";
    const made = { topics: held.value.map(topicBefore) };
    const stepId = await keepStep(tx, ctx, { planId, act: "divisionsAsked", made });
    await askDivisions(tx, askings, { dueOn: division === null ? null : dueOn, saving: savingOf(ctx) });
    await record(tx, ctx, "voices.topics.asked", { planId, topicIds: ids.slice(0, 50), points: 0 });
    return accept({ stepId, points: 0 });
  });
}

/** Undefined when a division is not known, or a topic has no measure with one. */
async function askingsOf(
  ctx: Ctx,
  topics: readonly HeldTopic[],
  division: string | null,
): Promise<Asking[] | undefined> {
  if (division === null) return topics.map(({ id }) => ({ id, divisionId: null }));
  const known = new Set((await divisionsOn(ctx, ctx.clock.today())).map(({ id }) => id));
  const ofNodes =
    division === "measure"
      ? await nodeDivisions(
          ctx,
          topics.flatMap(({ nodeId }) => nodeId ?? []),
        )
      : undefined;
  const askings = topics.map(({ id, nodeId }) => ({
    id,
    divisionId: ofNodes ? (ofNodes.get(nodeId ?? "") ?? null) : division,
  }));
  return askings.every(({ divisionId }) => divisionId !== null && known.has(divisionId)) ? askings : undefined;
}

export interface Reminder {
  readonly ids: readonly string[];
  /** Scheme and host of the staff site, for the address in the mail. */
  readonly origin: string;
  /** The page to which the mail leads. */
  readonly path: string;
}

/** Reminds those who draft in the divisions of topics that wait for an answer: how many, until when, and where. No words of anybody. */
export async function remindTopics(
  ctx: Ctx,
  { ids, origin, path }: Reminder,
): Promise<Result<{ readonly mails: number }>> {
  permit(mayAssignTopics(ctx.actor), mayAssignTopics.sentence);
  return ctx.transaction(async (tx) => {
    const held = await topicsToChange(tx, ctx, ids);
    if (!held.ok) return held;
    const waiting = held.value.filter(({ divisionId, state }) => divisionId !== null && (state ?? "draft") === "draft");
    const sent = await sendReminders(tx, ctx, waiting, `${origin}${path}`);
    if (sent.mails === 0) return refuse(deskRefusals.nobodyToRemind);
    await noteReminded(tx, sent.topicIds, ctx.clock.now());
    await record(tx, ctx, "voices.topics.reminded", { topicIds: sent.topicIds.slice(0, 50), people: sent.mails });
    return accept({ mails: sent.mails });
  });
}

async function sendReminders(
  tx: Tx,
  ctx: Ctx,
  topics: readonly HeldTopic[],
  link: string,
): Promise<{ readonly mails: number; readonly topicIds: string[] }> {
  const people = await colleaguesHolding(ctx, ["clerk", "chief"]);
  let mails = 0;
  const topicIds: string[] = [];
  for (const [divisionId, asked] of grouped(topics, (topic) => topic.divisionId ?? "")) {
    const readers = people.filter(({ divisionIds }) => divisionIds.includes(divisionId));
    const [dueOn = null] = asked.flatMap((topic) => topic.dueOn ?? []).sort();
    for (const { name, email } of readers)
      await queueMail(
        tx,
        ctx.municipality.code,
        reminderMail({ to: email, name, city: ctx.municipality.name, topics: asked.length, dueOn, link }),
      );
    mails += readers.length;
    if (readers.length > 0) topicIds.push(...asked.map(({ id }) => id));
  }
  return { mails, topicIds };
}
