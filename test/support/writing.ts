import type { Page } from "playwright-core";

/** Presses the button of a name. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).click();
}

/** Waits until the page says that the writing stands like this. */
export function standing(page: Page, kind: string): Promise<void> {
  return page.locator(`[data-standing="${kind}"]`).waitFor();
}

/** Writes at the end of the first text. */
export async function type(page: Page, words: string): Promise<void> {
  await page.locator(".ProseMirror").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}

/** Writes, and waits for 「保存済み」. */
export async function write(page: Page, words: string): Promise<void> {
  await type(page, words);
  await standing(page, "unsaved");
  await standing(page, "saved");
}

/** Takes the section of the address out. */
export async function takeOut(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await press(page, "借りて書く");
  await page.locator(".ProseMirror").first().waitFor();
}

export async function giveBack(page: Page): Promise<void> {
  await press(page, "返却する");
  await page.getByText("返却しました。").waitFor();
}

/** The rows of the comparison table on the page: place, old words, new words, as a reader without marks has them. */
export function comparedRows(page: Page): Promise<string[][]> {
  return page.evaluate(() => {
    const table = document.querySelector(".comparison-table")?.cloneNode(true) as Element | undefined;
    for (const mark of table?.querySelectorAll(".visually-hidden, .comparison-side") ?? []) mark.remove();
    const parts = [".comparison-place", ".comparison-old", ".comparison-fresh"] as const;
    return [...(table?.querySelectorAll("tr:not(.comparison-place, .comparison-omitted)") ?? [])]
      .filter((row) => row.closest("tbody"))
      .map((row) =>
        parts.map(
          (part, at) => (at === 0 ? row.closest("tbody") : row)?.querySelector(part)?.textContent?.trim() ?? "",
        ),
      );
  });
}
