import type { Browser, Page } from "playwright-core";
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
    const times = await branchTimes(browser, `${server.url}/staff/plans/${large.slug}/tree`);
    print(branchLine("staff-tree-branch-of-10", times.goals));
    print(branchLine("staff-tree-branch-of-42", times.policies));
  } finally {
    await browser.close();
    await server.close();
    await city.close();
  }
}

function branchLine(name: string, times: readonly number[]): string {
  const worst = Math.max(...times).toFixed(0);
  return `bench ${name}: median ${median(times).toFixed(0)} ms, worst ${worst} ms (n=${times.length} openings, 3000 nodes)`;
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

interface BranchTimes {
  /** Seven goals with ten policies each. */
  readonly goals: readonly number[];
  /** The ten policies of the first goal, with 42 measures each where the plan has 3,000 nodes. */
  readonly policies: readonly number[];
}

/** Opens branches by the right arrow key, until their rows stand. */
async function branchTimes(browser: Browser, address: string): Promise<BranchTimes> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.waitForSelector(".tree-alive");
  await page.focus(current);
  const goals = await openEach(page, 7);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const policies = await openEach(page, 10);
  await page.close();
  return { goals, policies };
}

/** Opens and closes the row in focus and the siblings after it. @returns milliseconds of each opening */
async function openEach(page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let sibling = 0; sibling < count; sibling++) {
    const before = await page.locator(rows).count();
    times.push(await elapsed(() => openUntilMore(page, before)));
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
  }
  return times;
}

async function openUntilMore(page: Page, before: number): Promise<void> {
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((count) => document.querySelectorAll("[role=row][aria-level]").length > count, before);
}
