import exceljs from "exceljs";
import { createPlan } from "#domain/plan/index.ts";
import { readSheetFile } from "#export/sheet-reader.ts";
import { answerAll, applyNow, openImport } from "../test/support/plan-import.ts";
import { benchCity } from "./city.ts";
import { compare, elapsed } from "./measure.ts";

/** Excel with one indicator a row below 7 goals × 10 policies, as an office would keep it. */
async function sheetOf(rows: number): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("指標一覧");
  sheet.addRow(["基本目標", "政策", "施策", "指標名", "単位", "基準値（R6）", "目標値（R13）"]);
  for (let index = 0; index < rows; index++) {
    const policy = Math.floor((index * 70) / rows);
    const goal = Math.floor(policy / 10);
    sheet.addRow([
      `目標その${goal + 1}`,
      `政策その${policy + 1}`,
      `施策その${Math.floor(index / 2) + 1}`,
      `指標その${index + 1}`,
      "人",
      100 + index,
      200 + index,
    ]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A whole import (read, interpret, compare, apply in one transaction) against reading the file alone. */
export async function importSheet(print: (line: string) => void): Promise<void> {
  const city = await benchCity();
  let serial = 0;
  try {
    for (const rows of [500, 5_000]) {
      const file = { name: "指標一覧.xlsx", bytes: await sheetOf(rows) };
      const whole = async () => {
        const levels = ["基本目標", "政策", "施策"].map((name, depth) => ({
          name,
          codePattern: depth === 0 ? "{n}" : "{parent}-{n}",
          evaluator: "",
          hasPage: depth === 2,
        }));
        const plan = await createPlan(city.ctx, {
          slug: `bench-${rows}-${serial++}`,
          kind: "basicPlan",
          name: "計画",
          vision: "",
          summary: "",
          startYear: 2027,
          endYear: 2031,
          levels,
        });
        if (!plan.ok) throw new Error(plan.refusal.message);
        return elapsed(async () => {
          const id = await openImport(city.ctx, plan.value.id, file);
          await answerAll(city.ctx, id);
          const applied = await applyNow(city.ctx, id);
          if (!applied.ok) throw new Error(applied.refusal.message);
        });
      };
      const reading = () =>
        elapsed(async () => {
          const read = await readSheetFile(file);
          if (!read.ok) throw new Error(read.refusal.message);
        });
      print(
        await compare({ name: "import", unit: "ms", n: `${rows} rows`, ours: whole, reference: reading, rounds: 3 }),
      );
    }
  } finally {
    await city.close();
  }
}
