import { beforeAll, describe, expect, it } from "vitest";
import { nobody, type Ctx } from "#domain/audit/index.ts";
import { editPlan, linkNodes, planPayload, planSnapshot } from "#domain/plan/index.ts";
import { publish, storedPublications } from "#domain/publication/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, planOf, type PlanInTest } from "../../../../test/support/plan.ts";

describe("a plan and the one that follows it, on the public site", () => {
  const city = useCity();
  let ctx: Ctx;
  let old: PlanInTest;
  let fresh: PlanInTest;
  let browser: Browser;

  beforeAll(async () => {
    ctx = (await castOf(city())).planning;
    old = await planOf(ctx, "前の計画", ["1 安全", ["1-1 防災", ["1-1-1 訓練", "1-1-2 無線", "1-1-3 備蓄"]]]);
    fresh = await planOf(ctx, "新しい計画", ["1 命", ["1-1 備え", ["1-1-1 地域の力", "1-1-2 避難所", "1-1-3 情報"]]]);
    await release(old);
    await editPlan(ctx, { planId: fresh.plan.id, version: 1, predecessorId: old.plan.id });
    await link("訓練", ["地域の力", "避難所"], "expand", "対象を広げました");
    await link("無線", [], null, "県の網に移りました");
    await link(null, ["情報"], null, "");
    browser = new Browser(appOf(city(), { actor: nobody, zone: "outside" }), city());
  });

  async function link(from: string | null, to: readonly string[], evolution: "expand" | null, note: string) {
    const oldNodeIds = from === null ? [] : [(await old.node(from)).id];
    const newNodeIds = await Promise.all(to.map(async (title) => (await fresh.node(title)).id));
    const kind = from === null ? "new" : to.length === 0 ? "end" : null;
    const done = await linkNodes(ctx, { planId: fresh.plan.id, oldNodeIds, newNodeIds, kind, evolution, note });
    expect(done.ok).toBe(true);
  }

  async function release({ plan }: PlanInTest, openness: "discussion" | "decided" = "decided"): Promise<void> {
    const words = {
      label: "策定版",
      openness,
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    };
    const payload = await planSnapshot(ctx, plan.id);
    expect((await publish(ctx, { kind: planPayload, reference: plan.slug, payload, ...words })).ok).toBe(true);
  }

  const page = async (path: string) => (await browser.get(path)).text();
  const hashes = async () =>
    (await storedPublications(ctx).heads())
      .filter(({ reference }) => reference === old.plan.slug)
      .map(({ hash }) => hash);

  it("say nothing of each other before the new one is published", async () => {
    const html = await page(`/plan/${old.plan.slug}/1-1-1`);
    expect(html).toContain("訓練");
    expect(html).not.toContain("つながり");
  });

  it("lead from the new measure back and from the old one on, the old publication unchanged", async () => {
    const before = await hashes();
    await release(fresh, "discussion");
    const draft = await page(`/plan/${old.plan.slug}/1-1-1`);
    expect(draft).toMatch(/次の計画「新しい計画」では<span class="stamp">未確定</);
    expect(await page(`/plan/${old.plan.slug}`)).toMatch(/新しい計画<\/a><span class="stamp">未確定</);
    await release(fresh);
    const forward = await page(`/plan/${old.plan.slug}/1-1-1`);
    expect(forward).toContain("次の計画「新しい計画」では");
    expect(forward).toContain(`href="/plan/${fresh.plan.slug}/1-1-1"`);
    expect(forward).toContain(`href="/plan/${fresh.plan.slug}/1-1-2"`);
    expect(forward).toContain("分割・拡充");
    expect(forward).not.toContain('class="stamp"');
    expect(forward).toMatch(/print-only">このページのアドレス：http[^<]+\/plan\/[^<]+\/1-1-1</);
    const back = await page(`/plan/${fresh.plan.slug}/1-1-2`);
    expect(back).toContain("前の計画「前の計画」から");
    expect(back).toContain(`href="/plan/${old.plan.slug}/1-1-1"`);
    expect(back).toContain("対象を広げました");
    expect(await hashes()).toEqual(before);
  });

  it("say what ended and why, what is new, and nothing where nothing was said", async () => {
    expect(await page(`/plan/${old.plan.slug}/1-1-2`)).toContain("理由：県の網に移りました");
    expect(await page(`/plan/${fresh.plan.slug}/1-1-3`)).toContain("この計画から始まった新しい施策です");
    expect(await page(`/plan/${old.plan.slug}/1-1-3`)).not.toContain("つながり");
  });

  it("name each other on the pages of the plans", async () => {
    expect(await page(`/plan/${old.plan.slug}`)).toMatch(/次の計画：<a href="[^"]+">新しい計画</);
    expect(await page(`/plan/${fresh.plan.slug}`)).toMatch(/前の計画：<a href="[^"]+">前の計画</);
  });
});
