import { beforeAll, describe, expect, it } from "vitest";
import { nobody, systemActor, type Actor, type Role } from "#domain/audit/index.ts";
import { createDivision } from "#domain/identity/index.ts";
import { addRemark, addSection, changeState } from "#domain/documents/index.ts";
import { createPlan, insertBranch, planBySlug } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const levels = ["基本目標", "施策"].map((name, index) => ({
  name,
  codePattern: index === 0 ? "{n}" : "{parent}-{n}",
  evaluator: "",
  hasPage: index === 1,
}));
const words = {
  kind: "basicPlan" as const,
  name: "第3次計画",
  vision: "",
  summary: "",
  startYear: 2027,
  endYear: 2031,
};

const personOf = (role: Role, ...divisionIds: string[]): Actor => ({
  kind: "person",
  id: newId(),
  name: "佐藤",
  roles: [role],
  divisionIds,
});

describe("the first page of the staff site", () => {
  const city = useCity();
  let divisionId = "";
  const home = async (actor: Actor) => (await new Browser(appOf(city(), { actor }), city()).get("/staff")).text();

  it("sends nobody to sign in", async () => {
    const response = await new Browser(appOf(city(), { actor: nobody }), city()).get("/staff");
    expect(response.headers.get("location")).toBe("/staff/sign-in?to=%2Fstaff");
  });

  it("guides the planning office and the administrator through an empty city, and nobody else", async () => {
    expect(await home(personOf("planning"))).toContain("はじめの手順");
    expect(await home(personOf("administrator"))).toContain("はじめの手順");
    expect(await home(personOf("clerk"))).not.toContain("はじめの手順");
  });

  it("is three large choices for a committee member, without navigation of the staff or search", async () => {
    const html = await home(personOf("member"));
    expect(html).toContain("計画を読む");
    expect(html).toContain("まだこのページではできません");
    expect(html).not.toContain("/staff/search");
    expect(html).not.toContain("/staff/plans");
  });

  describe("with a plan under way", () => {
    beforeAll(async () => {
      const ctx = city().as(systemActor("test"));
      const division = await createDivision(ctx, { name: "危機管理課", fromOn: "2020-04-01" });
      if (!division.ok) throw new Error(division.refusal.message);
      divisionId = division.value;
      const plan = await createPlan(ctx, { slug: "2027", ...words, levels });
      if (!plan.ok) throw new Error(plan.refusal.message);
      const branches = [{ title: "安全", children: [{ title: "消防団", divisionId }, { title: "避難所" }] }];
      await ctx.transaction((tx) => insertBranch(tx, ctx, { planId: plan.value.id, parentId: null, branches }));
    });

    it("shows a clerk the measures of the own division that lack something, and only those", async () => {
      const html = await home(personOf("clerk", divisionId));
      const waiting = html.slice(html.indexOf('id="waiting"'), html.indexOf('id="plans"'));
      expect(waiting).toContain("1-1 消防団");
      expect(waiting).toContain("目指す姿・成果指標・役割・関連する個別計画・SDGsの位置づけ");
      expect(waiting).not.toContain("避難所");
    });

    it("shows how the plan stands and what changed last as one line, however many nodes it touched", async () => {
      const html = await home(personOf("auditor"));
      expect(html).toContain("施策 2件・指標 0件（未記入のある施策 2件）");
      expect(html).toContain("まだ公開していません");
      expect(html).toContain("1 安全</a>ほか2件");
    });

    it("ticks what is done in the guide", async () => {
      const html = await home(personOf("planning"));
      expect([...html.matchAll(/✓ 済み/g)]).toHaveLength(2); // plan, tree; one division is not the city's chart; not yet invited, not yet published
    });

    it("tells who confirms of sections that ask for the check, and who writes of open remarks", async () => {
      const planner = await personIn(city(), "鈴木", { roles: ["planning"] });
      const ctx = city().as(planner);
      const { id: planId } = await planBySlug(ctx, "2027");
      const section = { planId, parentId: null, title: "はじめに", divisionId, dueOn: null };
      const { id: sectionId } = accepted(await addSection(ctx, section));
      accepted(await changeState(ctx, { sectionId, textVersion: 1, state: "checking", reason: "" }));
      const remark = { sectionId, textKey: "body", quote: "", words: "短くしてほしい", replacement: null };
      accepted(await addRemark(ctx, remark));
      const chiefs = await home(personOf("chief", divisionId));
      expect(chiefs).toMatch(/課長確認を待つ節<\/a><span[^>]*>1件（第3次計画の原稿）/);
      expect(chiefs).toMatch(/扱いを決める意見と修正案<\/a><span[^>]*>1件/);
      expect(await home(personOf("clerk", divisionId))).not.toContain("課長確認を待つ節");
      expect(await home(personOf("chief"))).not.toContain("を待つ節");
    });

    it("shows an administrator, who has no content, no plan", async () => {
      expect(await home(personOf("administrator"))).not.toContain("第3次計画");
    });

    it("ticks the plan and its tree for an administrator too, who sees no plan", async () => {
      expect([...(await home(personOf("administrator"))).matchAll(/✓ 済み/g)]).toHaveLength(2); // as for the planning office
    });
  });
});
