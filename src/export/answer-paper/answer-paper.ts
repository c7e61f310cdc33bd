import { warekiDate } from "#kernel/wareki.ts";
import type { Block, Paper, Run, Table } from "../paper/paper.ts";
import type { AnswerRow } from "./answer-row.ts";

/** What a table of answers (意見対応表) on paper is made from. */
export interface AnswerPaperContent {
  readonly city: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly marks: readonly string[];
  readonly title: string;
  /** 起案文; "" for the table alone. */
  readonly statement: string;
  readonly rows: readonly AnswerRow[];
}

/** The table as offices hand it out: the statement if there is one, how many of each category, the table, and what changed. */
export function answerPaper({ city, day, marks, title, statement, rows }: AnswerPaperContent): Paper {
  const blocks: Block[] = [
    ...paragraphs(statement),
    heading("意見の件数と対応区分"),
    countTable(rows),
    heading("意見の概要と市の考え方"),
    answersTable(rows),
    ...changeBlocks(rows),
  ];
  return {
    title,
    city,
    version: warekiDate(day),
    madeOn: day,
    marks,
    cover: null,
    contentsDepth: 1,
    parts: [{ title, blocks }],
  };
}

function heading(text: string): Block {
  return { kind: "heading", level: 2, text };
}

function paragraphs(text: string): Block[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "text", tone: "body", runs: [{ text: line }] }));
}

/** How many topics and points each category has, in the order in which the table names them. */
export function categoryCounts(rows: readonly AnswerRow[]) {
  const names = [...new Set(rows.map(categoryName))].toSorted((one, other) => one.localeCompare(other, "ja"));
  return names.map((name) => {
    const own = rows.filter((row) => categoryName(row) === name);
    return { name, topics: own.length, points: own.reduce((sum, { points }) => sum + points, 0) };
  });
}

export function categoryName({ category }: AnswerRow): string {
  return category ? `${category.symbol} ${category.name}` : "（対応区分なし）";
}

function countTable(rows: readonly AnswerRow[]): Table {
  const counts = categoryCounts(rows);
  const total = {
    name: "計",
    topics: rows.length,
    points: rows.reduce((sum, { points }) => sum + points, 0),
  };
  return {
    kind: "table",
    caption: "対応区分ごとの件数",
    columns: [
      { heading: "対応区分", share: 4, align: "start" },
      { heading: "まとめた意見", share: 1, align: "end" },
      { heading: "意見の件数", share: 1, align: "end" },
    ],
    rows: [...counts, total].map(({ name, topics, points }) => [
      cell(name),
      cell(String(topics)),
      cell(String(points)),
    ]),
  };
}

function answersTable(rows: readonly AnswerRow[]): Table {
  return {
    kind: "table",
    caption: "意見の概要と市の考え方",
    columns: [
      { heading: "番号", share: 0.6, align: "end" },
      { heading: "該当箇所", share: 1.4, align: "start" },
      { heading: "意見の概要", share: 3, align: "start" },
      { heading: "件数", share: 0.6, align: "end" },
      { heading: "市の考え方", share: 4, align: "start" },
      { heading: "区分", share: 0.6, align: "center" },
    ],
    rows: rows.map(({ number, place, title, points, response, category }) => [
      cell(String(number)),
      cell(place),
      cell(title),
      cell(String(points)),
      cell(response),
      cell(category?.symbol ?? ""),
    ]),
  };
}

function cell(text: string): Run[] {
  return [{ text }];
}

function changeBlocks(rows: readonly AnswerRow[]): Block[] {
  const changes = rows.flatMap(({ number, changes: own }) => own.map((change) => ({ ...change, number })));
  if (changes.length === 0) return [];
  const table: Table = {
    kind: "table",
    caption: "意見によって変わった文章",
    columns: [
      { heading: "意見", share: 0.6, align: "end" },
      { heading: "施策・欄", share: 1.6, align: "start" },
      { heading: "変えた後", share: 4, align: "start" },
      { heading: "変える前", share: 4, align: "start" },
    ],
    rows: changes.map(({ number, code, title, fieldLabel, before, after }) => [
      cell(String(number)),
      cell(`${code} ${title}「${fieldLabel}」`),
      cell(after),
      cell(before),
    ]),
  };
  return [heading("意見によって変わった文章"), table];
}
