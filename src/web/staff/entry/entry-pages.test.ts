import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import type { Occasion } from "#domain/voices/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import { occasionOf } from "../../../../test/support/voices.ts";

const city = useCity();
let planning: Ctx;
let first: Browser;
let second: Browser;
let occasion: Occasion;

beforeAll(async () => {
  const cast = await castOf(city());
  planning = cast.planning;
  first = new Browser(appOf(city(), { actor: cast.sato }), city());
  const reader = await personIn(city(), "渡辺", { roles: ["planning"] });
  second = new Browser(appOf(city(), { actor: reader }), city());
  const { plan } = await smallPlan(planning);
  occasion = await occasionOf(planning, { planId: plan.id });
});

const place = (answer: Response) => answer.headers.get("location") ?? "";
const html = async (answer: Promise<Response>) => (await answer).text();

const paper = {
  text: "髙橋さんの﨑の道を①直して。",
  senderKind: "市内に住む人",
  name: "山本 花子",
  receivedOn: "R8.11.20",
  way: "fax",
  wishes: ["reply"],
};

describe("the pages of papers", () => {
  it("go from a new batch over its sheets and the second reader to the ledger, each sheet with its receipt", async () => {
    expect(await html(first.get("/staff/entry"))).toContain(occasion.title);
    const start = `/staff/entry/occasions/${occasion.id}/batches`;
    expect((await first.post(start, { title: "" })).status).toBe(422);
    const form = place(await first.post(start, { title: "11月20日 ファックス分" }));
    expect(form).toMatch(/sheets\/new$/);
    const refused = await first.post(form, { ...paper, receivedOn: "きのう" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/受付日がわかりません.*髙橋さんの﨑の道を①直して。.*value="きのう"/s);
    expect(place(await first.post(form, paper))).toBe(`${form}?notice=saved`);
    const next = await html(first.get(form));
    expect(next).toMatch(/受付番号 <b class="receipt">[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}<\/b>/);
    expect(next).toContain('value="令和8年11月20日"');
    expect(next).toContain('<option value="fax" selected="">');
    expect(next).not.toContain("髙橋");
    expect(next).not.toContain("山本");
    const batch = form.replace("/sheets/new", "");
    expect(place(await first.post(`${batch}/entry-end`))).toContain(batch);
    expect(await html(first.get(`${batch}/reading`))).toContain("自分で入れた用紙です");
    const reading = await html(second.get(`${batch}/reading`));
    const sheet = new RegExp(`action="(${batch}/sheets/[^"]+/reading)"`).exec(reading)?.[1] ?? "";
    expect((await first.post(sheet, { version: "1" })).status).toBe(422);
    expect((await second.post(sheet, { version: "1" })).status).toBe(303);
    expect(await html(second.get(`${batch}/receipts`))).toMatch(/山本 花子 様/);
    expect((await second.post(`${batch}/taking`)).status).toBe(303);
    const voices = await planning.db.selectFrom("voice").where("occasion_id", "=", occasion.id).selectAll().execute();
    expect(voices).toMatchObject([
      { way: "fax", sender_kind: "市内に住む人", wishes_reply: true, wishes_publication: false },
    ]);
    expect(await html(second.get(`${batch}/receipts`))).not.toContain("山本");
    expect((await second.post(`${batch}/receipts-given`)).status).toBe(303);
    expect(await html(second.get(batch))).not.toContain("控えを印刷する");
  });

  it("let the reader correct a slip and come back to the same sheet, and refuse a correction of an older state", async () => {
    const start = `/staff/entry/occasions/${occasion.id}/batches`;
    const form = place(await first.post(start, { title: "訂正" }));
    await first.post(form, paper);
    const batch = form.replace("/sheets/new", "");
    await first.post(`${batch}/entry-end`);
    const sheet = /href="([^"]+\/sheets\/[^"/]+)"/.exec(await html(second.get(`${batch}/reading`)))?.[1] ?? "";
    const saved = await second.post(sheet, { ...paper, text: "直した文", version: "1" });
    expect(place(saved)).toBe(`${batch}/reading?sheet=1&notice=saved`);
    expect(await html(second.get(`${batch}/reading?sheet=1`))).toContain("直した文");
    const stale = await second.post(sheet, { ...paper, text: "古い版から", version: "1" });
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain("古い版から");
    expect((await second.post(`${batch}/abandonment`)).status).toBe(303);
    expect(await html(second.get(batch))).toContain("取りやめました");
  });
});
