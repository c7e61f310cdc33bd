import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#domain/audit/index.ts";
import { addRemark, addSection, bodyKey, freezeVersion, returnLoan, takeOut } from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const phone = "090-0000-0000";

describe("the pages of an erasure", () => {
  const city = useCity();
  const as = (actor: Actor) => new Browser(appOf(city(), { actor }), city());
  let sato: PersonActor;
  let kobayashi: PersonActor;
  let plan: PlanInTest;
  let node: string;
  let base: string;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    kobayashi = await personIn(city(), "小林", { roles: ["administrator"] });
    const ctx = city().as(sato);
    plan = await smallPlan(ctx);
    ({ id: node } = await plan.node("訓練"));
    await editNode(ctx, { id: node, version: 1, fields: { vision: richTextOf(phone) } });
    await editNode(ctx, { id: node, version: 2, fields: { vision: richTextOf("備えている") } });
    base = `/staff/plans/${plan.plan.slug}`;
  });

  it("lead from the revisions to the request, which offers all but the present and keeps what was entered", async () => {
    const asking = `${base}/nodes/${node}/erasure`;
    expect(await (await as(sato).get(`${base}/nodes/${node}/revisions`)).text()).toContain(asking);
    const page = await (await as(sato).get(asking)).text();
    expect(page).toMatch(/value="2"/);
    expect(page).not.toMatch(/value="3"/);
    const refused = await as(sato).post(asking, { parts: ["2"], reason: "" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/checked=""[^>]*value="2"|value="2"[^>]*checked=""/);
  });

  it("wait for the words of the one who confirms, and then say in the revisions why the content is gone", async () => {
    const asked = await as(sato).post(`${base}/nodes/${node}/erasure`, { parts: ["2"], reason: "電話番号があった" });
    expect(asked.headers.get("location")).toContain(`${base}/erasures`);
    const list = await (await as(kobayashi).get(`${base}/erasures`)).text();
    const id = /erasures\/([0-9a-f-]{36})\/confirmation/.exec(list)?.[1] ?? "";
    expect(list).toContain("電話番号があった");
    expect(list).toContain("1-1-1 訓練の版歴");
    const address = `${base}/erasures/${id}/confirmation`;
    expect((await as(kobayashi).post(address, { [`confirmation-${id}`]: "はい" })).status).toBe(422);
    expect((await as(kobayashi).post(address, { [`confirmation-${id}`]: "消去する" })).status).toBe(303);
    const revisions = await (await as(sato).get(`${base}/nodes/${node}/revisions`)).text();
    expect(revisions).toContain("内容は消去しました（電話番号があった）");
    expect(revisions).not.toContain(phone);
    const revision = await (await as(sato).get(`${base}/nodes/${node}/revisions/2`)).text();
    expect(revision).toContain("内容は消去しました（電話番号があった）");
    expect(revision).not.toContain("この版の内容に戻す");
    const forced = await as(sato).post(`${base}/nodes/${node}/revisions/2/restoration`, { version: "3" });
    expect([forced.status, await forced.text()]).toEqual([422, expect.stringContaining("戻せません")]);
  });

  it("reach the manuscript: every revision up to a number, with a copy, from the section's history", async () => {
    const ctx = city().as(sato);
    const entry = { planId: plan.plan.id, parentId: null, title: "序論", divisionId: null, dueOn: null };
    const { id } = accepted(await addSection(ctx, entry));
    const write = async (words: string) => {
      const { loanId } = accepted(await takeOut(ctx, id));
      accepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf(words) } }));
    };
    await write(`電話${phone}`);
    accepted(
      await addRemark(ctx, {
        sectionId: id,
        textKey: bodyKey,
        quote: phone,
        words: "個人の番号です",
        replacement: null,
      }),
    );
    await write("備えている");
    const version = { planId: plan.plan.id, name: "素案", openness: "closed", reason: "協議のため" } as const;
    accepted(await freezeVersion(ctx, version));
    const section = `/staff/manuscripts/${plan.plan.slug}/sections/${id}`;
    const asking = `${base}/sections/${id}/erasure`;
    for (const path of [section, `${section}/history`])
      expect(await (await as(sato).get(path)).text()).toContain(asking);
    const clerk = await personIn(city(), "加藤", {
      roles: ["clerk"],
      divisionIds: [await divisionIn(city(), "防災課")],
    });
    expect(await (await as(clerk).get(`${section}/history`)).text()).not.toContain(asking);
    expect((await as(clerk).get(asking)).status).toBe(403);
    const page = await (await as(sato).get(asking)).text();
    for (const words of ["第2版", "第1版", "控えの文章と、終わった貸出の写し", "意見・修正案", "第1版「素案」"])
      expect(page).toContain(words);
    expect(page).not.toMatch(/value="3"/); // what stands now is edited, not erased
    const asked = await as(sato).post(asking, { upTo: "2", reason: "電話番号があった" });
    expect(asked.status).toBe(303);
    const list = await (await as(kobayashi).get(`${base}/erasures`)).text();
    expect(list).toContain("第1章 序論の原稿");
    expect(list).toContain("第2版、第1版");
    const erasure = /erasures\/([0-9a-f-]{36})\/confirmation/.exec(list)?.[1] ?? "";
    const address = `${base}/erasures/${erasure}/confirmation`;
    const { loanId } = accepted(await takeOut(ctx, id));
    const words = { [`confirmation-${erasure}`]: "消去する" };
    const waiting = await as(kobayashi).post(address, words);
    expect([waiting.status, await waiting.text()]).toEqual([422, expect.stringContaining("原稿の節が貸出中のため")]);
    accepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf("備えている") } }));
    expect((await as(kobayashi).post(address, words)).status).toBe(303);
    const history = await (await as(sato).get(`${section}/history`)).text();
    expect(history).toContain("内容は消去しました（電話番号があった）");
    expect(history).toContain("前の版の内容は消去したので、変わったところは示せません。");
    const after = await (await as(sato).get(section)).text();
    expect(after).toContain("内容は消去しました。"); // the remark
    expect(`${history}${after}`).not.toContain(phone);
  });

  it("do not know a node of another plan, nor what does not exist", async () => {
    const other = await smallPlan(city().as(sato));
    expect((await as(sato).get(`/staff/plans/${other.plan.slug}/nodes/${node}/erasure`)).status).toBe(404);
    expect((await as(sato).get(`${base}/imports/${newId()}/erasure`)).status).toBe(404);
    expect((await as(sato).get(`${base}/indicators/x/erasure`)).status).toBe(404);
    expect((await as(sato).get(`${base}/sections/${newId()}/erasure`)).status).toBe(404);
  });
});
