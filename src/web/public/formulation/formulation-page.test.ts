import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { publishableDocument } from "#domain/documents/index.ts";
import {
  changedPolicies,
  decideGate,
  frozenPolicy,
  noteView,
  openGate,
  purgePolicy,
  removeStage,
  skipStage,
  type AtStage,
} from "#domain/formulation/index.ts";
import { confirmPurge, publishNow, requestPurge, stateOf, storedPublications } from "#domain/publication/index.ts";
import { sha256, canonicalJson } from "#kernel/canonical-json.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import {
  begunFormulation,
  decisionWords,
  frozenDraft,
  frozenNow,
  publishFormulation,
  stageAt,
} from "../../../../test/support/formulation.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { formulationSnapshotSchema } from "#domain/formulation/published.ts";

const city = useCity();
let planning: Ctx;
let plan: PlanInTest["plan"];
let browser: Browser;

beforeAll(async () => {
  ({ planning } = await castOf(city()));
  ({ plan } = await smallPlan(planning));
  browser = new Browser(appOf(city()), city());
});

async function shown(path = "/formulation"): Promise<string> {
  return (await browser.get(path)).text();
}

async function at(name: string): Promise<AtStage> {
  return stageAt(planning, plan, name);
}

describe("the page of the making of plans", () => {
  it("says what will be here while nothing is published", async () => {
    expect(await shown()).toContain("公表した計画づくりの状況は、まだありません。");
    await begunFormulation(planning, plan);
    await frozenNow(planning, plan, { name: "素々案", openness: "closed" });
    expect(await shown()).toContain("まだありません。"); // what staff write is not public by itself
  });

  it("tells where the plan stands, why a stage was left out, and nothing of a gate before it is decided", async () => {
    accepted(await skipStage(planning, { ...(await at("基本構想素案")), reason: "基本構想を据え置くため" }));
    const versionId = await frozenDraft(planning, plan, "素案");
    accepted(await openGate(planning, { ...(await at("基本計画素案")), versionId }));
    const view = {
      hearer: "council",
      body: "総合計画審議会",
      heardOn: "2026-11-22",
      words: "分かりやすく",
      reference: "",
    } as const;
    accepted(await noteView(planning, await at("基本計画素案"), view));
    await publishFormulation(planning, plan);
    const html = await shown();
    expect(html).toContain("いまは、<b>「基本計画素案」</b>の段階です。つぎは、「パブリックコメント」です。");
    expect(html).toContain("この段階を飛ばした理由：基本構想を据え置くため");
    expect(html).toContain("版：素案（第1版）");
    expect(html).not.toContain("分かりやすく");
    expect(html).not.toContain("策定方針を読む"); // its only version is 非公開
    expect(html).not.toContain('href="/documents/'); // the version is not public
    expect((await browser.get(`/formulation/${plan.slug}/policy.pdf`)).status).toBe(404);
  });

  it("tells the decision with its conditions and what was heard, and the open 策定方針 with a hash that anyone can recompute", async () => {
    accepted(await decideGate(planning, await at("基本計画素案"), decisionWords));
    await frozenNow(planning, plan, { name: "骨子案", openness: "discussion" });
    await frozenNow(planning, plan, { name: "庁議用", openness: "closed" });
    await publishFormulation(planning, plan);
    const html = await shown();
    expect(html).toContain("庁議が条件を付けて通しました。（8企第12号）");
    expect(html).toContain("残っている項目を、次の版までに満たすこと　（まだ済んでいません）");
    expect(html).toContain("総合計画審議会（審議会、令和8年11月22日）：分かりやすく");
    expect(html).toContain("骨子案　令和8年11月20日");
    expect(html).not.toContain("庁議用");
    const rows = await planning.db
      .selectFrom("publication")
      .where("subject", "=", "formulation")
      .select("payload")
      .execute();
    const policies = rows.flatMap(
      ({ payload }) => formulationSnapshotSchema.parse(JSON.parse(payload ?? "")).policy ?? [],
    );
    expect(policies.map(({ content }) => sha256(canonicalJson(content)))).toEqual(policies.map(({ hash }) => hash));
    expect(policies).toHaveLength(1); // the second publication's
    expect((await browser.get(`/formulation/${plan.slug}/policy.pdf`)).status).toBe(200);
  });

  it("leads from a stage to its version once that is public, and citizens read it there", async () => {
    const words = {
      label: "素案",
      openness: "discussion",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    accepted(await publishNow(planning, { of: publishableDocument, reference: `${plan.slug}-1`, ...words }));
    expect(await shown()).toContain(`<a href="/documents/${plan.slug}-1">素案（第1版）</a>`);
    expect((await browser.get(`/documents/${plan.slug}-1`)).status).toBe(200);
    expect(await shown("/")).toMatch(/いまは、<b>「[^」]+」<\/b>の段階です。.*<a href="\/formulation">/s); // at the entrance too
    const ways = (await shown()).slice((await shown()).indexOf("いま、参加できること"));
    expect(ways).toContain(`<a href="/documents/${plan.slug}-1">いちばん新しい版「素案」を読む</a>`);
    expect(ways).toMatch(/「[^」]+」の段階では、いま受け付けている意見募集や会合はありません。/);
  });

  it("loses the content of the 策定方針 that it showed too when it is purged, and nothing else of it", async () => {
    const { stageId } = await at("議案");
    accepted(await removeStage(planning, { planId: plan.id, id: stageId, version: 1 }));
    await frozenNow(planning, plan, { name: "別の内容", openness: "closed" }); // the fourth; the first three hold the same text
    const heads = (await storedPublications(planning).heads()).filter(({ subject }) => subject === "formulation");
    const head = heads.find((each) => stateOf(each) === "current");
    const second = city().as(await personIn(city(), "田中", { roles: ["planning"] }));
    accepted(await requestPurge(planning, { id: head?.id ?? "", reason: "個人情報" }));
    accepted(await confirmPurge(second, { id: head?.id ?? "", removeCopies: purgePolicy }));
    const shownNumber = 2; // 骨子案
    const { version, content } = await frozenPolicy(planning, { planId: plan.id, number: shownNumber });
    expect([version.name, content, version.purgedAt === null]).toEqual(["骨子案", undefined, false]);
    expect((await frozenPolicy(planning, { planId: plan.id, number: 4 })).content).toBeDefined();
    expect(await changedPolicies(planning)).toEqual({ checked: 1, changed: [], purged: 3 });
    expect((await browser.get(`/formulation/${plan.slug}/policy.pdf`)).status).toBe(404);
    const row = planning.db.updateTable("policy_version").set({ content: "{}" }).where("number", "=", shownNumber);
    await expect(row.execute()).rejects.toThrow("never changed");
  });
});
