import { folded } from "#kernel/folding.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { cellText, columnLetters, type Sheet, type SheetRow } from "#kernel/sheet.ts";
import { isVotes, longestNote, mostNotesAtOnce, mostVotes, type NewNote } from "./note.ts";
import type { WorkshopTable } from "./workshop.ts";

/** A cell that cannot be taken, and what to do. */
export interface NoteFault {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
}

/** Everything that a file of notes says. It is taken only without a fault. */
export interface NoteReading {
  readonly notes: readonly NewNote[];
  readonly faults: readonly NoteFault[];
}

/** The heads by which the columns are known: 班, 付箋 and, where dots were put, 票数. */
const heads = {
  table: ["班", "班名", "テーブル"],
  content: ["付箋", "ふせん", "意見", "内容"],
  votes: ["票数", "票", "シール", "シール数"],
} as const;

type Role = keyof typeof heads;

/** Reads a table with one note a row. */
export function readNotes(sheet: Sheet, tables: readonly Pick<WorkshopTable, "id" | "name">[]): NoteReading {
  const headRow = sheet.rows.findIndex((row) => placeOf(row, "content") >= 0);
  const head = sheet.rows[headRow];
  if (!head || placeOf(head, "table") < 0) return { notes: [], faults: [noHeads(sheet)] };
  return new NoteReader(head, tables).read(sheet.rows.slice(headRow + 1), headRow + 1);
}

function placeOf(row: SheetRow, role: Role): number {
  const words = heads[role].map(folded);
  return row.findIndex((cell) => words.includes(folded(cellText(cell))));
}

function noHeads({ rows }: Sheet): NoteFault {
  const value = (rows[0] ?? []).map(cellText).join("・").slice(0, longestShown);
  return {
    row: 1,
    column: "A",
    value,
    message: "「班」と「付箋」の見出しが見つかりません。",
    remedy: "1行目に「班」「付箋」「票数」の見出しを入れてください（票数はなくてもかまいません）。",
  };
}

const longestShown = 200;

class NoteReader {
  readonly #places: Readonly<Record<Role, number>>;
  readonly #tables: ReadonlyMap<string, string>;
  readonly #names: string;
  readonly #faults: NoteFault[] = [];

  constructor(head: SheetRow, tables: readonly Pick<WorkshopTable, "id" | "name">[]) {
    this.#places = {
      table: placeOf(head, "table"),
      content: placeOf(head, "content"),
      votes: placeOf(head, "votes"),
    };
    this.#tables = new Map(tables.map(({ id, name }) => [folded(name), id]));
    this.#names = tables.map(({ name }) => `「${name}」`).join("");
  }

  read(rows: readonly SheetRow[], first: number): NoteReading {
    const filled = [...rows.entries()].filter(([, cells]) => cells.some((cell) => cellText(cell) !== ""));
    const [beyond] = filled.slice(mostNotesAtOnce);
    if (beyond) this.#fault({ row: first + beyond[0] + 1, role: "content", value: "" }, tooMany);
    const notes = filled.slice(0, mostNotesAtOnce).map(([index, cells]) => this.#note(cells, first + index + 1));
    if (notes.length === 0) this.#fault({ row: first, role: "content", value: "" }, nothing);
    return { notes, faults: this.#faults };
  }

  #note(cells: SheetRow, row: number): NewNote {
    const text = (role: Role) => cellText(cells[this.#places[role]]);
    const content = text("content").replace(/\s*\n\s*/g, " ");
    if (content === "") this.#fault({ row, role: "content", value: "" }, empty);
    if (content.length > longestNote) this.#fault({ row, role: "content", value: content }, tooLong);
    return { tableId: this.#table(text("table"), row), content, votes: this.#votes(text("votes"), row) };
  }

  #table(name: string, row: number): string {
    const id = this.#tables.get(folded(name)) ?? this.#tables.get(folded(`${name}班`));
    if (id !== undefined) return id;
    const message = name === "" ? "班がありません。" : "この回に、その班はありません。";
    const remedy = `${this.#names}のどれかに直すか、先に回のページで班を加えてください。`;
    this.#fault({ row, role: "table", value: name }, { message, remedy });
    return "";
  }

  #votes(text: string, row: number): number {
    if (text === "") return 0;
    const value = parseJapaneseNumber(text.replace(/票$/u, ""))?.value;
    if (value !== undefined && isVotes(value)) return value;
    this.#fault({ row, role: "votes", value: text }, votesWrong);
    return 0;
  }

  #fault(
    { row, role, value }: { readonly row: number; readonly role: Role; readonly value: string },
    words: Pick<NoteFault, "message" | "remedy">,
  ): void {
    const column = columnLetters(Math.max(this.#places[role], 0));
    this.#faults.push({ row, column, value: value.slice(0, longestShown), ...words });
  }
}

const nothing = { message: "見出しの下に、付箋がありません。", remedy: "1行に1枚ずつ入れてください。" };
const tooMany = {
  message: `付箋が${mostNotesAtOnce}枚を超えています。この行から先は、まだ読んでいません。`,
  remedy: "ファイルを分けて、一度に入れる数を減らしてください。",
};
const empty = { message: "付箋の言葉がありません。", remedy: "言葉を入れるか、この行を消してください。" };
const tooLong = { message: `付箋が${longestNote}字を超えています。`, remedy: "2枚に分けてください。" };
const votesWrong = {
  message: "票数として読めません。",
  remedy: `0から${mostVotes}までの整数にするか、空にしてください。`,
};
