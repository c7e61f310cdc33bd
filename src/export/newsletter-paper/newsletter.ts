import type { WorkshopDetail } from "#domain/consultations/index.ts";
import { dateWithBoth, warekiDate } from "#kernel/wareki.ts";
import type { Block, Cards, Paper, Table } from "../paper/paper.ts";
import type { Issue, WorkshopSnapshot } from "./issue.ts";

/** What an issue of a workshop's newsletter (ワークショップかわら版) is made from: only what may be public. */
export interface NewsletterContent {
  readonly city: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly marks: readonly string[];
  /** Where citizens read more: on paper nobody can follow a link that is not written out. */
  readonly address: string;
  readonly issue: Issue;
  readonly snapshot: WorkshopSnapshot;
}

type Round = WorkshopDetail["rounds"][number];
type Heading = WorkshopDetail["headings"][number];
type Note = Heading["notes"][number];

/** An answer up to so many signs stays on one page. */
const longestWhole = 800;

export const newsletterName = "ワークショップ かわら版";

/** The newsletter as a city hangs it out: what was done and by how many, what the tables said, the notes, and what becomes of them. */
export function newsletterPaper(content: NewsletterContent): Paper {
  const { city, day, marks, issue, snapshot } = content;
  const { round } = issue;
  const rounds = round ? [round] : snapshot.detail.rounds;
  const head = round ? `第${round.number}回　${round.theme}` : `${snapshot.title}のまとめ`;
  return {
    title: `${snapshot.title}　${newsletterName}　${issue.label}`,
    city,
    version: `${snapshot.title} ${issue.label}`,
    madeOn: day,
    marks,
    cover: null,
    masthead: { kicker: snapshot.title, name: newsletterName, issue: issue.label, lines: [warekiDate(day), city] },
    contentsDepth: 1,
    parts: [
      {
        title: head,
        blocks: [
          { kind: "text", tone: "lead", runs: [{ text: snapshot.detail.purpose.trim() }] },
          ...(round ? [roundFacts(round)] : [roundTable(rounds)]),
          ...rounds.flatMap((each) => roundWords(each, issue)),
          ...noteBlocks(snapshot.detail, issue),
          ...outlook(content),
        ],
      },
    ],
  };
}

function roundFacts({ heldOn, begins, ends, place, directions, people, tables }: Round): Block {
  return factsOf([
    { name: "日時", words: `${dateWithBoth(heldOn)} ${begins}〜${ends}` },
    { name: "会場", words: directions === "" ? place : `${place}（${directions}）` },
    { name: "参加", words: people === 0 ? "" : `${people}人（${tables.length}班）` },
  ]);
}

function roundTable(rounds: readonly Round[]): Table {
  return {
    kind: "table",
    caption: "開いた回",
    columns: [
      { heading: "回", share: 1, align: "center" },
      { heading: "日時", share: 4, align: "start" },
      { heading: "テーマ", share: 4, align: "start" },
      { heading: "会場", share: 3, align: "start" },
      { heading: "参加", share: 1.4, align: "end" },
    ],
    rows: rounds.map(({ number, heldOn, begins, ends, theme, place, people }) =>
      [
        `第${number}回`,
        `${warekiDate(heldOn)}\n${begins}〜${ends}`,
        theme,
        place,
        people === 0 ? "−" : `${people}人`,
      ].map((text) => [{ text }]),
    ),
  };
}

/** What a round and its tables say in short. */
function roundWords(round: Round, { round: only }: Issue): Block[] {
  const said = round.tables.filter(({ summary }) => summary !== "");
  const cards = said.length === 0 ? [] : [tableCards(said)];
  if (round.summary === "" && cards.length === 0) return [];
  if (!only) return [heading(2, `第${round.number}回　${round.theme}`), ...paragraphs(round.summary), ...cards];
  return [
    ...(round.summary === "" ? [] : [heading(2, "この回のまとめ"), ...paragraphs(round.summary)]),
    ...(cards.length === 0 ? [] : [heading(2, "班で話し合ったこと"), ...cards]),
  ];
}

function tableCards(tables: Round["tables"]): Cards {
  const cards = tables.map(({ name, people, summary }) => ({
    title: people === 0 ? name : `${name}（${people}人）`,
    text: summary.trim(),
    foot: "",
  }));
  return { kind: "cards", hue: 0, across: Math.min(2, cards.length), cards };
}

/** The notes under their headings, each heading in a hue of its own, with what became of it. */
function noteBlocks(detail: WorkshopDetail, issue: Issue): Block[] {
  const groups = detail.headings.flatMap((each, index) => headingBlocks(each, { hue: index + 1, issue }));
  const loose = ownNotes(detail.loose.notes, issue);
  const looseBlocks = loose.length === 0 ? [] : [heading(3, "まとめている途中の意見"), noteCards(loose, 0, issue)];
  if (groups.length + looseBlocks.length === 0) return [];
  const how =
    "付箋に書かれた言葉を、似たものどうしでまとめました。公開を確かめた言葉だけを載せています。シールの数は、その場で付いた数で、数の多さで扱いを決めるものではありません。";
  return [heading(2, "付箋に書かれた意見"), ...groups, ...looseBlocks, remark(how)];
}

function headingBlocks(
  { title, notes, answer, withheld }: Heading,
  { hue, issue }: { readonly hue: number; readonly issue: Issue },
): Block[] {
  const own = ownNotes(notes, issue);
  const isUnread = issue.round === undefined && withheld > 0;
  if (own.length === 0 && !isUnread) return [];
  return [
    heading(3, `${title}（${own.length + (isUnread ? withheld : 0)}枚）`),
    ...(own.length > 0 ? [noteCards(own, hue, issue)] : []),
    ...(isUnread ? [remark(`このほかに、言葉を公開していない付箋が${withheld}枚あります。`)] : []),
    ...(answer ? [answerPanel(answer)] : []),
  ];
}

function ownNotes(notes: readonly Note[], { round }: Issue): readonly Note[] {
  return round ? notes.filter((note) => note.round === round.number) : notes;
}

function noteCards(notes: readonly Note[], hue: number, { round: only }: Issue): Cards {
  const cards = notes.map(({ words, round, table, votes }) => ({
    title: "",
    text: words,
    foot: [only ? table : `第${round}回 ${table}`, votes > 0 ? `シール${votes}` : ""].filter(Boolean).join("・"),
  }));
  return { kind: "cards", hue, across: 3, cards };
}

function answerPanel({ category, content, body, decidedOn }: NonNullable<Heading["answer"]>): Block {
  const name = category === "" ? "どう生かしたか" : `どう生かしたか：${category}`;
  return {
    kind: "panel",
    isWhole: content.length < longestWhole,
    blocks: [
      { kind: "text", tone: "body", runs: [{ text: name, isBold: true }] },
      ...paragraphs(content),
      remark(`${body}（${warekiDate(decidedOn)}）`),
    ],
  };
}

/** What comes next, where more can be read, and whom one can ask. */
function outlook({ issue, day, address, snapshot: { detail, contact } }: NewsletterContent): Block[] {
  const after = detail.rounds.find(({ number }) => number === (issue.round?.number ?? 0) + 1);
  const next = issue.round && after && after.heldOn >= day ? after : undefined;
  const words = next
    ? `第${next.number}回「${next.theme}」：${dateWithBoth(next.heldOn)} ${next.begins}から、${next.place}`
    : "";
  const blocks = [...paragraphs(words), ...paragraphs(detail.nextSteps)];
  const contactWords = [contact.division, contact.phone && `電話 ${contact.phone}`, contact.email, contact.words];
  return [
    ...(blocks.length === 0 ? [] : [heading(2, "これから"), { kind: "panel" as const, blocks }]),
    heading(2, "くわしくは"),
    factsOf([
      { name: "ホームページ", words: address },
      { name: "問い合わせ", words: contactWords.filter(Boolean).join("\n") },
    ]),
  ];
}

function factsOf(rows: readonly { readonly name: string; readonly words: string }[]): Block {
  const items = rows.filter(({ words }) => words !== "").map(({ name, words }) => ({ name, runs: [{ text: words }] }));
  return { kind: "facts", items };
}

function paragraphs(words: string): Block[] {
  const lines = words.split(/\n+/).filter((line) => line.trim() !== "");
  return lines.map((text) => ({ kind: "text", tone: "body", runs: [{ text }] }));
}

function remark(text: string): Block {
  return { kind: "text", tone: "note", runs: [{ text }] };
}

function heading(level: number, text: string): Block {
  return { kind: "heading", level, text };
}
