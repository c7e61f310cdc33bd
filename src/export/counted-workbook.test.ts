import ExcelJS from "exceljs";
import { beforeAll, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  addIndicator,
  indicatorPage,
  indicatorRegister,
  memoryOf,
  noGrounds,
  returnedValues,
  saveActuals,
  takeReturnedValues,
  type Actual,
} from "#domain/plan/index.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { useCity } from "../../test/support/city.ts";
import { castOf, smallPlan, trainingIndicator, type PlanInTest } from "../../test/support/plan.ts";
import { indicatorWorkbook } from "./indicator-workbook.ts";
import { parseSheetFile } from "./sheet/parse.ts";

const city = useCity();
const years = [2023, 2024, 2025];
let ctx: Ctx;
let plan: PlanInTest;
let id: string;

/** 1,269 ÷ 9,402 ＝ 13.497… ％ */
const counted: Actual = {
  year: 2023,
  value: 13.5,
  absence: null,
  note: "",
  state: "draft",
  numerator: 1269,
  denominator: 9402,
};

beforeAll(async () => {
  ({ planning: ctx } = await castOf(city()));
  plan = await smallPlan(ctx);
  const { id: nodeId } = await plan.node("訓練");
  const names = { numeratorName: "参加した人", denominatorName: "人口" };
  const actuals = [counted, { ...counted, year: 2024, value: 14.9, numerator: null, denominator: null }];
  const content = { ...trainingIndicator, ...names, actuals };
  const added = await addIndicator(ctx, { nodeId, content });
  if (!added.ok) throw new Error(added.refusal.message);
  ({ id } = added.value);
});

/** The file as it goes out, and as somebody sends it back with cells written: sheet, year, text. */
async function returned(...cells: readonly (readonly [string, number, string | number | null])[]) {
  const lines = await indicatorRegister(ctx, plan.plan);
  const bytes = await indicatorWorkbook({ plan: plan.plan, lines, years, divisionName: () => "", day: "2026-04-01" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  for (const [sheet, year, value] of cells) {
    const row = book.getWorksheet(sheet)?.getColumn(1).values.indexOf(id) ?? -1;
    const cell = book.getWorksheet(sheet)?.getCell(row, 7 + year - 2023); // the years begin at G
    if (cell) cell.value = value;
  }
  return { name: "値.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

async function compared(file: { readonly name: string; readonly bytes: Uint8Array }) {
  const book = parseSheetFile(file);
  const memory = book.ok && memoryOf(book.value);
  if (!book.ok || !memory) throw new Error("the file is not one of ours");
  const lines = await indicatorRegister(ctx, plan.plan);
  return returnedValues({ book: book.value, memory, lines, actor: ctx.actor, thisYear: 2026 });
}

it("changes nothing where numerator and denominator come back as they went out", async () => {
  expect(await compared(await returned())).toMatchObject({ moves: [], issues: [] });
});

it("reads counts that a value agrees with beside it, and makes the value of others", async () => {
  const { moves, issues } = await compared(
    await returned(["分子と分母", 2024, "1,400/9,402"], ["分子と分母", 2025, "１５００／９４０２"]),
  );
  expect(issues).toEqual([]);
  expect(moves.map(({ column, stored, wanted }) => [column, stored, wanted])).toEqual([
    ["H", "14.9", "14.9（1,400/9,402）"], // 14.890…
    ["I", "", "16.0（1,500/9,402）"], // 15.954… → 16.0
  ]);
});

it("takes a value with its counts as one, and both are saved", async () => {
  const file = await returned(["実績値", 2023, 14], ["分子と分母", 2023, "1,316/9,402"]); // 13.997…
  const { moves, issues } = await compared(file);
  expect(issues).toEqual([]);
  expect(moves).toMatchObject([{ sheet: "実績値", stored: "13.5（1,269/9,402）", wanted: "14.0（1,316/9,402）" }]);
  const kept = { ...file, mediaType: "application/octet-stream", uploadedBy: null, uploadedAt: ctx.clock.now() };
  const fileId = await storeFile(ctx.db, kept);
  expect(await takeReturnedValues(ctx, { planId: plan.plan.id, fileId, moves, grounds: noGrounds })).toMatchObject({
    ok: true,
  });
  const { actuals } = await indicatorPage(ctx, id);
  expect(actuals[0]).toMatchObject({ value: 14, numerator: 1316, denominator: 9402 });
});

it("names every fault by its cell: no pair, nothing to divide by, a value that disagrees or is missing", async () => {
  const one = await compared(
    await returned(["分子と分母", 2023, "1269"], ["分子と分母", 2024, "5/0"], ["分子と分母", 2025, "5/"]),
  );
  expect(one.moves).toEqual([]);
  expect(one.issues.map(({ sheet, column, message }) => `${sheet} ${column} ${message.slice(0, 9)}`)).toEqual([
    "分子と分母 G 「1,269/9,",
    "分子と分母 H 分母が0のため、割",
    "分子と分母 I 分子と分母は、両方",
  ]);
  const other = await compared(
    await returned(
      ["実績値", 2024, 20],
      ["分子と分母", 2024, "1400/9402"],
      ["実績値", 2025, "−（未調査）"],
      ["分子と分母", 2025, "1/2"],
    ),
  );
  expect(other.issues.map(({ sheet, column, message }) => `${sheet} ${column} ${message}`)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("実績値 H 令和6年度の実績値：分子÷分母は14.9％で"),
      expect.stringContaining("実績値 I 値がないのに、「分子と分母」のシートに"),
    ]),
  );
});

it("meets counts that somebody stored since", async () => {
  const file = await returned(["分子と分母", 2024, "1,400/9,402"]);
  const [, seen] = (await indicatorPage(ctx, id)).actuals;
  const value = { value: 14.9, absence: null, note: "", numerator: 1401, denominator: 9402 }; // 14.901…
  const cells = [{ indicatorId: id, year: 2024, seen: seen ?? null, value }];
  expect(await saveActuals(ctx, { planId: plan.plan.id, cells })).toMatchObject({ ok: true });
  expect((await compared(file)).moves).toMatchObject([
    { stored: "14.9（1,401/9,402）", wanted: "14.9（1,400/9,402）", conflict: { exported: "14.9" } },
  ]);
});
