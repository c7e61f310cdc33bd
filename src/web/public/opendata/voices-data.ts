import { channelLabels, wayLabels } from "#domain/voices/published.ts";
import { withheldReason, type PublicLedger, type PublicTopic, type PublicVoice } from "#web/public/voices/ledger.ts";
import { dataSet, type Column, type DataSet } from "./data-set.ts";

/** The anonymised ledger: every voice point by point, and the topics with their answers. They meet by the topic's number. */
export function voicesDataSets(ledger: PublicLedger): DataSet[] {
  return [voiceSet(ledger), topicSet(ledger)];
}

interface Line {
  readonly voice: PublicVoice;
  /** From 1; null where the voice was not parted into points. */
  readonly place: number | null;
  readonly point: PublicVoice["points"][number] | undefined;
  readonly topic: PublicTopic | undefined;
}

const voiceColumns: readonly Column<Line>[] = [
  { key: "number", title: "意見の番号", cell: ({ voice }) => voice.number },
  { key: "receivedOn", title: "届いた日", cell: ({ voice }) => voice.receivedOn },
  { key: "occasionId", title: "募集・会合のID", cell: ({ voice }) => voice.occasion.id },
  { key: "occasion", title: "募集・会合", cell: ({ voice }) => voice.occasion.title },
  { key: "channel", title: "経路", cell: ({ voice }) => channelLabels[voice.occasion.channel] },
  { key: "way", title: "受付の方法", cell: ({ voice }) => wayLabels[voice.way] },
  { key: "text", title: "意見の文（1行目だけ）", cell: ({ voice, place }) => ((place ?? 1) === 1 ? voice.text : "") },
  { key: "withheld", title: "文を公開しない理由", cell: ({ voice }) => withheldReason(voice) },
  { key: "joinsTopic", title: "同じ意見とした「まとめた意見」の番号", cell: ({ voice }) => voice.joinsTopicNumber },
  { key: "point", title: "論点の順", cell: ({ place }) => place },
  { key: "words", title: "論点の文", cell: ({ point }) => point?.words ?? "" },
  { key: "exclusion", title: "対象外の理由", cell: ({ point }) => point?.exclusion ?? "" },
  { key: "topic", title: "まとめた意見の番号", cell: ({ point }) => point?.topicNumber ?? null },
  { key: "category", title: "対応区分", cell: ({ topic }) => topic?.category?.name ?? "" },
];

function voiceSet({ voices, topicBy }: PublicLedger): DataSet {
  const lines = voices.flatMap((voice): Line[] => {
    if (voice.points.length === 0) return [{ voice, place: null, point: undefined, topic: undefined }];
    return voice.points.map((point, index) => {
      const topic = topicBy.get(point.topicNumber ?? 0);
      return { voice, place: index + 1, point, topic };
    });
  });
  const description =
    "届いた意見を、1行に1つの論点で並べたもの。答えは「意見と市の考え方」の表と、まとめた意見の番号で合わせられます。";
  return dataSet({ name: "voices", title: "意見の台帳", description, columns: voiceColumns }, lines);
}

const topicColumns: readonly Column<PublicTopic>[] = [
  { key: "number", title: "まとめた意見の番号", cell: ({ number }) => number },
  { key: "title", title: "意見の概要", cell: ({ title }) => title },
  { key: "place", title: "該当箇所", cell: ({ place }) => place },
  { key: "measureCode", title: "施策の番号", cell: ({ node }) => node?.code ?? "" },
  { key: "measure", title: "施策", cell: ({ node }) => node?.title ?? "" },
  { key: "points", title: "論点の件数", cell: ({ points }) => points },
  { key: "occasions", title: "募集・会合", cell: ({ from }) => from.map(({ occasion }) => occasion.title).join("、") },
  { key: "response", title: "市の考え方", cell: ({ response }) => response },
  { key: "symbol", title: "対応区分の記号", cell: ({ category }) => category?.symbol ?? "" },
  { key: "category", title: "対応区分", cell: ({ category }) => category?.name ?? "" },
  { key: "isReflected", title: "反映", cell: ({ category }) => (category?.isReflected ? 1 : 0) },
  { key: "division", title: "担当課", cell: ({ division }) => division },
  { key: "decidedBy", title: "決めた人・会議", cell: ({ decision }) => decision?.body ?? "" },
  { key: "decidedOn", title: "決定の日", cell: ({ decision }) => decision?.decidedOn ?? null },
  { key: "documentNumber", title: "文書番号", cell: ({ decision }) => decision?.documentNumber ?? "" },
  { key: "changes", title: "変わった文章の数", cell: ({ changes }) => changes.length },
  {
    key: "changedPlaces",
    title: "変わったところ",
    cell: ({ changes }) => changes.map(({ code, title, fieldLabel }) => `${code} ${title}「${fieldLabel}」`).join("、"),
  },
];

function topicSet({ topics }: PublicLedger): DataSet {
  const description = "同じ趣旨の意見を1行にまとめ、市の考え方、決定、変わったところを並べたもの。";
  return dataSet({ name: "voice-topics", title: "意見と市の考え方", description, columns: topicColumns }, topics);
}
