import type { Ctx } from "#domain/audit/index.ts";
import { publish } from "#domain/publication/index.ts";
import { publishableVoices } from "#domain/voices/index.ts";
import type { TopicSnapshot, VoicesSnapshot, VoiceSnapshot } from "#domain/voices/snapshot.ts";
import type { Published } from "./public-site.ts";
import { accepted } from "./results.ts";

/** Ids of the sample results; the nodes are those of `mihonSnapshot`. */
export const sampleOccasion = "01900000-0000-7000-8000-000000000801";
export const sampleMeeting = "01900000-0000-7000-8000-000000000802";
const nodeId = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const categories = [
  { symbol: "A", name: "反映する", isReflected: true },
  { symbol: "B", name: "記載済み", isReflected: false },
  { symbol: "C", name: "今後の参考にする", isReflected: false },
];

const decision = { body: "市長決裁", decidedOn: "2026-11-10", documentNumber: "8みほ企第123号" };

function topic(number: number, words: Partial<TopicSnapshot>): TopicSnapshot {
  const empty = { title: "", place: "", node: null, points: 1, response: "", division: "企画課", changes: [] };
  return { ...empty, id: nodeId(900 + number), number, category: categories[2] ?? null, decision, ...words };
}

const disaster = { id: nodeId(3), code: "1-1-1", title: "地域の防災力を高める" };
const transport = { id: nodeId(6), code: "1-2-1", title: "だれもが使える公共交通をつくる" };
const school = { id: nodeId(9), code: "2-1-1", title: "学校の学びを豊かにする" };

const change = {
  nodeId: disaster.id,
  code: disaster.code,
  title: disaster.title,
  field: "initiatives",
  fieldLabel: "主な取組",
  before: "避難訓練の実施\nハザードマップの全戸配布",
  after: "避難訓練の実施\nハザードマップの全戸配布と、避難所の看板の多言語化",
};

function voice(number: number, words: Partial<VoiceSnapshot>): VoiceSnapshot {
  const empty = { text: null, hiddenReason: "", joinsTopicNumber: null, points: [] };
  return { ...empty, number, receivedOn: "2026-10-05", way: "web", ...words };
}

const point = (words: string, topicNumber: number | null, exclusion = "") => ({ words, topicNumber, exclusion });
const shelters = "避難所の場所が分かりません。";
const buses = "バスの本数を増やしてください。";

const topics = [
  topic(1, {
    title: "避難所の場所を分かりやすくしてほしい。",
    place: "12ページ",
    node: disaster,
    points: 3,
    category: categories[0] ?? null,
    response: "ご意見を受けて、避難所の看板を多言語にする取組を加えます。\n場所は広報でもお知らせします。",
    changes: [change],
  }),
  topic(2, {
    title: "バスの本数を増やしてほしい。",
    node: transport,
    points: 2,
    category: categories[1] ?? null,
    response: "乗り合いタクシーの拡大を、施策に記載しています。",
  }),
  topic(3, { title: "スクールバスを使いやすくしてほしい。", node: school, response: "今後の参考にします。" }),
];

const voices = [
  voice(1, { text: shelters + buses, points: [point(shelters, 1), point(buses, 2)] }),
  voice(2, { way: "post", wishesPublication: false, points: [point("", 1)] }),
  voice(3, { way: "fax", hiddenReason: "特定の人を傷つけることばがあるため", points: [point("", 1)] }),
  voice(4, { text: `${buses}電話は■■■■です。`, points: [point(buses, 2)] }),
  voice(5, { way: "counter", text: "スクールバスに乗れません。", points: [point("スクールバスに乗れません。", 3)] }),
  voice(6, {
    way: "mail",
    text: "国の税を下げてください。",
    points: [point("国の税を下げてください。", null, "市の計画の範囲を超えるため")],
  }),
];

/** The results of a round: six voices with seven points, three topics, one point left out. */
export function sampleVoices(): VoicesSnapshot {
  return structuredClone({
    occasion: {
      id: sampleOccasion,
      channel: "publicComment",
      title: "後期基本計画（素案）への意見募集",
      duty: "answer",
      opensOn: "2026-10-01",
      closesOn: "2026-10-30",
      planSlug: "second-half",
      planName: "みほん市総合計画 後期基本計画",
    },
    tallies: {
      voices: 6,
      points: 7,
      byWay: [
        { label: "電子申請", count: 2 },
        { label: "郵送", count: 1 },
        { label: "ファックス", count: 1 },
        { label: "窓口", count: 1 },
        { label: "電子メール", count: 1 },
      ],
      byKind: [{ label: "市内に住む人", count: 6 }],
      byAge: [
        { label: "60代", count: 3 },
        { label: "その他", count: 3 },
      ],
      byDistrict: [{ label: "無回答", count: 6 }],
    },
    categories,
    topics,
    voices,
  });
}

/** The results of a meeting before it, with one point under a topic that the round has too. */
export function sampleMeetingVoices(): VoicesSnapshot {
  const { occasion, categories: own, topics: round } = sampleVoices();
  const said = "避難所がどこか、外国の人に伝わりません。";
  const same = round.filter(({ number }) => number === 1).map((each) => ({ ...each, points: 1 }));
  const days = { opensOn: "2026-09-05", closesOn: "2026-09-05" };
  const counts = { byWay: [{ label: "会場", count: 1 }], byKind: [], byAge: [], byDistrict: [] };
  return {
    occasion: { ...occasion, ...days, id: sampleMeeting, channel: "townMeeting", title: "まちづくり懇談会（中央）" },
    tallies: { voices: 1, points: 1, ...counts },
    categories: own,
    topics: same,
    voices: [voice(7, { way: "venue", receivedOn: "2026-09-05", text: said, points: [point(said, 1)] })],
  };
}

function manyWords(at: number): string {
  return `${at}番目の意見です。歩いて暮らせるまちにしてください。`;
}

/** As many voices of ten points each as asked for, under a tenth as many topics as points. */
export function manyVoices(count: number): VoicesSnapshot {
  const sample = sampleVoices();
  const numberOf = (at: number, place: number) => ((at * 7 + place * 131) % count) + 1;
  const many = Array.from({ length: count }, (_, at) =>
    voice(at + 1, {
      text: manyWords(at).repeat(10),
      points: Array.from({ length: 10 }, (__, place) => point(manyWords(at), numberOf(at, place))),
    }),
  );
  const points = new Map<number, number>();
  for (const { topicNumber } of many.flatMap((each) => each.points))
    points.set(topicNumber ?? 0, (points.get(topicNumber ?? 0) ?? 0) + 1);
  const nodes = [disaster, transport, school, null];
  return {
    ...sample,
    tallies: { ...sample.tallies, voices: count, points: count * 10 },
    topics: [...points].map(([number, own]) =>
      topic(number, {
        title: `${number}番の趣旨：歩いて暮らせるまちにしてほしい。`,
        node: nodes[number % nodes.length] ?? null,
        points: own,
        category: categories[number % categories.length] ?? null,
        response: "歩道の整備を進めます。".repeat(12),
        changes: number % 40 === 0 ? [change] : [],
      }),
    ),
    voices: many,
  };
}

/** Results as a publication of a site in memory. */
export function publishedVoices(snapshot: VoicesSnapshot, changes: Partial<Published> = {}): Published {
  const { id } = snapshot.occasion;
  return { id: `of-${id}`, subject: "voices", reference: id, label: "結果の公表", snapshot, ...changes };
}

/** Publishes the sample results under the id that `publicAddresses` names. */
export async function publishSampleVoices(ctx: Ctx): Promise<void> {
  const version = {
    label: "結果の公表",
    openness: "decided",
    divisionName: "企画課",
    divisionContact: "",
    note: "",
  } as const;
  accepted(
    await publish(ctx, { ...version, kind: publishableVoices, reference: sampleOccasion, payload: sampleVoices() }),
  );
}
