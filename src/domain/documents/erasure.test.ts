import { beforeAll, describe, expect, it } from "vitest";
import { listEvents, type Ctx } from "#domain/audit/index.ts";
import {
  confirmErasure,
  editNode,
  keptParts,
  nodeRevisions,
  planErasures,
  requestErasure,
  type ErasureKind,
} from "#domain/plan/index.ts";
import { newId } from "#kernel/id.ts";
import { Forbidden, type Result } from "#kernel/result.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import { useCity } from "../../../test/support/city.ts";
import { everythingIn, secondPurger } from "../../../test/support/erasures.ts";
import { castOf, smallPlan, type PlanInTest } from "../../../test/support/plan.ts";
import { accepted, refusalOf } from "../../../test/support/results.ts";
import {
  addRemark,
  addSection,
  adoptText,
  bindTree,
  bodyKey,
  loanPage,
  manuscriptKept as above,
  manuscriptOf,
  remarksOfSection,
  removedSections,
  removeSection,
  returnLoan,
  revisionsOfSection,
  saveLoan,
  sectionPage,
  settleCopy,
  takeOut,
} from "./index.ts";
import { remarksRepeating } from "./remark.ts";

const reason = "個人の電話番号があった";

const bodyOf = (words: string) => ({ [bodyKey]: richTextOf(words) });
const quoting = (id: string, quote: string, replacement: string | null) => ({
  id,
  textKey: bodyKey,
  quote,
  replacement,
});

describe("remarks that repeat erased words", () => {
  it("are those whose quote or suggestion stood in what is erased, and does not stand any more", () => {
    const remarks = [
      quoting("quote", "山本", null),
      quoting("suggestion", "担当", "山本"), // it was adopted, and brought the name in
      quoting("standing", "訓練", null),
      quoting("elsewhere", "備蓄", null),
      quoting("whole", "", null),
    ];
    const words = { erased: [bodyOf("担当は山本、訓練は毎年")], present: bodyOf("担当は課、訓練は毎年") };
    expect(remarksRepeating(remarks, words)).toEqual(["quote", "suggestion"]);
  });
});

describe("the erasure of what the manuscript keeps", () => {
  const city = useCity();
  let planning: Ctx;
  let second: Ctx;
  let clerk: Ctx;
  let crisis: string;
  let plan: PlanInTest;

  beforeAll(async () => {
    ({ planning, clerk, crisis } = await castOf(city()));
    second = city().as(await secondPurger(city()));
  });

  async function freeSection(title = "計画の策定に当たって"): Promise<string> {
    plan = await smallPlan(planning);
    const entry = { planId: plan.plan.id, parentId: null, title, divisionId: crisis, dueOn: null };
    return accepted(await addSection(planning, entry)).id;
  }

  async function write(sectionId: string, key: string, words: string): Promise<string> {
    const { loanId } = accepted(await takeOut(clerk, sectionId));
    accepted(await returnLoan(clerk, { loanId, saveNumber: 0, texts: { [key]: richTextOf(words) } }));
    return loanId;
  }

  /** A section whose second revision leaked and whose third does not; the leak also stands in two loans, a copy and remarks. */
  async function leakedSection(phone: string): Promise<{ readonly id: string; readonly loanId: string }> {
    const id = await freeSection();
    const loanId = await write(id, bodyKey, `備えています。電話${phone}まで`);
    await remark(id, { quote: phone, words: `${phone}は個人の番号です` });
    await remark(id, { quote: "備えています", words: "よい文です" });
    const next = accepted(await takeOut(clerk, id)).loanId;
    accepted(await saveLoan(clerk, { loanId: next, saveNumber: 0, texts: { [bodyKey]: richTextOf(`案 ${phone}`) } }));
    accepted(await saveLoan(clerk, { loanId: next, saveNumber: 0, texts: { [bodyKey]: richTextOf(`古い ${phone}`) } }));
    accepted(
      await returnLoan(clerk, { loanId: next, saveNumber: 1, texts: { [bodyKey]: richTextOf("備えています。") } }),
    );
    return { id, loanId };
  }

  async function remark(sectionId: string, { quote, words }: { readonly quote: string; readonly words: string }) {
    return accepted(await addRemark(planning, { sectionId, textKey: bodyKey, quote, words, replacement: null })).id;
  }

  interface Wanted {
    readonly targetId: string;
    readonly parts: readonly string[];
    readonly kind?: ErasureKind;
  }

  function ask({ kind = "section", ...target }: Wanted): Promise<Result<{ readonly id: string }>> {
    return requestErasure(planning, { kind, ...target, reason, above });
  }

  async function erased(wanted: Wanted): Promise<void> {
    const { id } = accepted(await ask(wanted));
    expect(refusalOf(await confirmErasure(planning, { id, above }))).toBe("secondPerson");
    accepted(await confirmErasure(second, { id, above }));
  }

  const openKeys = async (targetId: string) =>
    (await keptParts(planning, { planId: plan.plan.id, kind: "section", targetId, above }))
      .filter(({ isErased, isPresent }) => !isErased && !isPresent)
      .map(({ key }) => key.replace(/:.*/, ""));

  it("takes a revision with every copy, the loans that ended and what quotes it, and leaves the present and who wrote when", async () => {
    const phone = newId();
    const { id, loanId } = await leakedSection(phone);
    expect(await openKeys(id)).toEqual(["2", "1", "copies", "remark", "remark"]);
    expect(await everythingIn(city())).toContain(phone);
    await erased({ targetId: id, parts: ["2"] });
    expect(await everythingIn(city())).not.toContain(phone);
    const revisions = await revisionsOfSection(planning, id);
    expect(revisions.map(({ number, act, body }) => [number, act, body !== undefined])).toEqual([
      [3, "returned", true],
      [2, "returned", false],
      [1, "created", true],
    ]);
    const { copies, section } = await sectionPage(planning, id);
    expect([section.texts[bodyKey], copies.map(({ texts }) => texts)]).toEqual([
      richTextOf("備えています。"),
      [undefined],
    ]);
    expect((await loanPage(clerk, loanId)).own).toMatchObject({ isErased: true, texts: {}, endedAs: "returned" });
    const remarks = await remarksOfSection(planning, id);
    expect(remarks.map(({ isErased, words }) => [isErased, words])).toEqual([
      [true, ""],
      [false, "よい文です"], // its quote still stands in the section
    ]);
    expect(await openKeys(id)).toEqual(["1", "remark"]);
    expect(await planErasures(planning, plan.plan.id, above)).toMatchObject([
      { kind: "section", targetName: "第1章 計画の策定に当たって", parts: ["2"] },
    ]);
  });

  it("refuses the present text, what was erased, and waits while the section is lent out: at the request and at its confirmation", async () => {
    const { id } = await leakedSection(newId());
    expect(refusalOf(await ask({ targetId: id, parts: ["3"] }))).toBe("present");
    const asked = accepted(await ask({ targetId: id, parts: ["2"] }));
    const { loanId } = accepted(await takeOut(clerk, id));
    expect(refusalOf(await confirmErasure(second, { id: asked.id, above }))).toBe("lentOut");
    accepted(
      await returnLoan(clerk, { loanId, saveNumber: 0, texts: { [bodyKey]: richTextOf("備えています。毎年") } }),
    );
    accepted(await confirmErasure(second, { id: asked.id, above }));
    expect(refusalOf(await ask({ targetId: id, parts: ["2"] }))).toBe("alreadyErased");
    accepted(await takeOut(clerk, id));
    expect(refusalOf(await ask({ targetId: id, parts: ["1"] }))).toBe("lentOut");
  });

  it("takes a remark, or the copies, by themselves: the revisions stay", async () => {
    const phone = newId();
    const id = await freeSection();
    await write(id, bodyKey, "備えています。");
    const remarkId = await remark(id, { quote: "", words: `${phone}に聞いてください` });
    await erased({ targetId: id, parts: [`remark:${remarkId}`] });
    expect(await everythingIn(city())).not.toContain(phone);
    expect(await openKeys(id)).toEqual(["1", "copies"]);
    await erased({ targetId: id, parts: ["copies"] });
    expect(await openKeys(id)).toEqual(["1"]);
    expect((await revisionsOfSection(planning, id)).every(({ body }) => body !== undefined)).toBe(true);
  });

  it("takes everything of a section that was removed, its title too: nobody could edit it away any more", async () => {
    const phone = newId();
    const id = await freeSection(`${phone}の件`);
    await write(id, bodyKey, `電話${phone}まで`);
    accepted(await removeSection(planning, { planId: plan.plan.id, id }));
    expect(await removedSections(planning, plan.plan.id)).toEqual([{ id, name: `${phone}の件` }]);
    await erased({ targetId: id, parts: ["1", "2"] });
    expect(await everythingIn(city())).not.toContain(phone);
    expect(await removedSections(planning, plan.plan.id)).toEqual([{ id, name: "名前のない節" }]);
  });

  it("follows a node's revision into the section that shows the node, where it waits for a loan as well", async () => {
    const phone = newId();
    plan = await smallPlan(planning);
    accepted(await bindTree(planning, { planId: plan.plan.id, parentId: null }));
    const { id: nodeId, version } = await plan.node("訓練");
    accepted(await editNode(planning, { id: nodeId, version, divisionId: crisis }));
    const { lines } = await manuscriptOf(planning, plan.plan.id);
    const sectionId = lines.find((line) => line.nodeId === nodeId)?.id ?? "";
    await write(sectionId, "vision", `電話${phone}まで`); // revision 3 of the node
    const entry = { sectionId, textKey: "vision", quote: phone, words: "", replacement: "市役所" };
    accepted(await addRemark(planning, entry));
    const { loanId } = accepted(await takeOut(clerk, sectionId));
    const own = { vision: richTextOf(`書きかけ ${phone}`) };
    accepted(await saveLoan(clerk, { loanId, saveNumber: 0, texts: own }));
    accepted(await adoptText(clerk, { loanId, textKey: "vision" })); // what was written goes beside the section
    const [copy] = (await sectionPage(planning, sectionId)).copies;
    accepted(await settleCopy(clerk, { sectionId, copyId: copy?.id ?? "" }));
    const wanted = { kind: "revisions", targetId: nodeId, parts: ["3"] } as const;
    accepted(await editNode(planning, { id: nodeId, version: 3, fields: { vision: richTextOf("備えている") } }));
    expect(refusalOf(await ask(wanted))).toBe("lentOut");
    const clean = { vision: richTextOf("備えている。") };
    accepted(await returnLoan(clerk, { loanId, saveNumber: 2, texts: clean, seenVersion: 4 }));
    expect(await everythingIn(city())).toContain(phone);
    await erased(wanted);
    expect(await everythingIn(city())).not.toContain(phone);
    expect((await nodeRevisions(planning, nodeId)).map(({ content }) => content !== undefined)).toEqual([
      true, // 5: the return
      true,
      false, // 3: the leak
      true,
      true,
    ]);
  });

  it("is left to those who may erase, and recorded without the words", async () => {
    const phone = newId();
    const { id } = await leakedSection(phone);
    const wanted = { kind: "section", targetId: id, parts: ["2"], reason, above } as const;
    await expect(requestErasure(clerk, wanted)).rejects.toThrow(Forbidden);
    await expect(removedSections(clerk, plan.plan.id)).rejects.toThrow(Forbidden);
    await erased({ targetId: id, parts: ["2"] });
    const events = (await listEvents(second, {}, 200)).filter(({ act }) => act === "plan.erasure.done");
    expect(events[0]?.reference).toMatchObject({ sectionId: id });
    expect(JSON.stringify(events)).not.toContain(phone);
  });
});
