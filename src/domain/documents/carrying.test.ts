import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#domain/audit/index.ts";
import { editNode, editPlan, linkNodes } from "#domain/plan/index.ts";
import { richTextOf, type RichText } from "#kernel/rich-text.ts";
import { useCity } from "../../../test/support/city.ts";
import { castOf, planOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { smallPng } from "../../../test/support/png.ts";
import { accepted, refusalOf, wholeRefusal } from "../../../test/support/results.ts";
import {
  addPicture,
  addSection,
  bindTree,
  bodyKey,
  carryManuscript,
  freezeVersion,
  keepTerm,
  manuscriptOf,
  pictureOf,
  planTerms,
  removeTerm,
  returnLoan,
  takeOut,
  versionPage,
} from "./index.ts";

function showing(file: string): RichText {
  return {
    type: "doc",
    content: [{ type: "figure", attrs: { file, alternative: "まちの地図", caption: "まちの姿" } }],
  };
}

describe("a manuscript that follows into the next plan", () => {
  const city = useCity();
  let ctx: Ctx;
  let old: PlanInTest;
  let fresh: PlanInTest;
  let file = "";

  beforeAll(async () => {
    ({ planning: ctx } = await castOf(city()));
    old = await smallPlan(ctx);
    ({ file } = accepted(await addPicture(ctx, { planId: old.plan.id, name: "図.png", bytes: smallPng })));
    accepted(await bindTree(ctx, { planId: old.plan.id, parentId: null }));
    const { lines } = await manuscriptOf(ctx, old.plan.id);
    const training = lines.find(({ name }) => name === "訓練");
    const entry = { planId: old.plan.id, title: "訓練の記録", divisionId: null, dueOn: null };
    const { id } = accepted(await addSection(ctx, { ...entry, parentId: training?.id ?? null }));
    const { loanId } = accepted(await takeOut(ctx, id));
    accepted(await returnLoan(ctx, { loanId, saveNumber: 0, texts: { [bodyKey]: showing(file) } }));
    await keep(old, "協働", "前の説明");
    await keep(old, "共助", "前の説明");

    fresh = await planOf(ctx, "次の計画", ["1 命", ["1-1 備え", ["1-1-1 地域", "1-1-2 避難所"]]]);
    const { version } = fresh.plan;
    accepted(await editPlan(ctx, { planId: fresh.plan.id, version, predecessorId: old.plan.id }));
    for (const title of ["地域", "避難所"]) {
      const pair = { oldNodeIds: [(await old.node("訓練")).id], newNodeIds: [(await fresh.node(title)).id] };
      accepted(await linkNodes(ctx, { planId: fresh.plan.id, ...pair, kind: null, evolution: null, note: "" }));
    }
    accepted(await editNode(ctx, { ...(await fresh.node("地域")), fields: { vision: showing(file) } }));
    await keep(fresh, "協働", "新しい説明");
    accepted(await carryManuscript(ctx, fresh.plan.id));
  });

  const keep = async ({ plan }: PlanInTest, term: string, meaning: string) =>
    accepted(await keepTerm(ctx, { planId: plan.id, words: { term, reading: "", meaning } }));
  const freeze = ({ plan }: PlanInTest) =>
    freezeVersion(ctx, { planId: plan.id, name: "素案", openness: "discussion", reason: "庁議に諮るため" });

  it("takes a free section under the first of the nodes that an old one was split into", async () => {
    const { lines } = await manuscriptOf(ctx, fresh.plan.id);
    const record = lines.find(({ name }) => name === "訓練の記録");
    expect(lines.find(({ id }) => id === record?.parentId)?.name).toBe("地域");
  });

  it("takes its pictures along, of chapters and of the tree's texts, and freezes them", async () => {
    expect((await pictureOf(ctx, fresh.plan.id, file)).bytes).toEqual(smallPng); // the bytes of the picture above
    const { id } = accepted(await freeze(fresh));
    expect((await versionPage(ctx, id)).content?.pictures.map((each) => each.file)).toEqual([file]);
    accepted(await freeze(old));
  });

  it("takes the terms that the new plan does not explain itself", async () => {
    const terms = (await planTerms(ctx, fresh.plan.id)).map(({ term, meaning }) => `${term} ${meaning}`);
    expect(terms.toSorted()).toEqual(["共助 前の説明", "協働 新しい説明"]);
  });

  it("is not frozen with a figure whose picture is not there, which it names", async () => {
    const other = await planOf(ctx, "別の計画", ["1 安全"]);
    accepted(await editNode(ctx, { ...(await other.node("安全")), fields: { vision: showing(file) } }));
    accepted(await bindTree(ctx, { planId: other.plan.id, parentId: null }));
    const refusal = wholeRefusal(await freeze(other));
    expect(refusal.message).toBe("画像の見つからない図が1件あるため、凍結していません。「第1章 安全」の図「まちの姿」");
    accepted(await editNode(ctx, { ...(await other.node("安全")), fields: { vision: richTextOf("図のない姿") } }));
    accepted(await freeze(other));
  });

  it("explains a word once, also where two add it at once, and touches no term of another plan", async () => {
    const { plan } = await planOf(ctx, "用語の計画", ["1 安全"]);
    const words = { term: "減災", reading: "", meaning: "被害を減らすこと" };
    const both = await Promise.all([1, 2].map(() => keepTerm(ctx, { planId: plan.id, words })));
    expect(both.map(refusalOf).toSorted()).toEqual(["accepted", "termFault"]);
    const [term] = await planTerms(ctx, plan.id);
    const seen = { id: term?.id ?? "", version: 1 };
    expect(
      refusalOf(await keepTerm(ctx, { planId: old.plan.id, words: { ...words, meaning: "別の計画から" }, seen })),
    ).toBe("stale");
    expect(refusalOf(await removeTerm(ctx, { planId: old.plan.id, id: seen.id }))).toBe("stale");
    expect((await planTerms(ctx, plan.id)).map(({ meaning }) => meaning)).toEqual(["被害を減らすこと"]);
  });
});
