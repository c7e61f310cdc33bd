import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { bindTree, loanPage, manuscriptOf, sectionPage, takeOut, takeOver } from "#domain/documents/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { plainText, richTextOf } from "#kernel/rich-text.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { divisionIn, personIn, planOf, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

describe("a form that ends a loan and is refused", () => {
  const city = useCity();
  let kato: PersonActor;
  let ctx: Ctx;
  let plan: PlanInTest;
  let section = "";
  let loanId = "";

  beforeAll(async () => {
    const crisis = await divisionIn(city(), "危機管理課");
    ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    kato = await personIn(city(), "加藤", { roles: ["clerk"], divisionIds: [crisis] });
    plan = await planOf(ctx, "みほん市総合計画", ["1 安全"]);
    accepted(await editNode(ctx, { ...(await plan.node("安全")), divisionId: crisis }));
    accepted(await bindTree(ctx, { planId: plan.plan.id, parentId: null }));
    section = (await manuscriptOf(ctx, plan.plan.id)).lines[0]?.id ?? "";
    ({ loanId } = accepted(await takeOut(city().as(kato), section)));
  });

  const send = (act: string, fields: Record<string, string>) =>
    new Browser(appOf(city(), { actor: kato }), city()).post(
      `/staff/manuscripts/${plan.plan.slug}/loans/${loanId}/${act}`,
      fields,
    );

  it("is refused again when it is sent again, and is never told to be taken", async () => {
    accepted(await editNode(ctx, { ...(await plan.node("安全")), fields: { vision: richTextOf("企画の姿") } }));
    const form = { _key: newId(), saveNumber: "0", vision: "加藤の姿" };
    expect((await send("return", form)).status).toBe(422);
    expect((await send("return", form)).status).toBe(422);
    const { own } = await loanPage(ctx, loanId);
    expect([own.endedAt, plainText(own.texts["vision"] ?? richTextOf(""))]).toEqual([null, "加藤の姿"]);
  });

  it("tells, also of giving up, that another took the section over, and keeps what the form held", async () => {
    accepted(await takeOver(ctx, { sectionId: section, loanId }));
    const form = { _key: newId(), saveNumber: "1", vision: "加藤の最後の姿" };
    for (const answer of [await send("giving-up", form), await send("giving-up", form)]) {
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("ほかの人が引き継ぎました。");
    }
    const { copies } = await sectionPage(ctx, section);
    expect(copies.map(({ cause }) => cause)).toEqual(["takenOver", "late"]);
  });
});
