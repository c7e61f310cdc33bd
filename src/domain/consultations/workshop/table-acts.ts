import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, refuse, type Result } from "#kernel/result.ts";
import { roundToManage } from "./actions.ts";
import { workshopRefusals } from "./labels.ts";
import { notesIn } from "./store/notes.ts";
import {
  deleteTable,
  insertTable,
  nextRoundVersion,
  saveRoundSummary,
  saveTable,
  saveTableSummary,
} from "./store/rounds.ts";
import { longestSummary, tablesFault, type WorkshopTable } from "./workshop.ts";

/** A round as the person saw it. */
interface SeenRound {
  readonly roundId: string;
  readonly version: number;
}

/** A table as a form says it: one without an id is new, one without a name is taken away. */
export type TableEntry = Pick<WorkshopTable, "name" | "people"> & { readonly id: string | null };

/** Keeps the tables (班) of a round with how many people sat at each, in their order. */
export async function keepTables(
  ctx: Ctx,
  { roundId, version, tables: entries }: SeenRound & { readonly tables: readonly TableEntry[] },
): Promise<Result<null>> {
  const kept = entries.map((each) => ({ ...each, name: each.name.trim() })).filter(({ name }) => name !== "");
  const fault = tablesFault(kept);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const { tables, consultation } = await roundToManage(tx, ctx, roundId);
    const known = new Set(tables.map(({ id }) => id));
    if (kept.some(({ id }) => id !== null && !known.has(id))) return refuse(workshopRefusals.tableGone);
    const leaving = tables.filter(({ id }) => !kept.some((each) => each.id === id)).map(({ id }) => id);
    if ((await notesIn(tx, leaving)).length > 0) return refuse(workshopRefusals.tableHasNotes);
    if (!(await nextRoundVersion(tx, roundId, version))) return refuse(workshopRefusals.roundStale);
    for (const id of leaving) await deleteTable(tx, id);
    await saveTables(tx, roundId, kept);
    await record(tx, ctx, "consultation.workshopTables.kept", { occasionId: consultation.id, roundId });
    return accept(null);
  });
}

/** Names may change places among the tables, so all of them leave their old ones first. */
async function saveTables(tx: Tx, roundId: string, kept: readonly TableEntry[]): Promise<void> {
  for (const [index, { id, people }] of kept.entries())
    if (id !== null) await saveTable(tx, { id, position: index + 1, name: id, people });
  for (const [index, { id, name, people }] of kept.entries()) {
    const table = { position: index + 1, name, people };
    await (id === null ? insertTable(tx, { ...table, id: newId(), roundId }) : saveTable(tx, { ...table, id }));
  }
}

/** Writes the summary of a round, and of each of its tables (まとめ). */
export async function writeSummaries(
  ctx: Ctx,
  {
    roundId,
    version,
    summary,
    tables,
  }: SeenRound & { readonly summary: string; readonly tables: readonly Pick<WorkshopTable, "id" | "summary">[] },
): Promise<Result<null>> {
  if ([summary, ...tables.map((table) => table.summary)].some((text) => text.length > longestSummary))
    return refuse(workshopRefusals.summaryTooLong);
  return ctx.transaction(async (tx) => {
    const { tables: known, consultation } = await roundToManage(tx, ctx, roundId);
    if (tables.some(({ id }) => !known.some((table) => table.id === id))) return refuse(workshopRefusals.tableGone);
    if (!(await nextRoundVersion(tx, roundId, version))) return refuse(workshopRefusals.roundStale);
    await saveRoundSummary(tx, roundId, lines(summary));
    for (const { id, summary: said } of tables) await saveTableSummary(tx, { id, summary: lines(said) });
    await record(tx, ctx, "consultation.workshopSummaries.written", { occasionId: consultation.id, roundId });
    return accept(null);
  });
}

/** Browsers send line ends of their own. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
