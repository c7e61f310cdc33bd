import type { TopicSnapshot, VoicesSnapshot, VoiceSnapshot } from "#domain/voices/published.ts";
import { grouped } from "#kernel/grouped.ts";
import type { VoicesEdition } from "./edition.ts";

export type OccasionSnapshot = VoicesSnapshot["occasion"];

/** A topic (同趣旨の意見) as citizens see it: once, with the points of all occasions that it has some from. */
export interface PublicTopic extends TopicSnapshot {
  readonly from: readonly { readonly occasion: OccasionSnapshot; readonly points: number }[];
}

export interface PublicVoice extends VoiceSnapshot {
  readonly occasion: OccasionSnapshot;
}

/** A point whose words may be read, with the voice it stands in. */
export interface PublicPoint {
  readonly voice: PublicVoice;
  readonly words: string;
}

/** All published results as one: what was said and what became of it. */
export interface PublicLedger {
  readonly editions: readonly VoicesEdition[];
  /** By number. */
  readonly topics: readonly PublicTopic[];
  readonly voices: readonly PublicVoice[];
  readonly topicBy: ReadonlyMap<number, PublicTopic>;
  readonly voiceBy: ReadonlyMap<number, PublicVoice>;
  /** The points of each topic, in the order of their voices. */
  readonly pointsBy: ReadonlyMap<number, readonly PublicPoint[]>;
}

const ledgers = new WeakMap<
  VoicesSnapshot,
  { readonly of: readonly VoicesSnapshot[]; readonly ledger: PublicLedger }
>();

/** The ledger of these editions; made once for as long as they are the same. */
export function ledgerOf(editions: readonly VoicesEdition[]): PublicLedger {
  const of = editions.map(({ snapshot }) => snapshot);
  const [first] = of;
  const known = first && ledgers.get(first);
  if (known && known.of.length === of.length && known.of.every((each, index) => each === of[index]))
    return { ...known.ledger, editions };
  const ledger = mergedLedger(editions);
  if (first) ledgers.set(first, { of, ledger });
  return ledger;
}

function mergedLedger(editions: readonly VoicesEdition[]): PublicLedger {
  const voices = editions
    .flatMap(({ snapshot }) => snapshot.voices.map((voice) => ({ ...voice, occasion: snapshot.occasion })))
    .sort((one, other) => one.number - other.number);
  const topics = mergedTopics(editions);
  const points = voices.flatMap((voice) =>
    voice.points.flatMap(({ words, topicNumber }) => (topicNumber === null ? [] : [{ voice, words, topicNumber }])),
  );
  return {
    editions,
    topics,
    voices,
    topicBy: new Map(topics.map((topic) => [topic.number, topic])),
    voiceBy: new Map(voices.map((voice) => [voice.number, voice])),
    pointsBy: grouped(points, ({ topicNumber }) => topicNumber),
  };
}

/** A topic of several occasions is told once, by the words of the newest publication, with the points of all. */
function mergedTopics(editions: readonly VoicesEdition[]): PublicTopic[] {
  const newestFirst = editions.toSorted(
    (one, other) => other.head.publishedAt.getTime() - one.head.publishedAt.getTime(),
  );
  const all = newestFirst.flatMap(({ snapshot: { occasion, topics } }) => topics.map((topic) => ({ topic, occasion })));
  return [...grouped(all, ({ topic }) => topic.number).values()]
    .flatMap((same) => {
      const from = same.map(({ topic, occasion }) => ({ occasion, points: topic.points }));
      const points = from.reduce((sum, each) => sum + each.points, 0);
      return same.slice(0, 1).map(({ topic }) => ({ ...topic, points, from }));
    })
    .sort((one, other) => one.number - other.number);
}

/** The newest publication that tells of a topic: its words are shown. */
export function editionOfTopic({ editions }: PublicLedger, { from }: PublicTopic): VoicesEdition | undefined {
  const told = new Set(from.map(({ occasion }) => occasion.id));
  return editions
    .filter(({ snapshot }) => told.has(snapshot.occasion.id))
    .toSorted((one, other) => other.head.publishedAt.getTime() - one.head.publishedAt.getTime())[0];
}

/** Whether the city has said what it thinks of a topic, or how it used it. */
export function isAnswered({ response }: Pick<TopicSnapshot, "response">): boolean {
  return response !== "";
}

/** Whether a topic's answer changed the plan. */
export function isReflected({ category }: Pick<TopicSnapshot, "category">): boolean {
  return category?.isReflected ?? false;
}

/** Why the words of a voice are not public; "" where they are. */
export function withheldReason({ text, hiddenReason, wishesPublication }: PublicVoice): string {
  if (text !== null || hiddenReason !== "") return hiddenReason;
  if (wishesPublication === undefined) return "提出した人が公開を望まないか、公開のための確認を終えていない";
  return wishesPublication ? "公開のための確認を終えていない" : "提出した人が公開を望まない";
}
