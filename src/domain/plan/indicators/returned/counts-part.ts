import type { Actor } from "#domain/audit/index.ts";
import { columnLetters, type Sheet } from "#kernel/sheet.ts";
import type { RegisterLine } from "../../queries/indicators.ts";
import { actualOf, shownCell, valueOf, valueText } from "./cell-values.ts";
import type { Memory } from "./memory.ts";
import type { Issue, Move, Spot } from "./model.ts";
import { moveFault } from "./move-fault.ts";
import { knownRows, type KnownRow } from "./rows-known.ts";
import { sheetTable } from "./sheet-table.ts";
import { countsOf, isCounted, isSameCounts, recounted, typedCounts, withCounts, type Counts } from "./typed-counts.ts";

/** Counts that the sheet says otherwise, with the place where they stand. */
interface ChangedCounts {
  readonly known: KnownRow;
  readonly spot: Spot;
  readonly written: string;
  readonly year: number;
  readonly counts: Counts;
}

/** What the sheet of counts (分子と分母) says. */
export interface CountsPart {
  readonly changed: readonly ChangedCounts[];
  readonly issues: readonly Issue[];
  readonly compared: number;
}

interface Known {
  readonly memory: Memory;
  readonly lines: readonly RegisterLine[];
}

/** Reads the sheet of counts; only indicators that name both have a row in it. */
export function countsPart(sheet: Sheet, { memory, lines }: Known): CountsPart {
  const counted = new Set(lines.filter(isCounted).map(({ indicator }) => indicator.id));
  const indicators = memory.indicators.filter(({ id }) => counted.has(id));
  const table = sheetTable(sheet, memory.years);
  const rows = knownRows(table.rows, { sheet: sheet.name, lines, memory: { ...memory, indicators } });
  const cells = rows.known.flatMap((known) => table.columns.map((column) => countsAt(sheet.name, known, column)));
  return {
    changed: cells.flatMap((each) => (each && "counts" in each ? [each] : [])),
    issues: [...table.issues, ...rows.issues, ...cells.flatMap((each) => (each && "message" in each ? [each] : []))],
    compared: cells.length,
  };
}

function countsAt(
  sheet: string,
  known: KnownRow,
  { index, year }: { readonly index: number; readonly year: number },
): ChangedCounts | Issue | undefined {
  const typed = typedCounts(known, { index, year });
  if (!typed) return undefined;
  const spot = { sheet, row: known.row.number, column: columnLetters(index) };
  const written = shownCell(known.row.cells[index]);
  if ("fault" in typed) return { kind: "fault", ...spot, value: written, message: typed.fault };
  return { known, spot, written, year, counts: typed.counts };
}

/** The move of counts whose value the sheet of actuals leaves as it is, or why it cannot be made. */
export function countsMove(actor: Actor, changed: ChangedCounts): Move | Issue {
  const { known, spot, written, year, counts } = changed;
  const { indicator } = known.line;
  const place = { kind: "actuals", year } as const;
  const [seen, exported] = [actualOf(valueOf(indicator, place)), actualOf(valueOf(known.before, place))];
  const words = (value: Parameters<typeof countsOf>[0]) =>
    withCounts(valueText(value, indicator.decimals), countsOf(value));
  const value = recounted(counts, seen, known.line);
  const isSame = isSameCounts(countsOf(seen), countsOf(exported)) && seen?.value === exported?.value;
  const move: Move = {
    ...spot,
    kind: "actuals",
    line: known.line,
    year,
    stored: words(seen),
    written,
    wanted: words(value && { ...value, year, state: "draft" }),
    conflict: known.before !== undefined && !isSame ? { exported: words(exported) } : null,
    isCorrection: seen?.state === "confirmed",
    change: { cell: { indicatorId: indicator.id, year, seen, value } },
  };
  const message = moveFault(actor, move);
  return message === undefined ? move : { kind: "fault", ...spot, value: written, message };
}
