import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Ctx, PersonActor } from "#domain/audit/index.ts";
import { addIndicator, addNode, editPlan, lineageBoard, planById } from "#domain/plan/index.ts";
import { readSheetFile } from "#export/sheet-reader.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, planOf, trainingIndicator, type PlanInTest } from "../../../../test/support/plan.ts";

const id = async (plan: PlanInTest, title: string) => (await plan.node(title)).id;

describe("the pages of a lineage", () => {
  const city = useCity();
  let ctx: Ctx;
  let planning: Browser;
  let clerk: Browser;
  let old: PlanInTest;
  let fresh: PlanInTest;
  let base: string;

  beforeAll(async () => {
    const cast = await castOf(city());
    const as = (actor: Actor | PersonActor) => new Browser(appOf(city(), { actor }), city());
    ctx = cast.planning;
    [planning, clerk] = [as(cast.sato), as(cast.kato)];
    old = await planOf(ctx, "前の計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 備蓄"]]]);
    fresh = await planOf(ctx, "新しい計画", ["1 命", ["1-1 備え", ["1-1-1 地域の力", "1-1-2 避難所"]]]);
    base = `/staff/plans/${fresh.plan.slug}/lineage`;
  });

  const links = async () => (await lineageBoard(ctx, await planById(ctx, fresh.plan.id))).links;
  const html = async (path: string) => (await planning.get(path)).text();

  it("ask for the plan before it first", async () => {
    expect(await html(base)).toContain("前の計画が決まっていません");
    await editPlan(ctx, { planId: fresh.plan.id, version: 1, predecessorId: old.plan.id });
    expect(await html(base)).toContain("前の計画の施策2のうち0を対応済み");
  });

  it("link by a plain form, keep the choice of a refused one, and take it back", async () => {
    const training = await id(old, "訓練");
    const half = await planning.post(base, { old: training, kind: "", note: "対象を広げた" });
    expect(half.status).toBe(422);
    const again = await half.text();
    expect(again).toContain("両方の項目を選んでください");
    expect(again).toMatch(new RegExp(`value="${training}"[^>]*checked|checked[^>]*value="${training}"`));
    expect(again).toContain("対象を広げた");
    const fields = { kind: "", evolution: "expand", note: "対象を広げた" };
    const done = await planning.post(base, { ...fields, old: training, new: await id(fresh, "地域の力") });
    expect(done.headers.get("location")).toBe(`${base}?notice=saved#node-${training}`);
    expect(await html(base)).toContain("継続・拡充");
    await planning.post(`${base}/undo`);
    expect(await links()).toEqual([]);
    await planning.post(base, { ...fields, old: training, new: await id(fresh, "地域の力") });
  });

  it("show only what is open when asked", async () => {
    const open = await html(`${base}?show=open`);
    expect(open).toContain("1-1-2 備蓄");
    expect(open).not.toContain("1-1-1 訓練</span>");
  });

  it("say a link anew and take it away", async () => {
    const [link] = await links();
    const address = `${base}/links/${link?.id}`;
    await planning.post(address, { kind: "continue", evolution: "improve", note: "区と行う" });
    expect((await links())[0]).toMatchObject({ evolution: "improve", note: "区と行う" });
    await planning.post(address, { kind: "split", evolution: "", note: "" });
    expect(await html(base)).toContain("分かれた先が1つです");
    await planning.post(`${address}/removal`);
    expect(await links()).toEqual([]);
    expect((await planning.get(address)).status).toBe(404);
  });

  it("save the table of codes, and read it back after a preview that changes nothing yet", async () => {
    const csv = await html(`${base}.csv`);
    expect(csv).toContain("1-1-1,訓練");
    expect(csv).toContain(",,,1-1-2,避難所,,");
    const workbook = await readSheetFile({
      name: "対応表.xlsx",
      bytes: new Uint8Array(await (await planning.get(`${base}.xlsx`)).arrayBuffer()),
    });
    expect(workbook.ok && workbook.value.sheets[0]?.rows[1]?.slice(0, 2)).toEqual(["1-1-1", "訓練"]); // a text, no day
    const head = "前の計画の番号,区分,新しい計画の番号,深化,説明\n";
    const send = async (rows: string) => {
      const form = new FormData();
      form.set("file", new File([head + rows], "対応表.csv", { type: "text/csv" }));
      const app = appOf(city(), { actor: (await castOf(city())).sato });
      return app.request(`http://c${city().municipality.code}.test${base}/table`, { method: "POST", body: form });
    };
    const wrong = await (await send("1-1-1,継続,9-9,,\n")).text();
    expect(wrong).toContain("2行目：新しい計画に、番号「9-9」の項目がありません。");
    expect(wrong).not.toContain("この内容で取り込む");
    const preview = await (await send("1-1-1,,1-1-1,拡充,広げた\n1-1-2,終了,,,県に移った\n,,1-1-2,,\n")).text();
    expect(preview).toContain("加わる対応2件");
    expect(await links()).toEqual([]);
    const rows = /name="rows" value="([^"]*)"/.exec(preview)?.[1]?.replaceAll("&quot;", '"') ?? "";
    await planning.post(`${base}/table/application`, { rows });
    expect((await links()).map(({ kind }) => kind).sort()).toEqual(["continue", "end"]);
  });

  it("propose measures of the same name or alike, and link the marked ones together", async () => {
    const address = `${base}/suggestions`;
    expect(await html(address)).toContain("残っていません");
    await addNode(ctx, { planId: old.plan.id, parentId: await id(old, "防災"), title: "消防団の充実" });
    await addNode(ctx, { planId: fresh.plan.id, parentId: await id(fresh, "備え"), title: "消防団の充実" });
    expect(await html(base)).toContain("まとめて対応づける（1件）");
    const page = await html(address);
    const pair = /name="pair"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(page).toContain("同じ名前");
    expect((await planning.post(address, {})).status).toBe(422);
    expect((await planning.post(address, { pair })).headers.get("location")).toBe(`${base}?show=open&notice=saved`);
    expect((await links()).length).toBe(3);
    expect((await planning.post(address, { pair })).status).toBe(422);
  });

  it("continue an indicator and separate it again", async () => {
    const added = await addIndicator(ctx, { nodeId: await id(old, "訓練"), content: trainingIndicator });
    const indicator = added.ok ? added.value.id : "";
    expect(await html(`${base}/indicators`)).toContain("1件のうち0件を引き継いでいます");
    await planning.post(`${base}/indicators`, { indicator, node: await id(fresh, "地域の力"), into: "" });
    const after = await html(`${base}/indicators`);
    expect(after).toContain("1件のうち1件を引き継いでいます");
    const heir = /name="indicator" value="([^"]+)"/.exec(after)?.[1] ?? "";
    await planning.post(`${base}/indicators/separation`, { indicator: heir });
    expect(await html(`${base}/indicators`)).toContain("1件のうち0件を引き継いでいます");
  });

  it("let a clerk read and not act", async () => {
    const page = await (await clerk.get(base)).text();
    expect(page).toContain("訓練");
    expect(page).not.toContain("対応づける</button>");
    expect((await clerk.post(base, {})).status).toBe(403);
  });
});
