import { planBySlug, saveTargetsOfMany, type CellsRefusal, type Plan } from "#domain/plan/index.ts";
import { tokyoTime } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { json, onwards } from "#web/answer.tsx";
import type { GridAnswer } from "#web/islands/indicator-grid/protocol.ts";
import { text, type Visit } from "#web/visit.ts";
import { indicatorWordsIn, readGrounds } from "../plan/indicator-form.ts";
import { enteredTargets } from "./target-form.ts";
import { gridAddress } from "./addresses.ts";
import { gridChoice, gridPath } from "./choice.ts";
import { enteredCells, takeCells, wantsAnswer, type EnteredCell } from "./grid-form.ts";
import { showGrid } from "./grid-page.tsx";

/** Saves what was entered into the grid: answers the island, or leads a plain form on to the page. */
export async function saveGrid(visit: Visit): Promise<Response> {
  const plan = await planBySlug(visit.ctx, visit.params["slug"] ?? "");
  if (gridChoice(visit.query, visit.ctx.actor).values === "targets") return saveTargets(visit, plan);
  const reason = text(visit.form, "reason");
  const entered = enteredCells(visit);
  if (!entered.ok) return refused(visit, { refusal: entered.refusal, entered: [], reason });
  const result = await takeCells(visit, { planId: plan.id, entered: entered.value, reason });
  if (!result.ok) return refused(visit, { refusal: result.refusal, entered: entered.value, reason });
  if (wantsAnswer(visit)) {
    const savedAt = tokyoTime(visit.ctx.clock.now());
    return json({ ok: true, saved: result.value.saved, savedAt } satisfies GridAnswer);
  }
  return onwards(
    gridPath(gridAddress(plan), { ...gridChoice(visit.query, visit.ctx.actor), corrects: false }),
    "saved",
  );
}

async function saveTargets(visit: Visit, plan: Plan): Promise<Response> {
  const words = indicatorWordsIn(visit.form);
  const input = { planId: plan.id, indicators: enteredTargets(visit), grounds: readGrounds(words) };
  const result = await saveTargetsOfMany(visit.ctx, input);
  if (result.ok) return onwards(gridPath(gridAddress(plan), gridChoice(visit.query, visit.ctx.actor)), "saved");
  const { refusal } = result;
  return showGrid(visit, undefined, {
    refusal,
    texts: new Map(Object.entries(words).map(([name, value = ""]) => [name, value])),
  });
}

interface RefusedEntry {
  readonly refusal: Refusal | CellsRefusal;
  readonly entered: readonly EnteredCell[];
  readonly reason: string;
}

async function refused(visit: Visit, { refusal, entered, reason }: RefusedEntry): Promise<Response> {
  const cells = "cells" in refusal ? refusal.cells : [];
  const { message, remedy = "" } = refusal;
  if (wantsAnswer(visit)) return json({ ok: false, message, remedy, cells } satisfies GridAnswer, 422);
  return showGrid(visit, { refusal, entered, refused: cells, reason });
}
