import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Tx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { CityDb, CityTables } from "#platform/database/index.ts";
import { gateCheckSchema, type GateCheck } from "../gate-checks.ts";
import type {
  ConfirmationWords,
  DecisionWords,
  Gate,
  GateCondition,
  GateItem,
  GateOutcome,
  GateState,
  GateView,
  Hearer,
  ViewWords,
} from "../gate.ts";
import type { Saving } from "./formulations.ts";

/** The gates of a plan's stages in the order in which they were opened. */
export async function gatesOf(db: CityDb, planId: string): Promise<Gate[]> {
  const rows = await db
    .selectFrom("gate")
    .innerJoin("formulation_stage", "formulation_stage.id", "gate.stage_id")
    .where("formulation_stage.plan_id", "=", planId)
    .selectAll("gate")
    .orderBy("gate.opened_at")
    .orderBy("gate.id")
    .execute();
  const kept = await keptWith(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => gateOf(row, kept));
}

/** Where each stage of the city stands that has gates: the state of its last one, by the stage's id. */
export async function lastStates(db: CityDb): Promise<ReadonlyMap<string, GateState>> {
  const rows = await db.selectFrom("gate").select(["stage_id", "state"]).orderBy("opened_at").orderBy("id").execute();
  return new Map(rows.map(({ stage_id, state }) => [stage_id, state as GateState])); // the last one stays
}

function gateOf(row: Selectable<CityTables["gate"]>, { items, views, conditions, confirmations }: Kept): Gate {
  return {
    id: row.id,
    stageId: row.stage_id,
    versionId: row.draft_version_id,
    state: row.state as GateState, // the column's check allows no other
    openedAt: row.opened_at,
    decidedBody: row.decided_body,
    decidedOn: row.decided_on ?? "",
    documentNumber: row.document_number,
    reason: row.reason,
    checks: row.checklist === null ? [] : z.array(gateCheckSchema).parse(JSON.parse(row.checklist)),
    items: (items.get(row.id) ?? []).map(itemOf),
    views: (views.get(row.id) ?? []).map(viewOf),
    conditions: (conditions.get(row.id) ?? []).map(conditionOf),
    confirmations: (confirmations.get(row.id) ?? []).map(confirmationOf),
  };
}

function itemOf({ position, label, is_done, words }: Selectable<CityTables["gate_item"]>): GateItem {
  return { position, label, isDone: is_done, words };
}

function viewOf({ id, hearer, body, heard_on, words, reference }: Selectable<CityTables["gate_view"]>): GateView {
  return { id, hearer: hearer as Hearer, body, heardOn: heard_on, words, reference }; // as above
}

function conditionOf({ id, words, met_on, met_as }: Selectable<CityTables["gate_condition"]>): GateCondition {
  return { id, words, metOn: met_on ?? "", metAs: met_as };
}

function confirmationOf(row: Selectable<CityTables["gate_confirmation"]>): ConfirmationWords {
  const { body, confirmed_on, reference, draft_version_id } = row;
  return { body, confirmedOn: confirmed_on, reference, versionId: draft_version_id };
}

type Kept = Awaited<ReturnType<typeof keptWith>>;

async function keptWith(db: CityDb, gateIds: readonly string[]) {
  const all = sql<string>`any(${[...gateIds]}::uuid[])`;
  const items = await db.selectFrom("gate_item").where("gate_id", "=", all).selectAll().orderBy("position").execute();
  const views = await db
    .selectFrom("gate_view")
    .where("gate_id", "=", all)
    .selectAll()
    .orderBy("heard_on")
    .orderBy("id")
    .execute();
  const conditions = await db
    .selectFrom("gate_condition")
    .where("gate_id", "=", all)
    .selectAll()
    .orderBy("position")
    .execute();
  const confirmations = await db
    .selectFrom("gate_confirmation")
    .where("gate_id", "=", all)
    .selectAll()
    .orderBy("recorded_at")
    .execute();
  return {
    items: grouped(items, ({ gate_id }) => gate_id),
    views: grouped(views, ({ gate_id }) => gate_id),
    conditions: grouped(conditions, ({ gate_id }) => gate_id),
    confirmations: grouped(confirmations, ({ gate_id }) => gate_id),
  };
}

interface NewGate {
  readonly id: string;
  readonly stageId: string;
}

export async function insertGate(
  tx: Tx,
  { id, stageId, versionId, items }: NewGate & { readonly versionId: string; readonly items: readonly string[] },
  { by, at }: Saving,
): Promise<void> {
  await tx
    .insertInto("gate")
    .values({ id, stage_id: stageId, draft_version_id: versionId, state: "open", opened_by: by, opened_at: at })
    .execute();
  const rows = items.map((label, index) => ({ gate_id: id, position: index + 1, label }));
  if (rows.length > 0) await tx.insertInto("gate_item").values(rows).execute();
}

export async function insertSkipped(
  tx: Tx,
  { id, stageId, reason, decidedOn }: NewGate & { readonly reason: string; readonly decidedOn: string },
  { by, at }: Saving,
): Promise<void> {
  await tx
    .insertInto("gate")
    .values({
      id,
      stage_id: stageId,
      state: "skipped",
      opened_by: by,
      opened_at: at,
      reason: reason.trim(),
      decided_on: decidedOn,
      decided_by: by,
      decided_at: at,
    })
    .execute();
}

export async function saveItem(
  tx: Tx,
  {
    gateId,
    position,
    isDone,
    words,
  }: { readonly gateId: string; readonly position: number; readonly isDone: boolean; readonly words: string },
  { by, at }: Saving,
): Promise<boolean> {
  const saved = await tx
    .updateTable("gate_item")
    .set({ is_done: isDone, words: words.trim(), checked_by: by, checked_at: at })
    .where("gate_id", "=", gateId)
    .where("position", "=", position)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function insertView(
  tx: Tx,
  view: ViewWords & { readonly id: string; readonly gateId: string },
  { by, at }: Saving,
): Promise<void> {
  await tx
    .insertInto("gate_view")
    .values({
      id: view.id,
      gate_id: view.gateId,
      hearer: view.hearer,
      body: view.body.trim(),
      heard_on: view.heardOn,
      words: view.words.trim(),
      reference: view.reference.trim(),
      noted_by: by,
      noted_at: at,
    })
    .execute();
}

export async function removeViewRow(
  tx: Tx,
  { gateId, id }: { readonly gateId: string; readonly id: string },
): Promise<boolean> {
  const gone = await tx.deleteFrom("gate_view").where("id", "=", id).where("gate_id", "=", gateId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export async function insertConfirmation(
  tx: Tx,
  gateId: string,
  words: ConfirmationWords,
  { by, at }: Saving,
): Promise<void> {
  await tx
    .insertInto("gate_confirmation")
    .values({
      gate_id: gateId,
      draft_version_id: words.versionId,
      body: words.body.trim(),
      confirmed_on: words.confirmedOn,
      reference: words.reference.trim(),
      recorded_by: by,
      recorded_at: at,
    })
    .execute();
}

export interface Decided extends DecisionWords {
  readonly outcome: GateOutcome;
  readonly gateId: string;
  readonly checks: readonly GateCheck[];
  readonly conditionIds: readonly string[];
}

/** Decides a gate, if it is still open. The conditions first: a decided gate takes none. @returns whether it was */
export async function saveDecision(tx: Tx, decided: Decided, { by, at }: Saving): Promise<boolean> {
  const rows = decided.conditionIds.map((id, index) => ({
    id,
    gate_id: decided.gateId,
    position: index + 1,
    words: decided.conditions[index] ?? "",
  }));
  if (rows.length > 0) await tx.insertInto("gate_condition").values(rows).execute();
  const saved = await tx
    .updateTable("gate")
    .set({
      state: decided.outcome,
      decided_body: decided.body.trim(),
      decided_on: decided.decidedOn,
      document_number: decided.documentNumber.trim(),
      reason: decided.reason.trim(),
      checklist: JSON.stringify(decided.checks),
      decided_by: by,
      decided_at: at,
    })
    .where("id", "=", decided.gateId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** @returns whether the condition was not met before */
export async function meetConditionRow(
  tx: Tx,
  {
    id,
    gateId,
    metOn,
    metAs,
  }: { readonly id: string; readonly gateId: string; readonly metOn: string; readonly metAs: string },
  by: string | null,
): Promise<boolean> {
  const saved = await tx
    .updateTable("gate_condition")
    .set({ met_on: metOn, met_as: metAs.trim(), met_by: by })
    .where("id", "=", id)
    .where("gate_id", "=", gateId)
    .where("met_on", "is", null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}
