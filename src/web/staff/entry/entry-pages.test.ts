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

describe("the pages of an import", () => {
  it("go from the file over columns, questions and preview to the queue, and tell what is wrong", async () => {
    const form = new FormData();
    const lines = [
      "番号,受付日,地区,意見",
      "1,R8.11.20,北部,道を直して。",
      "2,いつか,北部,橋も。",
      "3,R8.11.20,北部,特になし",
    ];
    form.set("file", new File([lines.join("\r\n")], "意見.csv", { type: "text/csv" }));
    const start = `/staff/entry/occasions/${occasion.id}/imports`;
    expect((await first.post(start)).status).toBe(422);
    const address = place(await first.send(start, form));
    expect(place(await first.get(address))).toBe(`${address}/columns`);
    expect(place(await first.get(`${address}/preview`))).toBe(`${address}/columns`);
    const columns = await html(first.get(`${address}/columns`));
    expect(columns).toContain('<option value="district" selected="">地区</option>');
    const roles = { "role-0": "ownNumber", "role-1": "receivedOn", "role-2": "district", "role-3": "text" };
    const rest = { texts: "joined", receivedOn: "R8.11.20", way: "file", options: ["publication"] };
    expect((await first.post(`${address}/columns`, { ...rest, ...roles, "role-3": "ignore" })).status).toBe(422);
    expect((await first.post(`${address}/columns`, { ...rest, ...roles })).status).toBe(303);
    expect(await html(first.get(`${address}/questions`))).toMatch(/まだ登録のない地区.*北部/s);
    const answers = { "answer-0": "new", "answer-0-key": "district:北部", "answer-1-key": "saysNothing:" };
    expect((await first.post(`${address}/questions`, { ...answers, "answer-1": "" })).status).toBe(422);
    expect(place(await first.post(`${address}/questions`, { ...answers, "answer-1": "leaveOut" }))).toBe(
      `${address}/preview`,
    );
    const preview = await html(first.get(`${address}/preview`));
    expect(preview).toContain("いつか");
    expect(preview).not.toContain("台帳に取り込む</button>");
    expect((await first.post(`${address}/faults`, { faults: "leave" })).status).toBe(303);
    const ready = await html(first.get(`${address}/preview`));
    const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(ready)?.[1] ?? "";
    expect(ready).toContain("1件の意見を台帳に取り込む");
    expect(await html(first.get(`${address}/remarks.csv`))).toContain("3,B,いつか,日付として読めません。");
    expect((await first.post(`${address}/application`, { fingerprint: "another" })).status).toBe(422);
    expect(place(await first.post(`${address}/application`, { fingerprint }))).toBe(`${address}/progress`);
    expect(await html(first.get(`${address}/progress`))).toContain("順番を待っています");
    expect(await html(first.get(`/staff/entry/occasions/${occasion.id}`))).toContain("進みぐあいを見る");
  });
});
