import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx } from "#domain/audit/index.ts";
import { decideRequest, listOccasions, requestKinds, voicePage, type Occasion } from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, smallPlan } from "../../../../test/support/plan.ts";
import { occasionOf, topicOf, voiceOf } from "../../../../test/support/voices.ts";

const city = useCity();
let planning: Ctx;
let clerk: Ctx;
let other: Actor;
let round: Occasion;

const sender = { name: "山本花子", organisation: "", address: "見本市中央1-2-3", phone: "026-000-0123", email: "" };
const words = "夜のバスを増やして。山本花子、026-000-0123。";

beforeAll(async () => {
  ({ planning, clerk } = await castOf(city()));
  other = await personIn(city(), "企画課 別の人", { roles: ["planning"] });
  const planId = (await smallPlan(planning)).plan.id;
  round = await occasionOf(planning, { planId, closesOn: "2020-05-31", opensOn: "2020-05-01" });
  const first = await voiceOf(planning, round, { text: words, sender, wishesReply: true });
  await voiceOf(planning, round, { text: "図書館を夜も開けて。" }, "fax");
  await voiceOf(planning, round, { text: "図書館を夜も、開けて！" });
  const of = [{ voiceId: first.id, text: words, words: "夜のバスを増やして。" }];
  await topicOf(planning, { planId, number: 1, title: "夜のバス", of });
});

function browserOf(actor: Actor): Browser {
  return new Browser(appOf(city(), { actor }), city());
}

async function textOf(browser: Browser, path: string): Promise<string> {
  const response = await browser.get(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe("the ledger's pages", () => {
  it("list voices by what the address says, with how many share their words", async () => {
    const browser = browserOf(planning.actor);
    const all = await textOf(browser, "/staff/voices");
    expect(all).toMatch("図書館を夜も開けて");
    expect(all).toMatch("同じ文面 <!-- -->2<!-- -->件".replaceAll("<!-- -->", ""));
    const found = await textOf(browser, `/staff/voices?q=${encodeURIComponent("図書館")}&way=fax&state=unsorted`);
    expect(found).toMatch("図書館を夜も開けて");
    expect(found).not.toMatch("夜のバスを増やして");
    expect(await textOf(browser, "/staff/voices?channel=workshop")).toMatch("当てはまる意見はありません");
  });

  it("open an occasion whose voices staff enter, keep what was typed, and leave instruments to their own pages", async () => {
    const browser = browserOf(planning.actor);
    const fields = {
      channel: "survey",
      planId: round.planId,
      title: "",
      opensOn: "2026-11-01",
      closesOn: "2026-11-20",
    };
    const more = { divisionId: "", duty: "classify", voiceYears: "5", senderYears: "0" };
    const send = (path: string, changed: object) =>
      browser.post(path, { _key: newId(), ...fields, ...more, ...changed });
    const refused = await send("/staff/voices/occasions/new", {});
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('value="2026-11-20"')]);
    expect((await send("/staff/voices/occasions/new", { title: "市民アンケート" })).status).toBe(303);
    const [survey] = (await listOccasions(planning)).filter(({ channel }) => channel === "survey");
    const path = `/staff/voices/occasions/${survey?.id}`;
    expect((await send(path, { title: "令和8年度市民アンケート", version: "1" })).status).toBe(303);
    expect(await textOf(browser, "/staff/voices/occasions")).toContain("令和8年度市民アンケート");
    const instrument = await send(`/staff/voices/occasions/${round.id}`, { title: "別の名前", version: "1" });
    expect(instrument.status).toBe(422);
    expect((await browserOf(clerk.actor).get("/staff/voices/occasions/new")).status).toBe(403);
  });

  it("give out neither sender nor unchecked words in the CSV", async () => {
    const csv = await textOf(browserOf(planning.actor), "/staff/voices.csv");
    expect(csv.trim().split("\r\n")).toHaveLength(4); // the head and three voices
    expect(csv).not.toMatch(/山本|026-000|中央|夜のバス/);
  });

  it("show a voice with its points marked, and its sender only after a recorded press", async () => {
    const browser = browserOf(planning.actor);
    const shown = await textOf(browser, "/staff/voices/1");
    expect(shown).toMatch(/<mark[^>]*>夜のバスを増やして。/);
    expect(shown).toMatch("1 夜のバス");
    expect(shown).not.toMatch("見本市中央1-2-3");
    const looked = await browser.post("/staff/voices/1/sender", { _key: newId() });
    expect(await looked.text()).toMatch("見本市中央1-2-3");
    expect(await textOf(browserOf(clerk.actor), "/staff/voices/1")).not.toMatch("氏名・連絡先を見る");
    expect((await browserOf(clerk.actor).post("/staff/voices/1/sender", { _key: newId() })).status).toBe(403);
    expect((await browser.get("/staff/voices/999")).status).toBe(404);
  });

  it("hide and show again, with a reason", async () => {
    const browser = browserOf(planning.actor);
    const refused = await browser.post("/staff/voices/2/hiding", { _key: newId(), version: "1", reason: "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch("理由を入れてください");
    await browser.post("/staff/voices/2/hiding", { _key: newId(), version: "1", reason: "中傷のため" });
    expect(await textOf(browser, "/staff/voices?shown=hidden")).toMatch("図書館を夜も開けて");
    await browser.post("/staff/voices/2/showing", { _key: newId(), version: "2" });
    expect(await textOf(browser, "/staff/voices?shown=hidden")).toMatch("当てはまる意見はありません");
  });
});

describe("the queue of copies", () => {
  it("goes from voice to voice by plain forms, and a second person closes it", async () => {
    const first = browserOf(planning.actor);
    const second = browserOf(other);
    expect((await first.get(`/staff/voices/redactions?next=${round.id}`)).headers.get("location")).toBe(
      "/staff/voices/redactions/1",
    );
    const shown = await textOf(first, "/staff/voices/redactions/1");
    const marks = [...shown.matchAll(/name="mark"[^>]* value="(\d+-\d+)"/g)].map((match) => match[1] ?? "");
    expect(marks).toHaveLength(2); // 山本花子, 026-000-0123
    expect(shown).toMatch("autofocus");
    const saved = await first.post("/staff/voices/redactions/1", {
      _key: newId(),
      edition: "1",
      version: "0",
      mark: marks,
      words: "",
    });
    expect(saved.headers.get("location")).toBe(`/staff/voices/redactions?next=${round.id}&after=1`);
    const own = await first.post("/staff/voices/redactions/1/confirmation", { _key: newId(), version: "1" });
    expect(own.status).toBe(422);
    expect(await textOf(second, "/staff/voices/redactions/1")).toMatch("夜のバスを増やして。■■■■、■■■■■■■■■■■■。");
    await second.post("/staff/voices/redactions/1/confirmation", { _key: newId(), version: "1" });
    expect(await textOf(first, "/staff/voices.csv")).toMatch("夜のバスを増やして。■■■■、");
  });
});

describe("keeping", () => {
  it("takes a request, decides it, and tells which points were lost", async () => {
    const browser = browserOf(planning.actor);
    const taken = await browser.post("/staff/voices/1/requests", {
      _key: newId(),
      kind: requestKinds[0],
      day: "2026-11-20",
    });
    const address = (taken.headers.get("location") ?? "").split("?")[0] ?? "";
    expect(await textOf(browser, address)).toMatch("訂正したあとの文章");
    const form = {
      _key: newId(),
      outcome: "granted",
      text: "昼のバスを増やして。",
      reason: "書きまちがい",
      day: "2026-11-22",
    };
    const decided = await browser.post(address, form);
    expect(await decided.text()).toMatch(/見つからなくなった論点[\s\S]*夜のバスを増やして/);
    const late = await decideRequest(planning, {
      id: address.split("/").at(-1) ?? "",
      outcome: "refused",
      reason: "x",
      decidedOn: "2026-11-22",
    });
    expect(late).toMatchObject({ refusal: { code: "decided" } });
  });

  it("disposes of what is due only with the words of confirmation", async () => {
    const browser = browserOf(planning.actor);
    expect(await textOf(browser, "/staff/voices/keeping")).toMatch("提出者の氏名・連絡先");
    const address = `/staff/voices/keeping/${round.id}/voices`;
    const refused = await browser.post(address, { _key: newId(), reason: "保存年限", confirmation: "はい" });
    expect(refused.status).toBe(422);
    await browser.post(address, { _key: newId(), reason: "保存年限", confirmation: "廃棄する" });
    expect((await voicePage(planning, 1)).voice.text).toBeNull();
    expect(await textOf(browser, "/staff/voices/1")).toMatch("廃棄しました");
    expect(await textOf(browser, "/staff/voices/keeping")).toMatch("保存年限");
    expect((await browserOf(clerk.actor).get("/staff/voices/keeping")).status).toBe(403);
  });

  it("keeps districts", async () => {
    const browser = browserOf(planning.actor);
    const fields = { _key: newId(), key: "new", "name-new": "中央地区", "position-new": "1" };
    await browser.post("/staff/voices/districts", fields);
    expect(await textOf(browser, "/staff/voices/districts")).toMatch("中央地区");
    expect((await browser.post("/staff/voices/districts", { ...fields, _key: newId() })).status).toBe(422);
  });
});
