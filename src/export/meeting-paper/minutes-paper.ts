import type { Minutes, Venue } from "#domain/consultations/index.ts";
import { warekiDate } from "#kernel/wareki.ts";
import type { Block, Paper, Run } from "../paper/paper.ts";

/** What the minutes of a venue on paper are made from. No names stand in it. */
export interface MinutesPaperContent {
  readonly city: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly marks: readonly string[];
  /** The town meeting's. */
  readonly title: string;
  readonly venue: Venue;
  readonly minutes: Minutes;
  /** How many came. */
  readonly people: number;
}

/** The minutes (会議の記録) as offices file them. */
export function minutesPaper({ city, day, marks, title, venue, minutes, people }: MinutesPaperContent): Paper {
  const stamps = minutes.approvedAt ? marks : [...marks, "未承認"];
  return {
    title: `${title}　記録`,
    city,
    version: `${venue.place}　${warekiDate(venue.heldOn)}`,
    madeOn: day,
    marks: stamps,
    cover: { vision: "", lines: [venue.place, warekiDate(venue.heldOn), city] },
    contentsDepth: 1,
    parts: [{ title: venue.place, blocks: [facts({ venue, minutes, people }), ...record(minutes)] }],
  };
}

function facts({ venue, minutes, people }: Pick<MinutesPaperContent, "venue" | "minutes" | "people">): Block {
  const items = [
    { name: "日時", words: `${warekiDate(venue.heldOn)} ${venue.begins}〜${venue.ends}` },
    { name: "会場", words: venue.place },
    { name: "参加者", words: people === 0 ? "" : `${people}人` },
    { name: "市の出席者", words: minutes.cityPeople === null ? "" : `${minutes.cityPeople}人` },
  ].filter(({ words }) => words !== "");
  return { kind: "facts", items: items.map(({ name, words }) => ({ name, runs: runs(words) })) };
}

function record({ opening, explanation, exchanges, closing }: Minutes): Block[] {
  return [
    ...passage("あいさつ", opening),
    ...passage("説明", explanation),
    ...(exchanges.length > 0 ? [heading("意見と回答")] : []),
    ...exchanges.flatMap(({ question, answer }, index) => [
      ...lines(question, `問${index + 1}　`),
      ...lines(answer, `答${index + 1}　`),
    ]),
    ...passage("まとめ", closing),
  ];
}

function passage(title: string, words: string): Block[] {
  return words === "" ? [] : [heading(title), ...lines(words)];
}

/** A paragraph a line, the speaker in bold before the first. */
function lines(words: string, speaker = ""): Block[] {
  const paragraphs = words.split(/\n+/).filter((line) => line.trim() !== "");
  return paragraphs.map((line, index) => ({
    kind: "text",
    tone: "body",
    runs: index === 0 && speaker !== "" ? [{ text: speaker, isBold: true }, { text: line }] : runs(line),
  }));
}

function heading(text: string): Block {
  return { kind: "heading", level: 2, text };
}

function runs(text: string): Run[] {
  return [{ text }];
}
