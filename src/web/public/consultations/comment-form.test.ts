import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { prepareNow } from "#domain/publication/index.ts";
import { keepIntakeLimits, publishableConsultation } from "#domain/consultations/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { announce, roundOn } from "../../../../test/support/consultations.ts";
import { castOf, smallPlan } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const city = useCity();
const now = "2026-11-22T01:00:00Z";
const path = "/consultations/plan-draft/comment";
let planning: Ctx;

beforeAll(async () => {
  ({ planning } = await castOf(city()));
  const before = city().as(planning.actor, "2026-10-30T01:00:00Z");
  await roundOn(before, (await smallPlan(planning)).plan.id);
  accepted(await announce(before, "plan-draft"));
});

function citizen(at = now): Browser {
  return new Browser(appOf(city(), { clock: stoppedClock(at) }), city());
}

/** The fields of a page's form with what stands in them, as a browser without script would send them. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input ([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const entries = inputs
    .filter((each) => !/type="(radio|checkbox|file|search)"/.test(each) || / checked/.test(each))
    .map((each) => [attribute(each, "name"), attribute(each, "value")] as const);
  const [, area] = /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(html) ?? [];
  return {
    ...Object.fromEntries(entries.filter(([name]) => name !== "" && name !== "q")),
    ...(area !== undefined && { text: area }),
  };
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function headingOf(html: string): string {
  return /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? "";
}

const sender = { name: "山本", address: "みほん市中央1-2-3", senderKind: "市内に住む人" };

/** Fills in the form to its check page. @returns that page */
async function toCheckPage(browser: Browser, text = "バスを増やしてください。"): Promise<string> {
  const opinion = fieldsIn(await (await browser.get(path)).text());
  const second = fieldsIn(await (await browser.post(path, { ...opinion, text, go: "next" })).text());
  return (await browser.post(path, { ...second, ...sender, go: "next" })).text();
}

/** The check page's fields, as if somebody had needed a minute. */
function unhurried(html: string): Record<string, string> {
  const fields = fieldsIn(html);
  return { ...fields, began: String(Number(fields["began"]) - 60_000) };
}

describe("the form for a comment, without script", () => {
  it("leads over three pages to a receipt, which leads back to the own words", async () => {
    const browser = citizen();
    const check = await toCheckPage(browser);
    expect(headingOf(check)).toBe("送る前に確かめる");
    expect(check).toContain("みほん市中央1-2-3");
    const response = await browser.post(path, { ...unhurried(check), go: "send" });
    const done = await response.text();
    expect([response.status, response.headers.get("cache-control"), headingOf(done)]).toEqual([
      200,
      "no-store",
      "意見を受け付けました",
    ]);
    const receipt = /receipt-number">([^<]+)/.exec(done)?.[1] ?? "";
    const own = await browser.post("/receipts", {
      receipt: receipt.toLowerCase().replaceAll("0", "o").replaceAll("-", " "),
    });
    expect(own.headers.get("cache-control")).toBe("no-store");
    expect(await own.text()).toContain("バスを増やしてください。");
  });

  it("says what becomes public before it asks, and a reload of the receipt shows the same receipt", async () => {
    const browser = citizen();
    const first = await (await browser.get(path)).text();
    expect(first.indexOf("公表されること・されないこと")).toBeLessThan(first.indexOf("<textarea"));
    const fields = { ...unhurried(await toCheckPage(browser, "同じ意見")), go: "send" };
    const receipts = [await browser.post(path, fields), await browser.post(path, fields)];
    const numbers = await Promise.all(
      receipts.map(async (each) => /receipt-number">([^<]+)/.exec(await each.text())?.[1]),
    );
    expect(numbers[0]).toBe(numbers[1]);
  });

  it("keeps what was entered when one goes back, and when something is missing", async () => {
    const browser = citizen();
    const opinion = fieldsIn(await (await browser.get(path)).text());
    const second = fieldsIn(await (await browser.post(path, { ...opinion, text: "ごみ袋", go: "next" })).text());
    const refused = await browser.post(path, { ...second, name: "山本", go: "next" });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('href="#address"');
    expect(fieldsIn(html)).toMatchObject({ name: "山本", text: "ごみ袋" });
    expect(fieldsIn(await (await browser.post(path, { ...fieldsIn(html), go: "back" })).text())["text"]).toBe("ごみ袋");
  });

  it("asks once more where a machine may have sent it, and then takes it", async () => {
    const browser = citizen();
    for (const doubtful of [
      { ...fieldsIn(await toCheckPage(browser, "はやい")), go: "send" },
      { ...unhurried(await toCheckPage(browser, "わな")), website: "http://spam.example", go: "send" },
    ]) {
      const again = await (await browser.post(path, doubtful)).text();
      expect(again).toContain("まだ送られていません");
      const taken = await (await browser.post(path, { ...fieldsIn(again), go: "send" })).text();
      expect(headingOf(taken)).toBe("意見を受け付けました");
    }
  });

  it("has no form before the first day and after the last, and takes nothing then", async () => {
    expect(await (await citizen("2026-10-31T01:00:00Z").get(path)).text()).toContain("令和8年11月1日に始まります");
    const check = await toCheckPage(citizen());
    const late = await citizen("2026-12-01T01:00:00Z").post(path, { ...unhurried(check), go: "send" });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("令和8年11月30日で終わりました");
  });

  it("can be walked through in a preview, where nothing is sent", async () => {
    const version = {
      label: "案",
      openness: "decided",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    const candidate = { of: publishableConsultation, reference: "plan-draft", ...version };
    const { id } = accepted(await prepareNow(planning, candidate));
    const staff = new Browser(appOf(city(), { clock: stoppedClock(now), actor: planning.actor }), city());
    const preview = `/staff/publications/previews/${id}${path}`;
    const fields = fieldsIn(await (await staff.get(preview)).text());
    const sent = await staff.post(preview, { ...fields, ...sender, text: "試し", step: "check", go: "send" });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("公開前の確認の画面なので、送ることはできません");
  });

  it("slows down one address by the city's limits, and keeps what was entered", async () => {
    accepted(
      await keepIntakeLimits(planning, {
        burst: 1,
        perMinute: 1,
        lookups: 2,
        leastSeconds: 5,
        files: 3,
        fileMegabytes: 5,
        version: 1,
      }),
    );
    const browser = citizen();
    const check = unhurried(await toCheckPage(browser, "一つ目"));
    expect((await browser.post(path, { ...check, go: "send" })).status).toBe(200);
    const slowed = await browser.post(path, { ...check, text: "二つ目", go: "send" });
    expect(slowed.status).toBe(429);
    expect(await slowed.text()).toContain("二つ目");
    const answers: string[] = [];
    for (const receipt of ["7K2M-9QXD-4HTW-3C", "何か", "0000"]) {
      const response = await browser.post("/receipts", { receipt });
      answers.push(`${response.status} ${(await response.text()).includes("この受付番号の意見は見つかりません")}`);
    }
    expect(answers).toEqual(["422 true", "422 true", "429 false"]); // the same answer for every unknown one
  });
});
