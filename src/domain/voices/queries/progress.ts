import type { Ctx } from "#domain/audit/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { grouped } from "#kernel/grouped.ts";
import { permit } from "#kernel/result.ts";
import type { Channel } from "../channel.ts";
import { mayReadVoices } from "../permissions.ts";
import type { Occasion } from "../occasion.ts";
import { occasionsIn } from "../store/occasions.ts";
import { deskTopics, topicsByOccasion, type DeskTopic } from "../store/topic-table.ts";
import { voiceCounts } from "../store/split-states.ts";
import { isInState } from "../topic-choice.ts";

/** How many topics are how far; each is counted once. */
export interface TopicTally {
  readonly topics: number;
  readonly unanswered: number;
  readonly drafted: number;
  readonly submitted: number;
  readonly decided: number;
  readonly overdue: number;
  /** The first day on which one that is not handed in was or is due. */
  readonly firstDueOn: string | null;
}

/** How many voices are how far. */
export interface VoiceTally {
  readonly voices: number;
  /** Voices of which a part is in no point, or whose points' words are lost. */
  readonly unsplit: number;
  readonly points: number;
  readonly waiting: number;
  /** When the oldest voice came that is not done with; null when all are. */
  readonly oldestOn: string | null;
}

export interface DeskProgress {
  readonly occasions: readonly ({ readonly occasion: Occasion } & VoiceTally & TopicTally)[];
  readonly channels: readonly ({ readonly channel: Channel } & VoiceTally & TopicTally)[];
  readonly divisions: readonly ({ readonly divisionId: string | null } & TopicTally)[];
}

type Count = Awaited<ReturnType<typeof voiceCounts>>[number];

/** How far the sorting and answering of a plan's voices is: by occasion, by channel, by division. */
export async function deskProgress(ctx: Ctx, planId: string): Promise<DeskProgress> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const today = ctx.clock.today();
  const occasions = (await occasionsIn(ctx.db)).filter((occasion) => occasion.planId === planId);
  const counts = grouped(await voiceCounts(ctx.db, planId), ({ occasionId }) => occasionId);
  const topics = await deskTopics(ctx.db, { planId, occasionId: "" });
  const places = grouped(await topicsByOccasion(ctx.db, planId), ({ occasionId }) => occasionId);
  const tallyOf = (members: readonly Occasion[]) => {
    const ids = new Set(members.flatMap(({ id }) => (places.get(id) ?? []).map(({ topicId }) => topicId)));
    return {
      ...voiceTally(members.flatMap(({ id }) => counts.get(id) ?? [])),
      ...topicTally(
        topics.filter(({ id }) => ids.has(id)),
        today,
      ),
    };
  };
  return {
    occasions: occasions.map((occasion) => ({ occasion, ...tallyOf([occasion]) })),
    channels: [...grouped(occasions, ({ channel }) => channel)].map(([channel, of]) => ({ channel, ...tallyOf(of) })),
    divisions: [...grouped(topics, ({ divisionId }) => divisionId)].map(([divisionId, of]) => ({
      divisionId,
      ...topicTally(of, today),
    })),
  };
}

const unsplitStates = new Set(["untouched", "partly", "lost"]);

function voiceTally(counts: readonly Count[]): VoiceTally {
  const sum = (of: readonly Count[], key: "voices" | "points" | "waiting") =>
    of.reduce((total, count) => total + count[key], 0);
  const open = counts.filter(({ state }) => state !== "done");
  const [oldest] = open.map(({ oldestAt }) => tokyoDay(oldestAt)).sort();
  return {
    voices: sum(counts, "voices"),
    unsplit: sum(
      counts.filter(({ state }) => unsplitStates.has(state)),
      "voices",
    ),
    points: sum(counts, "points"),
    waiting: sum(counts, "waiting"),
    oldestOn: oldest ?? null,
  };
}

function topicTally(topics: readonly DeskTopic[], today: string): TopicTally {
  const count = (state: Parameters<typeof isInState>[1]) =>
    topics.filter((topic) => isInState(topic, state, today)).length;
  const open = topics.filter(({ state }) => state === null || state === "draft");
  const [firstDueOn] = open.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return {
    topics: topics.length,
    unanswered: count("waiting"),
    drafted: count("draft"),
    submitted: count("submitted"),
    decided: count("decided"),
    overdue: count("overdue"),
    firstDueOn: firstDueOn ?? null,
  };
}
