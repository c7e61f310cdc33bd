import type { Browser } from "playwright-core";
import { openChromium } from "../test/support/chromium.ts";
import { largePlan } from "../test/support/large-plan.ts";
import { serveCity } from "../test/support/served-city.ts";
import { benchActor, benchCity } from "./city.ts";
import { compare, elapsed, median } from "./measure.ts";

const rows = "[role=row][aria-level]";
const current = `${rows}[tabindex="0"]`;

/** The staff tree of 300 and 3,000 nodes in a browser: ready for input, and a branch opened by the right arrow key. */
export async function tree(print: (line: string) => void): Promise<void> {
  const city = await benchCity();
  const server = await serveCity(city, benchActor);
  const browser = await openChromium();
  try {
    const small = await largePlan(city.ctx, 300, "small");
    const large = await largePlan(city.ctx, 3_000, "large");
    const opening = (slug: string) => () => ready(browser, `${server.url}/staff/plans/${slug}/tree`);
    print(
      await compare({
        name: "staff-tree-ready",
        unit: "ms",
        n: "3000 nodes / 300 nodes",
        ours: opening(large.slug),
        reference: opening(small.slug),
      }),
    );
    const branches = await branchTimes(browser, `${server.url}/staff/plans/${large.slug}/tree`);
    print(
      `bench staff-tree-branch: median ${median(branches).toFixed(0)} ms, worst ${Math.max(...branches).toFixed(0)} ms (n=${branches.length} branches of 3000 nodes)`,
    );
  } finally {
    await browser.close();
    await server.close();
    await city.close();
  }
}

/** From the request to a tree that took the focus. */
async function ready(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const took = await elapsed(async () => {
    await page.goto(address);
    await page.waitForSelector(".tree-alive");
    await page.focus(current);
  });
  await page.close();
  return took;
}

async function branchTimes(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.waitForSelector(".tree-alive");
  await page.focus(current);
  const times: number[] = [];
  for (let goal = 0; goal < 7; goal++) {
    const before = await page.locator(rows).count();
    times.push(
      await elapsed(async () => {
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction(
          (count) => document.querySelectorAll("[role=row][aria-level]").length > count,
          before,
        );
      }),
    );
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
  }
  await page.close();
  return times;
}
