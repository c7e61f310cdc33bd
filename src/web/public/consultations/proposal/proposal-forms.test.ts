import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { stoppedClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../../test/support/browser.ts";
import { useCity } from "../../../../../test/support/city.ts";
import { castOf, smallPlan } from "../../../../../test/support/plan.ts";
import { callOn } from "../../../../../test/support/proposals.ts";

const city = useCity();
const clock = stoppedClock("2026-11-22T01:00:00Z");
let planning: Ctx;
let citizen: Browser;
let staff: Browser;

beforeAll(async () => {
  const cast = await castOf(city());
  planning = cast.planning;
  citizen = new Browser(appOf(city(), { clock }), city());
  staff = new Browser(appOf(city(), { clock, actor: cast.sato }), city());
  const { plan } = await smallPlan(planning);
  await callOn(planning, plan.id);
});

/** The hidden fields of a page's form, as a browser without script sends them on. */
function hiddenIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = "", value = ""]) => [name, value]));
}

async function step(path: string, html: string, fields: Readonly<Record<string, string>>): Promise<string> {
  return (await citizen.post(path, { ...hiddenIn(html), ...fields })).text();
}

describe("the forms of an idea call, without script", () => {
  it("lead from a proposal over its acceptance to the public page, and on to 「同じ意見です」", async () => {
    const path = "/consultations/ideas/propose";
    const first = await (await citizen.get(path)).text();
    const empty = await step(path, first, { title: "", text: "" });
    expect(empty).toContain("題名を書いてください。");
    const sender = await step(path, empty, { title: "夜の訓練", text: "夜にも訓練を開いてほしい。" });
    const check = await step(path, sender, { name: "山本", go: "next" });
    expect(check).toContain("山本");
    const asked = await step(path, check, { go: "send" }); // sent at the moment it was begun: asked once more
    expect(asked).toContain("まだ送られていません。");
    const done = await step(path, asked, { go: "send" });
    expect(done).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/);
    expect(await (await citizen.get("/consultations/ideas")).text()).not.toContain("夜の訓練");

    const queue = await (await staff.get("/staff/consultations/ideas/proposals")).text();
    expect(queue).toContain("夜の訓練");
    const page = await (await staff.get("/staff/consultations/ideas/proposals/1")).text();
    expect(page).not.toContain("山本"); // who sent it is not shown here
    const accepted = await staff.post("/staff/consultations/ideas/proposals/1/acceptance", { version: "1" });
    expect(accepted.status).toBe(303);
    const shown = await (await citizen.get("/consultations/ideas/proposals/1")).text();
    expect(shown).toContain("夜にも訓練を開いてほしい。");
    expect(shown).not.toContain("山本");

    const join = "/consultations/ideas/proposals/1/join";
    const write = await (await citizen.get(join)).text();
    const joinCheck = await step(join, write, { text: "仕事のあとなら行けます。", go: "next" });
    const again = await step(join, joinCheck, { go: "send" });
    expect(await step(join, again, { go: "send" })).toContain("「同じ意見です」を受け付けました");
    expect(shown).toContain("同じ意見：0件");
  });

  it("take a report about what is public", async () => {
    const path = "/consultations/ideas/proposals/1/report";
    const asked = await step(path, await (await citizen.get(path)).text(), { ground: "abuse" });
    expect(await step(path, asked, { ground: "abuse" })).toContain("知らせを受け付けました");
    expect(await (await staff.get("/staff/consultations/ideas/proposals?view=reported")).text()).toContain(
      "知らせ 1件",
    );
  });
});
