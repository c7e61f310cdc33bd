import { z } from "zod";
import { channels, duties, ways } from "./channel.ts";

/**
 * What goes public of one occasion (聴取の機会) when its results are published: topics with their answers and what changed, and the
 * voices as far as their senders wish. No person: texts are the redacted copies, attributes are counts. Change the shape only
 * together with `voicesSnapshotFormat`; what a later format added has a default.
 */
export const voicesSnapshotFormat = 2;

const day = z.string();

const change = z.object({
  nodeId: z.string(),
  code: z.string(),
  title: z.string(),
  field: z.string(),
  fieldLabel: z.string(),
  /** The whole field, as plain lines, before and after. */
  before: z.string(),
  after: z.string(),
});

const decision = z.object({ body: z.string(), decidedOn: day, documentNumber: z.string() });

const topic = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  place: z.string(),
  node: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
  /** 同趣旨 n 件: points of this occasion. */
  points: z.number().int(),
  category: z.object({ symbol: z.string(), name: z.string(), isReflected: z.boolean() }).nullable(),
  /** 市の考え方, or どう生かしたか. */
  response: z.string(),
  division: z.string(),
  decision: decision.nullable(),
  changes: z.array(change),
});

const point = z.object({
  /** The words, from the redacted copy; "" where the sender does not wish the words to be public. */
  words: z.string(),
  topicNumber: z.number().int().nullable(),
  /** 対象外: why. */
  exclusion: z.string(),
});

const voice = z.object({
  number: z.number().int(),
  receivedOn: day,
  way: z.enum(ways),
  /** The redacted copy; null where the sender does not wish it, it is hidden, or two people have not looked at it. */
  text: z.string().nullable(),
  /** 公開希望. Since format 2; not known of a voice that was published before. */
  wishesPublication: z.boolean().optional(),
  /** 公開しない扱い: why; "" where it is shown. */
  hiddenReason: z.string(),
  /** 同じ意見です: the topic it joins. */
  joinsTopicNumber: z.number().int().nullable(),
  points: z.array(point),
});

const counts = z.array(z.object({ label: z.string(), count: z.number().int() }));

export const voicesSnapshotSchema = z.object({
  occasion: z.object({
    id: z.string(),
    channel: z.enum(channels),
    title: z.string(),
    duty: z.enum(duties),
    opensOn: day,
    closesOn: day.nullable(),
    planSlug: z.string(),
    planName: z.string(),
  }),
  /** Senders and voices by way, kind, age band, district: counts only, small ones (1–2) joined into 「その他」. */
  tallies: z.object({
    voices: z.number().int(),
    points: z.number().int(),
    byWay: counts,
    byKind: counts,
    byAge: counts,
    byDistrict: counts,
  }),
  categories: z.array(z.object({ symbol: z.string(), name: z.string(), isReflected: z.boolean() })),
  topics: z.array(topic),
  voices: z.array(voice),
});

export type VoicesSnapshot = z.infer<typeof voicesSnapshotSchema>;
export type TopicSnapshot = VoicesSnapshot["topics"][number];
export type VoiceSnapshot = VoicesSnapshot["voices"][number];
export type ChangeSnapshot = TopicSnapshot["changes"][number];
