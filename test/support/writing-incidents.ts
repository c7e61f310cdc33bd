import type { Page } from "playwright-core";
import { giveBack, press, standing, takeOut, type, write } from "./writing.ts";

/** A section that somebody writes, with something in between. */
export interface Writing {
  readonly page: Page;
  readonly address: string;
  /** What is written first. */
  readonly words: string;
}

/** What became of it: the text of the section, and the texts that are kept beside it. */
export interface Written {
  readonly text: string;
  readonly kept: readonly (readonly [cause: string, text: string])[];
}

export async function writtenAtOnce({ page, address, words }: Writing): Promise<Written> {
  await takeOut(page, address);
  await write(page, words);
  await giveBack(page);
  return { text: words, kept: [] };
}

/** The connection is lost in the middle of the writing and comes back. */
export async function writtenOffline({ page, address, words }: Writing): Promise<Written> {
  const more = "電波の届かない所で書き足しました。";
  await takeOut(page, address);
  await write(page, words);
  await page.context().setOffline(true);
  await type(page, more);
  await standing(page, "offline");
  await page.context().setOffline(false);
  await standing(page, "saved");
  await giveBack(page);
  return { text: words + more, kept: [] };
}

/** The same person has the section open twice and saves here before there. */
export async function writtenInTwoWindows({ page, address, words }: Writing): Promise<Written> {
  await takeOut(page, address);
  await write(page, words);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.locator(".ProseMirror").first().waitFor();
  await write(page, "はじめの画面で続けました。");
  await type(second, "あとの画面で続けました。");
  await standing(second, "over");
  await second.close();
  await giveBack(page);
  return { text: `${words}はじめの画面で続けました。`, kept: [["stale", `${words}あとの画面で続けました。`]] };
}

/** A colleague takes the section over while the first writer has no connection and writes on. */
export async function writtenOver({ page, address, words }: Writing, colleague: Page): Promise<Written> {
  await takeOut(page, address);
  await write(page, words);
  await page.context().setOffline(true);
  await type(page, "引継ぎのあとに届きました。");
  await standing(page, "offline");
  await colleague.goto(address);
  await colleague.getByRole("link", { name: "急ぐときは、引き継ぐ" }).click();
  await press(colleague, "引き継ぐ");
  await colleague.locator(".ProseMirror").first().waitFor();
  await write(colleague, "同じ課の人が仕上げました。");
  await page.context().setOffline(false);
  await standing(page, "over");
  await giveBack(colleague);
  return {
    text: `${words}同じ課の人が仕上げました。`,
    kept: [
      ["takenOver", words],
      ["late", `${words}引継ぎのあとに届きました。`],
    ],
  };
}

/** Somebody changes the section's text on the plan's page meanwhile; the writer looks at both and gives the own text back. */
export async function writtenBeside(
  { page, address, words }: Writing,
  changeElsewhere: () => Promise<unknown>,
): Promise<Written> {
  await takeOut(page, address);
  await write(page, words);
  await changeElsewhere();
  await press(page, "返却する");
  await page.getByRole("heading", { name: /2つの文章を見くらべる/ }).waitFor();
  await press(page, "右の文章で返却する");
  await page.getByText("返却しました。").waitFor();
  return { text: words, kept: [] };
}
