import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import {
  bindTree,
  freezeVersion,
  keepVersionRemark,
  planVersions,
  publishableDocument,
} from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const was = "訓練を毎年行います。";
const is = "訓練を市民とともに毎年行います。";
const marked = '<ins class="change-added"><span class="visually-hidden">［追加］</span>市民とともに</ins>';

describe("the comparison of two versions", () => {
  const city = useCity();
  let planning: Ctx;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning } = await castOf(city()));
    plan = await smallPlan(planning);
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
    await freeze("骨子案", was, "discussion");
    await freeze("素案", is, "discussion");
    await freeze("内部の案", "まだ誰にも見せません。", "closed");
    const [, , outline] = await planVersions(planning, plan.plan.id);
    accepted(
      await keepVersionRemark(planning, {
        versionId: outline?.id ?? "",
        kind: "body",
        words: { speaker: "総合計画審議会", saidOn: "2026-09-02", section: "", words: "ともに行う形に。", answer: "" },
      }),
    );
  });

  async function freeze(name: string, words: string, openness: "discussion" | "closed"): Promise<void> {
    const { id, version } = await plan.node("訓練");
    accepted(await editNode(planning, { id, version, fields: { vision: richTextOf(words) } }));
    const entry = { planId: plan.plan.id, name, openness, reason: "意見を聴くため" };
    const { number } = accepted(await freezeVersion(planning, entry));
    if (openness === "closed") return;
    const label = { label: name, openness, divisionName: "企画課", divisionContact: "", note: "" } as const;
    const reference = `${plan.plan.slug}-${number}`;
    accepted(await publishNow(planning, { of: publishableDocument, reference, ...label }));
  }

  async function asCitizen(path: string): Promise<Response> {
    return appOf(city()).request(`http://c${city().municipality.code}.test${path}`);
  }

  async function asPlanner(path: string): Promise<Response> {
    return new Browser(appOf(city(), { actor: planning.actor }), city()).get(path);
  }

  it("shows citizens the newest two published versions, or the two that they choose", async () => {
    const usual = await (await asCitizen("/documents/compare")).text();
    expect(usual).toContain(marked);
    const { slug } = plan.plan;
    const reversed = await (await asCitizen(`/documents/compare?from=${slug}-2&to=${slug}-1`)).text();
    expect(reversed).not.toContain(marked);
    expect(reversed).toContain("骨子案（第1版）");
  });

  it("asks for the other one while one alone is chosen, and offers no files of a version beside itself", async () => {
    const { slug } = plan.plan;
    const half = await asCitizen(`/documents/compare?from=${slug}-1`);
    expect(half.status).toBe(200);
    const form = await half.text();
    expect(form).toContain(`value="${slug}-1" selected=""`);
    expect(form).toContain("くらべる版をもう一つ選び");
    const same = await (await asCitizen(`/documents/compare?from=${slug}-1&to=${slug}-1`)).text();
    expect([same.includes("同じ版どうし"), same.includes("comparison.docx")]).toEqual([true, false]);
  });

  it("says what it means that no opinion stands beside a change", async () => {
    const html = await (await asCitizen("/documents/compare")).text();
    expect(html).toContain("記録された意見をもとにした変更ではありません。新しい版を作った理由：意見を聴くため");
    expect(html).toContain("<h1>新旧対照表　「骨子案」から「素案」へ</h1>");
  });

  it("never shows citizens a version that is not public", async () => {
    const { slug } = plan.plan;
    expect((await asCitizen(`/documents/compare?from=${slug}-1&to=${slug}-3`)).status).toBe(404);
    expect((await asCitizen(`/documents/compare/comparison.docx?from=${slug}-1&to=${slug}-3`)).status).toBe(404);
    expect(await (await asCitizen("/documents/compare")).text()).not.toContain("内部の案");
  });

  it("shows staff every version, with what a body said of the older one", async () => {
    const path = `/staff/documents/${plan.plan.slug}/compare`;
    const html = await (await asPlanner(`${path}?from=1&to=2`)).text();
    expect(html).toContain(marked);
    expect(html).toContain("総合計画審議会（令和8年9月2日）：ともに行う形に。");
    expect(await (await asPlanner(path)).text()).toContain("まだ誰にも見せません。"); // the newest two: 2 and 3
    expect((await asPlanner(`${path}?from=1&to=9`)).status).toBe(404);
  });

  it("shows what was said of every version from the older to the newer, and of which, but not of the newer", async () => {
    const versions = await planVersions(planning, plan.plan.id);
    const say = async (number: number, words: string) =>
      accepted(
        await keepVersionRemark(planning, {
          versionId: versions.find((version) => version.number === number)?.id ?? "",
          kind: "assembly",
          words: { speaker: "総務委員会", saidOn: "2026-10-05", section: "", words, answer: "図を足します" },
        }),
      );
    await say(2, "図がほしい。");
    await say(3, "まだ早い。");
    const path = `/staff/documents/${plan.plan.slug}/compare`;
    const over = await (await asPlanner(`${path}?from=1&to=3`)).text();
    expect(over).toContain("ともに行う形に。"); // of the first
    expect(over).toContain("第2版「素案」に：図がほしい。（対応：図を足します）");
    expect(over).not.toContain("まだ早い。");
    expect(await (await asPlanner(`${path}?from=1&to=2`)).text()).not.toContain("図がほしい。");
  });

  it("is handed out as Word, PDF and Excel, on both sites", async () => {
    const { slug } = plan.plan;
    for (const ending of ["docx", "pdf", "xlsx"]) {
      const own = await asPlanner(`/staff/documents/${slug}/compare/comparison.${ending}?from=1&to=2`);
      expect(own.headers.get("content-disposition")).toContain(`.${ending}`);
      const open = await asCitizen(`/documents/compare/comparison.${ending}?from=${slug}-1&to=${slug}-2`);
      expect([own.status, open.status]).toEqual([200, 200]);
    }
    expect((await asPlanner(`/staff/documents/${slug}/compare/comparison.exe?from=1&to=2`)).status).toBe(404);
  }, 120_000);

  it("is for who may read manuscripts", async () => {
    const member = city().as(await personIn(city(), "田中", { roles: ["member"] }));
    const browser = new Browser(appOf(city(), { actor: member.actor }), city());
    expect((await browser.get(`/staff/documents/${plan.plan.slug}/compare?from=1&to=2`)).status).toBe(403);
  });
});
