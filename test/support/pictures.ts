import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** TOMONI_PICTURES=folder keeps a picture of each page that a journey looks at, and the files it is given. */
const folder = process.env["TOMONI_PICTURES"];
if (folder) mkdirSync(folder, { recursive: true });

/** What is too wide, or not in the readers' language, on the page that stands open. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const width = page.viewportSize()?.width ?? 0;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const heading = await page.locator("h1").first().innerText();
  return [
    ...(wide > width ? [`${name} is ${wide} px wide on ${width}`] : []),
    ...(/[ぁ-んァ-ヶ一-龠]/u.test(heading) ? [] : [`${name} is headed 「${heading}」`]),
  ];
}

export function keep(name: string, bytes: Uint8Array): void {
  if (folder) writeFileSync(join(folder, name), bytes);
}

/** A file as the browser of a page gets it. */
export async function fileAt(page: Page, path: string): Promise<Uint8Array> {
  const text = await page.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCodePoint(byte)).join("");
  }, path);
  return Buffer.from(text, "latin1");
}
