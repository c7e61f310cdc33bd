import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { publish } from "#domain/publication/index.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, planOf } from "../../../../test/support/plan.ts";
import { applyNow, answerAll, compareNow, csvFile, openImport, readNow } from "../../../../test/support/plan-import.ts";
import {
  confirmActuals,
  indicatorHistory,
  indicatorRegister,
  noGrounds,
  planPayload,
  planSnapshot,
  type PlanWithLevels,
} from "../index.ts";
import { importCase } from "./queries.ts";

const head = "基本目標,施策,指標名,単位,現状値(R6),目標値(R13),実績値(R7)";
const row = (target: string, actual: string) => `1 安全,1-1 防災,訓練の回数,回,3,${target},${actual}`;
const nothing = { remove: [], keep: [] };

describe("settled values in a sheet", () => {
  const city = useCity();
  let ctx: Ctx;
  let plan: PlanWithLevels;

  beforeAll(async () => {
    ctx = (await castOf(city())).planning;
  });

  beforeEach(async () => {
    const levels = ["基本目標", "施策"].map((name, depth) => ({
      name,
      hasPage: depth === 1,
      codePattern: depth === 0 ? "{n}" : "{parent}-{n}",
      evaluator: "",
    }));
    ({ plan } = await planOf(ctx, "計画", [], levels));
  });

  async function opened(target: string, actual: string): Promise<string> {
    const id = await openImport(ctx, plan.id, csvFile(head, row(target, actual)));
    await answerAll(ctx, id);
    return id;
  }

  async function indicator() {
    const [line] = await indicatorRegister(ctx, plan);
    if (!line) throw new Error("no indicator");
    return line.indicator;
  }

  async function publishDecided(): Promise<void> {
    const payload = await planSnapshot(ctx, plan.id);
    const words = { divisionName: "企画課", divisionContact: "", note: "", label: "策定版" };
    const kind = { kind: planPayload, reference: plan.slug, openness: "decided" as const };
    const done = await publish(ctx, { ...kind, payload, ...words });
    if (!done.ok) throw new Error(done.refusal.message);
  }

  it("come in as drafts unless the clerk says that they stand, which is kept with the import", async () => {
    const id = await opened("5", "4");
    expect((await compareNow(ctx, id)).settled).toEqual({ actuals: 1, corrected: 0, revised: 0 });
    await applyNow(ctx, id);
    expect((await indicator()).actuals).toMatchObject([{ year: 2025, value: 4, state: "draft" }]);
    const again = await opened("5", "4.5");
    await applyNow(ctx, again, nothing, { actualState: "confirmed" });
    expect((await indicator()).actuals).toMatchObject([{ year: 2025, value: 4.5, state: "confirmed" }]);
    expect((await importCase(ctx, again)).planImport.actualState).toBe("confirmed");
  });

  it("are told where their fiscal year has not begun, and stay drafts whatever the clerk says of the sheet", async () => {
    const id = await openImport(ctx, plan.id, csvFile(head.replace("実績値(R7)", "実績値(R20)"), row("5", "4")));
    await answerAll(ctx, id);
    expect((await readNow(ctx, id)).remarks).toMatchObject([
      { row: 2, column: 6, message: expect.stringContaining("令和20年度はまだ始まっていません。") },
    ]);
    await applyNow(ctx, id, nothing, { actualState: "confirmed" });
    expect((await indicator()).actuals).toMatchObject([{ year: 2038, value: 4, state: "draft" }]);
  });

  it("change a confirmed actual only with a reason; it stays confirmed and the file is kept with the change", async () => {
    await applyNow(ctx, await opened("5", "4"));
    const { id: indicatorId, actuals, seriesId } = await indicator();
    const cells = actuals.map((seen) => ({ indicatorId, year: seen.year, seen }));
    await confirmActuals(ctx, { planId: plan.id, cells });
    const id = await opened("5", "6");
    expect((await compareNow(ctx, id)).settled).toMatchObject({ corrected: 1 });
    expect(await applyNow(ctx, id)).toMatchObject({
      ok: false,
      refusal: {
        fields: { correctionReason: "令和7年度の実績値は確定しています。直すには、訂正の理由を入力してください。" },
      },
    });
    expect((await indicator()).actuals).toEqual(actuals.map((actual) => ({ ...actual, state: "confirmed" })));
    const grounds = { ...noGrounds, correctionReason: "集計もれ" };
    expect(await applyNow(ctx, id, nothing, { grounds })).toMatchObject({ ok: true });
    expect((await indicator()).actuals).toMatchObject([{ value: 6, state: "confirmed" }]);
    const history = await indicatorHistory(ctx, { id: indicatorId, seriesId });
    const correction = history.actuals.find(({ reason }) => reason === "集計もれ");
    expect(correction).toMatchObject({ before: { value: 4 }, after: { value: 6 } });
    const { fileId } = (await importCase(ctx, id)).planImport;
    const kept = await ctx.db
      .selectFrom("actual_revision")
      .where("reason", "=", "集計もれ")
      .select("file_id")
      .execute();
    expect(kept).toEqual([{ file_id: fileId }]);
  });

  it("change a target freely until it is published, then only on a decision that is said once", async () => {
    await applyNow(ctx, await opened("5", "4"));
    expect(await applyNow(ctx, await opened("7", "4"))).toMatchObject({ ok: true });
    await publishDecided();
    const id = await opened("8", "4");
    expect((await compareNow(ctx, id)).settled).toMatchObject({ actuals: 0, revised: 1 });
    const refused = await applyNow(ctx, id);
    const fields = refused.ok ? {} : (refused.refusal.fields ?? {});
    expect(Object.keys(fields)).toEqual(["revisionReason", "decidedBy", "decidedOn"]);
    expect((await indicator()).targets).toMatchObject([{ year: 2031, value: 7 }]);
    const said = { revisionReason: "参加者が増えた", decidedBy: "策定委員会", decidedOn: "2026-04-01" };
    expect(await applyNow(ctx, id, nothing, { grounds: { ...noGrounds, ...said } })).toMatchObject({ ok: true });
    const { targets } = await indicatorHistory(ctx, await indicator());
    const revision = targets.find(({ reason }) => reason === "参加者が増えた");
    const decision = { decidedBy: "策定委員会", decidedOn: "2026-04-01" };
    expect(revision).toMatchObject({ before: { value: 7 }, after: { value: 8 }, ...decision });
  });
});
