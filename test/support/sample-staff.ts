import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Signs in on a really started site as one of the sample city's cast, through the page, by their address before the @. */
export async function signInAs(
  page: Page,
  site: { readonly url: string; readonly data: string },
  name: string,
): Promise<void> {
  const lines = readFileSync(join(site.data, "first-sign-in.txt"), "utf8").split("\n");
  const [email = "", password = ""] = lines.find((line) => line.startsWith(`${name}@`))?.split(/\s+/) ?? [];
  await page.goto(`${site.url}/staff/sign-in`);
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(password);
  await page.getByRole("button", { name: "サインインする" }).click();
  await page.waitForURL(`${site.url}/staff`);
}
