import { z } from "zod";
import {
  actualText,
  indicatorNames,
  readActualText,
  saveActuals,
  unpackedActuals,
  type Actual,
  type ActualCell,
  type CellRefusal,
  type CellsRefusal,
} from "#domain/plan/index.ts";
import { isId } from "#kernel/id.ts";
import { legibleJson } from "#kernel/legible.ts";
import { accept, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { text, texts, type Visit } from "#web/visit.ts";

/** A cell as it was sent: what was seen in it, and the text that shall stand there. */
export interface EnteredCell {
  readonly indicatorId: string;
  readonly year: number;
  readonly seen: Actual | null;
  readonly text: string;
}

const sentSchema = z.array(
  z.object({ indicatorId: z.string(), year: z.number().int(), seen: z.string(), text: z.string().max(1_000) }),
);

/** Whether the island sent the cells, which wants an answer and no page. */
export function wantsAnswer({ request }: Visit): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}

const unreadable: Refusal = {
  code: "unreadable",
  message: "送られた内容を読めませんでした。",
  remedy: "ページを開き直して、もう一度入力してください。",
};

/** The cells of a posted form; of a plain form only those whose text was changed. */
export function enteredCells(visit: Visit): Result<EnteredCell[]> {
  return wantsAnswer(visit) ? sentCells(text(visit.form, "cells")) : formCells(visit.form);
}

function sentCells(json: string): Result<EnteredCell[]> {
  const sent = sentSchema.safeParse(jsonOf(json));
  if (!sent.success) return refuse(unreadable);
  const cells = sent.data.flatMap(({ seen: packed, ...cell }) => {
    const seen = unpackedActuals([cell.year], packed)?.[0];
    return seen === undefined ? [] : [{ ...cell, seen }];
  });
  return cells.length === sent.data.length ? accept(cells) : refuse(unreadable);
}

function jsonOf(sent: string): unknown {
  try {
    return legibleJson(sent);
  } catch {
    return undefined;
  }
}

/** Name of a cell's field: 「c3-2027」 of the fourth row. */
export function cellName(row: number, year: number): string {
  return `c${row}-${year}`;
}

/** A row as it travels with its form: whose it is, its decimals, and what was seen in it. */
export function rowText(id: string, decimals: number, packed: string): string {
  return `${id} ${decimals} ${packed}`;
}

function formCells(form: FormData): Result<EnteredCell[]> {
  const years = text(form, "years").split(" ").map(Number);
  const cells: EnteredCell[] = [];
  for (const [index, line] of texts(form, "row").entries()) {
    const [, indicatorId = "", decimals = "", packed = ""] = /^(\S+) (\d) (.*)$/su.exec(line) ?? [];
    const seen = unpackedActuals(years, packed);
    if (!seen || !isId(indicatorId)) return refuse(unreadable);
    for (const [column, year] of years.entries()) {
      const before = seen[column] ?? null;
      const words = form.has(cellName(index, year)) ? text(form, cellName(index, year)) : undefined;
      if (words === undefined || words === actualText(before, Number(decimals))) continue;
      cells.push({ indicatorId, year, seen: before, text: words });
    }
  }
  return accept(cells);
}

interface Taking {
  readonly planId: string;
  readonly entered: readonly EnteredCell[];
  readonly reason: string;
}

/** Saves what was entered, all or nothing; a text that is no value is refused like any other cell. */
export async function takeCells(
  { ctx }: Visit,
  { planId, entered, reason }: Taking,
): Promise<Result<{ saved: number }, CellsRefusal>> {
  const refused: CellRefusal[] = [];
  const cells: ActualCell[] = [];
  const named = await indicatorNames(ctx, [...new Set(entered.map(({ indicatorId }) => indicatorId))]);
  const measures = new Map(named.map((each) => [each.id, each]));
  for (const { text: words, ...cell } of entered) {
    const reading = readActualText(words, cell.seen, measures.get(cell.indicatorId));
    if (reading.ok) cells.push({ ...cell, value: reading.value });
    else {
      const { indicatorId, year, seen: current } = cell;
      refused.push({ indicatorId, year, fault: "value", message: reading.message, current });
    }
  }
  if (refused.length > 0) return refuse(notRead(refused));
  return saveActuals(ctx, { planId, cells, reason });
}

function notRead(cells: readonly CellRefusal[]): CellsRefusal {
  return {
    code: "cells",
    message: `${cells.length}か所を値として読めないため、何も保存していません。`,
    remedy: "下の一覧のところを直して、もう一度保存してください。入力した内容は消えていません。",
    cells,
  };
}
