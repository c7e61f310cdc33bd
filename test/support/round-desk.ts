import { expect } from "vitest";
import type { Page } from "playwright-core";

type Look = (page: Page, name: string) => Promise<void>;

/** Prepares a version of a thing and publishes it. */
export async function publishBy(page: Page, look: Look, of: string, label: string): Promise<void> {
  await page.goto(`/staff/publications/new?${of}`);
  await page.getByLabel("版の名前").fill(label);
  await page.getByRole("radio", { name: /^公表/ }).check();
  await page.getByLabel("問い合わせ先の課").selectOption({ index: 1 });
  await press(page, "公開前の確認へ進む");
  await look(page, `candidate-${label}`);
  await press(page, "公開する");
  expect(page.url()).toContain("notice=published");
}

interface Saying {
  readonly round: string;
  readonly text: string;
  readonly look?: Look;
  readonly name?: string;
}

/** The three pages of the form for a comment. @returns the receipt */
export async function commentBy(page: Page, { round, text, look, name = "" }: Saying): Promise<string> {
  const seen = async (part: string) => look?.(page, `${name}-${part}`);
  await page.goto(`${round}/comment`);
  await seen("1-opinion");
  await page.locator("textarea[name=text]").fill(text);
  await press(page, /へ進む/);
  await seen("2-sender");
  await page.getByLabel("氏名").fill("見本 花子");
  await page.getByLabel("住所").fill("みほん市中央1-2-3");
  await page.getByRole("radio", { name: "市内に住む人" }).check();
  await press(page, "確認へ進む");
  await seen("3-check");
  await press(page, "この内容で送る");
  const done = page.locator(".receipt-number");
  await done.or(page.getByText("もう一度、確かめてください")).first().waitFor();
  if (!(await done.isVisible())) await press(page, "この内容で送る"); // whoever is this quick is asked once more
  await done.waitFor();
  await seen("4-receipt");
  return done.innerText();
}

export function words(page: Page): Promise<string> {
  return page.getByRole("main").innerText();
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
  await page.waitForLoadState();
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await page.waitForLoadState();
}
