import { halfWidth, parseJapaneseNumber } from "#kernel/japanese-number.ts";
import { findYear } from "#kernel/japanese-year.ts";
import { groupInWords, groupName, totalKey, type GroupKey } from "./age-group.ts";
import type { PopulationFigure } from "./path.ts";

/** A cell that could not be read: where, what stood there, what to do. */
export interface CellFault {
  /** Counted from 1, as Excel does. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
}

export interface PopulationReading {
  readonly figures: readonly PopulationFigure[];
  readonly faults: readonly CellFault[];
  /** Cells that say 「−」: nothing is known, which is not 0. */
  readonly unknownCells: number;
}

type Heading = { readonly kind: "year"; readonly year: number } | { readonly kind: "group"; readonly group: GroupKey };

/**
 * Figures in a table with years on one side and age groups on the other, either way round. The head is the first row with two
 * years or groups; rows before it are titles. 「−」「…」「***」 and empty cells give no figure; anything else that is no whole,
 * non-negative number is a fault, never a guess.
 */
export function readPopulation(rows: readonly (readonly string[])[]): PopulationReading {
  const headAt = rows.findIndex((row) => row.slice(1).filter((cell) => headingOf(cell)).length >= 1);
  const head = rows[headAt];
  if (!head) return { figures: [], faults: [noHead], unknownCells: 0 };
  const reader = new Reader(head.map(headingOf));
  for (const [index, row] of rows.entries()) if (index > headAt) reader.take(row, index);
  return reader.reading();
}

const noHead: CellFault = {
  row: 1,
  column: 1,
  text: "",
  message:
    "年（2025年、令和7年など）か年齢（0〜14歳、総数など）の見出しの行が見つかりません。見出しの行も含めて入れてください。",
};

const absent = /^(?:[-−–―ー－…]+|\.{3}|\*+|x|X|不明|未定)?$/u;

class Reader {
  readonly #head: readonly (Heading | undefined)[];
  readonly #figures: PopulationFigure[] = [];
  readonly #faults: CellFault[] = [];
  readonly #seen = new Set<string>();
  #unknownCells = 0;

  constructor(head: readonly (Heading | undefined)[]) {
    this.#head = head;
  }

  take(row: readonly string[], index: number): void {
    const own = headingOf(row[0] ?? "");
    if (!own) {
      const isNote = row.slice(1).every((cell) => cell.trim() === "");
      if (!isNote) this.#fault({ row: index, column: 0 }, row[0] ?? "", "年か年齢が読み取れない行です。");
      return;
    }
    for (const [column, other] of this.#head.entries()) {
      if (column === 0 || !other) continue;
      this.#cell(row[column] ?? "", { row: index, column }, placeOf(own, other));
    }
  }

  #cell(
    cell: string,
    at: { readonly row: number; readonly column: number },
    place: { readonly year: number; readonly group: GroupKey } | undefined,
  ): void {
    const text = halfWidth(cell).trim();
    if (absent.test(text)) {
      if (text !== "") this.#unknownCells++;
      return;
    }
    if (!place) return this.#fault(at, text, "縦と横のどちらかを年、もう一方を年齢にしてください。");
    const number = parseJapaneseNumber(text.replace(/人$/, ""))?.value;
    if (number === undefined || !Number.isSafeInteger(number) || number < 0)
      return this.#fault(at, text, "人数として読めません。0以上の整数か、分からないときは「−」を入れてください。");
    const key = `${place.year} ${place.group}`;
    if (this.#seen.has(key))
      return this.#fault(at, text, `${place.year}年の${groupName(place.group)}が、表の中に2つあります。`);
    this.#seen.add(key);
    this.#figures.push({ ...place, value: number });
  }

  #fault(at: { readonly row: number; readonly column: number }, text: string, message: string): void {
    this.#faults.push({ row: at.row + 1, column: at.column + 1, text, message });
  }

  reading(): PopulationReading {
    return { figures: this.#figures, faults: this.#faults, unknownCells: this.#unknownCells };
  }
}

/** A head of years alone is a table of totals: its rows say nothing of ages. */
function placeOf(one: Heading, other: Heading): { readonly year: number; readonly group: GroupKey } | undefined {
  if (one.kind === "year" && other.kind === "group") return { year: one.year, group: other.group };
  if (one.kind === "group" && other.kind === "year") return { year: other.year, group: one.group };
  return undefined;
}

function headingOf(cell: string): Heading | undefined {
  const text = halfWidth(cell).trim();
  if (text === "") return undefined;
  const group = groupInWords(text);
  if (group && group !== totalKey) return { kind: "group", group };
  const year = findYear(text)?.year;
  if (year !== undefined) return { kind: "year", year };
  return group ? { kind: "group", group } : undefined;
}

/** Rows and cells of text pasted from Excel (tabs) or of CSV without quotes. */
export function pastedRows(text: string): string[][] {
  const separator = text.includes("\t") ? "\t" : /[,，]/.test(text) ? /,(?!\d{3}(?!\d))/ : /[ 　]+/;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(separator).map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** The figures as a table that `readPopulation` reads again: years down, groups across. */
export function tableOf(figures: readonly PopulationFigure[], groups: readonly GroupKey[]): (string | number)[][] {
  const years = [...new Set(figures.map(({ year }) => year))].toSorted((one, other) => one - other);
  const at = new Map(figures.map(({ year, group, value }) => [`${year} ${group}`, value]));
  return [
    ["年", ...groups.map(groupName)],
    ...years.map((year) => [`${year}年`, ...groups.map((group) => at.get(`${year} ${group}`) ?? "−")]),
  ];
}
