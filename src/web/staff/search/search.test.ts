import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "#domain/audit/index.ts";
import { addSection, freezeVersion } from "#domain/documents/index.ts";
import { createDivision } from "#domain/identity/index.ts";
import {
  addIndicator,
  emptyIndicatorContent,
  createPlan,
  insertBranch,
  listPlans,
  planOutline,
} from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { occasionOf, topicOf, voiceOf } from "../../../../test/support/voices.ts";

const level = (name: string, codePattern: string, hasPage = false) => ({ name, codePattern, evaluator: "", hasPage });
const clerk: Actor = { kind: "person", id: newId(), name: "鈴木", roles: ["clerk"], divisionIds: [] };

describe("the search of the staff site", () => {
  const city = useCity();
  const found = async (words: string) => {
    const html = await (
      await new Browser(appOf(city(), { actor: clerk }), city()).get(`/staff/search?q=${encodeURIComponent(words)}`)
    ).text();
    return html.slice(html.indexOf("<main"));
  };
  beforeAll(async () => {
    const ctx = city().as(systemActor("test"));
    await createDivision(ctx, { name: "防災課", fromOn: "2020-04-01" });
    const words = {
      kind: "basicPlan" as const,
      name: "第3次計画",
      vision: "",
      summary: "",
      startYear: 2027,
      endYear: 2031,
    };
    const plan = await createPlan(ctx, {
      slug: "2027",
      ...words,
      levels: [level("基本目標", "{n}"), level("施策", "{parent}-{n}", true)],
    });
    if (!plan.ok) throw new Error(plan.refusal.message);
    const branches = [{ title: "安全", children: [{ title: "地域の防災力" }, { title: "ＩＣＴの活用100%" }] }];
    await ctx.transaction((tx) => insertBranch(tx, ctx, { planId: plan.value.id, parentId: null, branches }));
    const node = (await planOutline(ctx, plan.value.id)).find((each) => each.title === "地域の防災力");
    const added = await addIndicator(ctx, {
      nodeId: node?.id ?? "",
      content: { ...emptyIndicatorContent, code: "A1", name: "防災訓練の参加率", unit: "%" },
    });
    if (!added.ok) throw new Error(added.refusal.message);
  });

  it("finds measures, indicators and divisions by a word of two characters, with the way to each", async () => {
    const html = await found("防災");
    for (const words of ["1-1 地域の防災力", "A1 防災訓練の参加率", "防災課", "3件見つかりました"])
      expect(html).toContain(words);
    expect(html).toContain("第3次計画 › 1 安全 › 1-1 地域の防災力");
  });

  it("finds voices by their words and topics by what they say, for who may read them", async () => {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const plan = (await listPlans(ctx))[0];
    const round = await occasionOf(ctx, { planId: plan?.id ?? "" });
    const { id } = await voiceOf(ctx, round, { text: "踏切の音がうるさいです。" });
    const of = [{ voiceId: id, text: "踏切の音がうるさいです。", words: "踏切の音" }];
    await topicOf(ctx, { planId: plan?.id ?? "", number: 41, title: "踏切を静かにする", of });
    const html = await found("踏切");
    for (const words of ["41　踏切を静かにする", "意見 1　踏切の音がうるさいです。", "2件見つかりました"])
      expect(html).toContain(words);
  });

  it("finds sections of a manuscript and versions by their names", async () => {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const planId = (await listPlans(ctx))[0]?.id ?? "";
    const chapter = { planId, parentId: null, title: "里山とともに", divisionId: null, dueOn: null };
    accepted(await addSection(ctx, chapter));
    const entry = { planId, name: "里山案", openness: "closed", reason: "庁議に諮るため" } as const;
    accepted(await freezeVersion(ctx, entry));
    const html = await found("里山");
    for (const words of ["里山とともに", "第1版　里山案", "2件見つかりました"]) expect(html).toContain(words);
  });

  it("does not mind full-width letters, and takes no sign as a wild card", async () => {
    expect(await found("ict")).toContain("ＩＣＴの活用100%");
    expect(await found("100%")).toContain("1件見つかりました");
    expect(await found("%")).toContain("1件見つかりました");
  });

  it("asks for all the words", async () => {
    expect(await found("地域 防災")).toContain("1件見つかりました");
    expect(await found("地域　消防")).toContain("ほかの言葉か、短い言葉でお試しください。");
  });

  it("shows the searched word as text, whatever it is", async () => {
    expect(await found("<script>alert(1)</script>")).toContain("「&lt;script&gt;alert(1)&lt;/script&gt;」は0件");
  });
});
