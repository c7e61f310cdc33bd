import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { editNode } from "#domain/plan/index.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, personIn, smallPlan } from "../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../test/support/results.ts";
import {
  addSection,
  bindTree,
  bodyKey,
  changeState,
  confirmSections,
  editSection,
  manuscriptOf,
  returnLoan,
  sectionPage,
  takeOut,
} from "./index.ts";

describe("a section through its states", () => {
  const city = useCity();
  let planning: Ctx;
  let clerk: Ctx;
  let chief: Ctx;
  let crisis: string;
  let planId: string;

  beforeAll(async () => {
    ({ planning, clerk, crisis } = await castOf(city()));
    chief = city().as(await personIn(city(), "小林", { roles: ["chief"], divisionIds: [crisis] }));
  });

  async function chapter(title = "計画の策定に当たって", divisionId: string | null = crisis): Promise<string> {
    const entry = { planId, parentId: null, title, divisionId, dueOn: null };
    return accepted(await addSection(planning, entry)).id;
  }

  async function unconfirmed(): Promise<string[]> {
    const { lines } = await manuscriptOf(planning, planId);
    return lines.filter((line) => line.state !== "confirmed" || line.isChangedSince).map(({ name }) => name);
  }

  async function seenNow() {
    const { lines } = await manuscriptOf(planning, planId);
    return lines.map(({ id, textVersion }) => ({ sectionId: id, textVersion }));
  }

  async function rewrite(id: string, words: string): Promise<void> {
    const { loanId } = accepted(await takeOut(clerk, id));
    accepted(await returnLoan(clerk, { loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf(words) } }));
  }

  beforeAll(async () => {
    planId = (await smallPlan(planning)).plan.id;
  });

  it("is confirmed by the chief of its division or by planning, not by a clerk, and then not lent", async () => {
    const id = await chapter();
    const seen = { sectionId: id, textVersion: 1, reason: "" };
    await expect(changeState(clerk, { ...seen, state: "confirmed" })).rejects.toThrow("課長は自分の課");
    accepted(await changeState(clerk, { ...seen, state: "checking" }));
    accepted(await changeState(chief, { ...seen, state: "confirmed" }));
    expect(refusalOf(await takeOut(clerk, id))).toBe("confirmed");
    expect(refusalOf(await changeState(chief, { ...seen, state: "replacing" }))).toBe("reasonNeeded");
    accepted(await changeState(chief, { ...seen, state: "replacing", reason: "数値の誤り" }));
    accepted(await takeOut(clerk, id));
    expect(refusalOf(await changeState(chief, { ...seen, state: "confirmed" }))).toBe("onLoan");
  });

  it("is not confirmed in a version that the chief did not look at", async () => {
    const id = await chapter();
    await rewrite(id, "新しい文");
    const old = { sectionId: id, textVersion: 1, state: "confirmed", reason: "" } as const;
    expect(refusalOf(await changeState(chief, old))).toBe("stale");
    expect(refusalOf(await changeState(chief, { ...old, state: "replacing", textVersion: 2 }))).toBe("noSuchStep");
  });

  it("stays confirmed under a new due date or division, and is told as changed under a new title", async () => {
    const id = await chapter();
    accepted(await changeState(planning, { sectionId: id, textVersion: 1, state: "confirmed", reason: "" }));
    const entry = { planId, id, title: "計画の策定に当たって", divisionId: crisis, dueOn: "2027-03-31" };
    accepted(await editSection(planning, { ...entry, version: 1 }));
    const later = await sectionPage(planning, id);
    expect([later.isChangedSince, later.section.version, later.section.textVersion]).toEqual([false, 2, 1]);
    accepted(await editSection(planning, { ...entry, title: "はじめに", version: 2 }));
    const renamed = await sectionPage(planning, id);
    expect([renamed.isChangedSince, renamed.section.textVersion]).toEqual([true, 3]);
    accepted(await changeState(chief, { sectionId: id, textVersion: 3, state: "confirmed", reason: "" }));
    expect((await sectionPage(planning, id)).isChangedSince).toBe(false);
  });

  describe("confirmed together with others", () => {
    beforeAll(async () => {
      const made = await smallPlan(planning);
      planId = made.plan.id;
      accepted(await bindTree(planning, { planId, parentId: await chapter() }));
      const { id, version } = await made.node("訓練");
      accepted(await editNode(planning, { id, version, divisionId: crisis }));
    });

    it("is refused with all of them, by name, when one changed meanwhile or is on loan", async () => {
      const seen = await seenNow();
      const other = await chapter("資料");
      const { textVersion } = (await sectionPage(planning, other)).section;
      accepted(await takeOut(clerk, other));
      const refused = await confirmSections(planning, {
        planId,
        seen: [
          ...seen.map((each, index) => (index === 0 ? { ...each, textVersion: 7 } : each)),
          { sectionId: other, textVersion },
        ],
      });
      if (refused.ok) throw new Error("confirmed over a change and a loan");
      expect(refused.refusal.message).toBe("2件の節を確定できないため、どれも確定していません。");
      expect(refused.refusal.remedy).toContain(
        "「第1章 計画の策定に当たって」：開いている間に、ほかの人がこの節を変えました。",
      );
      expect(refused.refusal.remedy).toContain("「第2章 資料」：この節は貸出中のため、いまはできません。");
      expect(await unconfirmed()).toHaveLength(seen.length + 1);
    });

    it("takes nothing that was not chosen, nothing of another plan, and nothing twice", async () => {
      expect(refusalOf(await confirmSections(planning, { planId, seen: [] }))).toBe("noneChosen");
      const seen = await seenNow();
      const elsewhere = (await smallPlan(planning)).plan.id;
      expect(refusalOf(await confirmSections(planning, { planId: elsewhere, seen }))).toBe("stale");
    });

    it("is not confirmed by a chief for another division, and by planning for all of them", async () => {
      const seen = (await seenNow()).slice(0, -1); // the last one is still on loan
      await expect(confirmSections(chief, { planId, seen })).rejects.toThrow("課長は自分の課");
      expect(accepted(await confirmSections(planning, { planId, seen })).confirmed).toBe(seen.length);
      expect(await unconfirmed()).toEqual(["資料"]);
    });
  });
});
