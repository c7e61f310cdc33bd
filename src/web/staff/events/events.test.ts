import { beforeAll, describe, expect, it } from "vitest";
import { record, systemActor, type Actor, type PersonActor } from "#domain/audit/index.ts";
import { createDivision } from "#domain/identity/index.ts";
import { addIndicator } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { occasionOf, voiceOf } from "../../../../test/support/voices.ts";
import { smallPlan, trainingIndicator } from "../../../../test/support/plan.ts";

const auditor: PersonActor = { kind: "person", id: newId(), name: "監査委員", roles: ["auditor"], divisionIds: [] };
const clerk: Actor = { kind: "person", id: newId(), name: "鈴木", roles: ["clerk"], divisionIds: [] };

/** The sequence numbers in the table. */
const rows = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>(\d+)<\/th>/g)].map((match) => Number(match[1]));

describe("the page of the audit trail", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  const found = async (query: string) => rows(await (await as(auditor).get(`/staff/events?${query}`)).text()).length;
  beforeAll(async () => {
    for (let index = 0; index < 120; index++) {
      const ctx = city().as(systemActor("seed"), index < 60 ? "2026-11-20T14:59:59Z" : "2026-11-20T15:00:00Z");
      await ctx.transaction((tx) =>
        record(tx, ctx, index % 2 === 0 ? "publication.published" : "test.unknown", { index }),
      );
    }
  });

  it("shows the newest hundred in Japanese words, unknown acts by their key, and the way to those before", async () => {
    const html = await (await as(auditor).get("/staff/events")).text();
    expect(rows(html)).toHaveLength(100);
    expect(html).toContain(">公開</td>");
    expect(html).toContain(">test.unknown</td>");
    expect(html).toContain("/staff/events?before=21");
    expect(rows(await (await as(auditor).get("/staff/events?before=21")).text())).toHaveLength(20);
  });

  it("narrows by act and by days in Tokyo, the last day included", async () => {
    // 60 events lie at 23:59:59 of 20 November in Tokyo, 60 at 0:00 of the 21st; every second one is a publication.
    expect(await found("until=2026-11-20")).toBe(60);
    expect(await found("from=2026-11-21")).toBe(60);
    expect(await found("act=publication.published&from=2026-11-21")).toBe(30);
  });

  it("gives the same as a file that Excel opens", async () => {
    const response = await as(auditor).get("/staff/events.csv?act=publication.published&until=2026-11-20");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).trim().split("\r\n")).toHaveLength(31);
  });

  it("verifies the chain and says so", async () => {
    const html = await (await as(auditor).post("/staff/events/verifications")).text();
    expect(html).toContain("120件の記録は、すべて正しくつながっています。");
  });

  it("names the record that was tampered with", async () => {
    const { schema } = city().municipality;
    await city().database.pool.query(`alter table "${schema}".event disable trigger all;
      update "${schema}".event set act = 'test.forged' where sequence = 7; alter table "${schema}".event enable trigger all`);
    const html = await (await as(auditor).post("/staff/events/verifications")).text();
    expect(html).toContain("7番の記録が正しくありません。");
    expect(html).toContain("内容が記録されたときから変わっています。");
  });

  it("is closed to those who neither administer nor audit", async () => {
    expect((await as(clerk).get("/staff/events")).status).toBe(403);
    expect((await as(clerk).get("/staff/events.csv")).status).toBe(403);
    expect((await as(clerk).post("/staff/events/verifications")).status).toBe(403);
  });
});

describe("what the audit trail points at", () => {
  const city = useCity();

  it("names what an event points at, with its page, and cuts short the ids that nobody can name", async () => {
    const ctx = city().as(systemActor("start"), "2026-11-22T01:00:00Z");
    const division = await createDivision(ctx, { name: "危機管理課", fromOn: "2020-04-01" });
    const id = division.ok ? division.value : "";
    const reference = { divisionId: id, personId: auditor.id, fields: ["email", "vision"], untilOn: "2027-03-31" };
    await ctx.transaction((tx) => record(tx, ctx, "identity.person.edited", { ...reference, roles: ["clerk"] }));
    const html = await (
      await new Browser(appOf(city(), { actor: auditor }), city()).get(
        "/staff/events?from=2026-11-22&act=identity.person.edited",
      )
    ).text();
    expect(html).toContain(`部・課：<span><a href="/staff/divisions/${id}">危機管理課</a></span>`);
    expect(html).toContain(`職員：<span>記録番号 ${auditor.id.slice(-8)}</span>`);
    expect(html).toContain("変えた欄：<span>メールアドレス</span><span>、目指す姿</span>");
    expect(html).toContain("終わりの日：<span>令和9年3月31日（2027年）</span>");
    expect(html).toContain("役割：<span>課担当</span>");
    expect(html).toContain("<td>システム（起動）</td>");
  });

  it("names indicators and voices, with their page", async () => {
    const ctx = city().as(systemActor("start"), "2026-11-22T01:00:00Z");
    const { plan, node } = await smallPlan(ctx);
    const { id: nodeId } = await node("訓練");
    const added = await addIndicator(ctx, { nodeId, content: trainingIndicator });
    const id = added.ok ? added.value.id : "";
    const browser = new Browser(appOf(city(), { actor: auditor }), city());
    const html = await (await browser.get("/staff/events?act=plan.indicator.added")).text();
    const href = `/staff/plans/${plan.slug}/indicators/${id}`;
    expect(html).toContain(`<a href="${href}">1-1-1-① 防災訓練に参加した人の割合</a>`);
    const { number } = await voiceOf(ctx, await occasionOf(ctx, { planId: plan.id }), { text: "公園の灯り" });
    const trail = await (await browser.get("/staff/events?act=voices.received")).text();
    expect(trail).toContain(`<a href="/staff/voices/${number}">意見 ${number}</a>`);
    expect(trail).not.toContain("公園の灯り");
  });
});
