import type { Ctx } from "#domain/audit/index.ts";
import { permit } from "#kernel/result.ts";
import { lacksOfTopic, lacksOfVoice, type Lack } from "../completeness.ts";
import { mayReadVoices } from "../permissions.ts";
import type { Duty } from "../channel.ts";
import type { Occasion } from "../occasion.ts";
import { sortedVoices, type SortedVoice, type TopicRow } from "../store/answer-table.ts";
import { answerTable, type AnswerLine } from "./answer-table.ts";
import { occasionById } from "./occasions.ts";

/** What is still missing in an occasion: voices and topics that are not done with, each with why. */
export interface Standing {
  readonly occasion: Occasion;
  readonly voices: number;
  readonly topics: number;
  readonly openVoices: readonly { readonly id: string; readonly number: number; readonly lacks: readonly Lack[] }[];
  readonly openTopics: readonly { readonly topic: TopicRow; readonly lacks: readonly Lack[] }[];
}

/** How far an occasion is from being settled: the one place that asks the rules of completeness. @throws NotFound */
export async function standingOf(ctx: Ctx, occasionId: string): Promise<Standing> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return standingIn(await occasionById(ctx, occasionId), {
    voices: await sortedVoices(ctx.db, occasionId),
    lines: await answerTable(ctx, { occasionId }),
  });
}

/** The same of voices and topics that were read already. */
export function standingIn(
  occasion: Occasion,
  { voices, lines }: { readonly voices: readonly SortedVoice[]; readonly lines: readonly AnswerLine[] },
): Standing {
  return {
    occasion,
    voices: voices.length,
    topics: lines.length,
    openVoices: voices.flatMap((voice) => openVoice(occasion.duty, voice)),
    openTopics: lines.flatMap((line) => openTopic(occasion.duty, line)),
  };
}

function openVoice(duty: Duty, { id, number, text, points }: SortedVoice) {
  const lacks = lacksOfVoice(duty, text, points);
  return lacks.length > 0 ? [{ id, number, lacks }] : [];
}

function openTopic(duty: Duty, { topic, response, category, changes }: AnswerLine) {
  const realChanges = changes.filter(({ before, after }) => before !== after).length;
  const lacks = lacksOfTopic(duty, { response, category, place: topic.place, realChanges });
  return lacks.length > 0 ? [{ topic, lacks }] : [];
}
