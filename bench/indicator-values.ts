import exceljs from "exceljs";
import type { Page } from "playwright-core";
import {
  indicatorRegister,
  memoryOf,
  returnedValues,
  type PlanWithLevels,
  type RegisterLine,
} from "#domain/plan/index.ts";
import { indicatorWorkbook } from "#export/indicator-workbook.ts";
import { readSheetFile } from "#export/sheet-reader.ts";
import { openChromium } from "../test/support/chromium.ts";
import { indicatorPlan } from "../test/support/indicator-plan.ts";
import { personIn } from "../test/support/plan.ts";
import { serveCity } from "../test/support/served-city.ts";
import { benchCity } from "./city.ts";
import { compare, elapsed, median } from "./measure.ts";

const years = Array.from({ length: 10 }, (_, index) => 2022 + index);
const file = (bytes: Uint8Array) => ({ name: "指標の値.xlsx", bytes });

/** Values out to Excel and back against writing and reading the bare table, and the grid of 500 × 10 in Chromium. */
export async function indicatorValues(print: (line: string) => void): Promise<void> {
  const city = await benchCity();
  try {
    for (const count of [125, 500, 2_000]) {
      const plan = await indicatorPlan(city.ctx, count, `values-${count}`);
      const lines = () => indicatorRegister(city.ctx, plan);
      const written = async () =>
        indicatorWorkbook({ plan, lines: await lines(), years, divisionName: () => "", day: "2026-04-01" });
      const bare = await bareTable(await lines());
      const bytes = await written();
      const n = `${count} indicators × 10 years`;
      const shared = { unit: "ms", n, rounds: 3 };
      print(
        await compare({
          ...shared,
          name: "indicator-export",
          ours: () => elapsed(written),
          reference: () => elapsed(async () => bareTable(await lines())),
        }),
      );
      print(
        await compare({
          ...shared,
          name: "indicator-import",
          ours: () => elapsed(() => comparison(bytes, lines)),
          reference: () => elapsed(() => readSheetFile(file(bare))),
        }),
      );
    }
    await grid(city, await indicatorPlan(city.ctx, 500, "grid"), print);
  } finally {
    await city.close();
  }
}

/** The same values as plain rows, as short as they can be written. */
async function bareTable(lines: readonly RegisterLine[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const kind of ["actuals", "targets"] as const) {
    const sheet = book.addWorksheet(kind);
    for (const { indicator } of lines)
      sheet.addRow([
        indicator.code,
        indicator.name,
        ...years.map((year) => indicator[kind].find((each) => each.year === year)?.value ?? null),
      ]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Reads and compares a file that comes back unchanged. @throws when anything would change */
async function comparison(bytes: Uint8Array, lines: () => Promise<RegisterLine[]>): Promise<void> {
  const book = await readSheetFile(file(bytes));
  const memory = book.ok ? memoryOf(book.value) : undefined;
  if (!book.ok || !memory) throw new Error("the file cannot be read");
  const actor = { kind: "person", id: "", name: "", roles: ["planning"], divisionIds: [] } as const;
  const result = returnedValues({ book: book.value, memory, lines: await lines(), actor, thisYear: 2040 });
  if (result.moves.length + result.issues.length > 0) throw new Error("an unchanged file changes something");
}

type City = Awaited<ReturnType<typeof benchCity>>;

/** Until the grid takes keys against the same page without script, and what one arrow and one entry cost. */
async function grid(city: City, plan: PlanWithLevels, print: (line: string) => void): Promise<void> {
  const served = await serveCity(city, await personIn(city, "佐藤", { roles: ["planning"] }));
  const browser = await openChromium();
  const address = `${served.url}/staff/plans/${plan.slug}/indicators/grid`;
  try {
    const alive = await browser.newPage();
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const opened = async () => {
      await alive.goto(address);
      await alive.locator("#grid[data-ready]").waitFor();
    };
    const shared = { unit: "ms", n: "500 indicators × 10 years", rounds: 3 };
    print(
      await compare({
        ...shared,
        name: "grid-ready",
        ours: () => elapsed(opened),
        reference: () => elapsed(() => plain.goto(address)),
      }),
    );
    const [walk, write] = [await keyCost(alive, "ArrowDown"), await keyCost(alive, "7")];
    print(
      `bench grid-key: one arrow ${walk.toFixed(1)} ms, one entry with Enter ${write.toFixed(1)} ms (n=${shared.n})`,
    );
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Milliseconds from a key to the next picture: the median of 40. A sign is typed into the cell and entered. */
async function keyCost(page: Page, key: string): Promise<number> {
  await page.locator("input[name=c100-2030]").click();
  const costs: number[] = [];
  for (let turn = 0; turn < 40; turn++) {
    if (key.length === 1) await page.keyboard.press(key);
    costs.push(await page.evaluate(pictureAfter, key.length === 1 ? "Enter" : key));
  }
  return median(costs);
}

/** In the browser: presses a key on the cell with the focus and waits for what it changed to be drawn. */
function pictureAfter(key: string): Promise<number> {
  const from = performance.now();
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from))));
}
