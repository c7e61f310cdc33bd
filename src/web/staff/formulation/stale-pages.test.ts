import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx, PersonActor } from "#domain/audit/index.ts";
import { addSection, editSection, keepTerm, planTerms } from "#domain/documents/index.ts";
import { editHead, editParts, editStage, formulationPage, movedPart } from "#domain/formulation/index.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { begunFormulation, headWords } from "../../../../test/support/formulation.ts";
import { personIn, smallPlan, type PlanInTest } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

/** The version that a form of the page carries. */
function versionIn(html: string, action: string): string {
  const form = html.slice(html.indexOf(`action="${action}"`));
  return /name="version" value="(\d*)"/.exec(form)?.[1] ?? "";
}

describe("a save that came second", () => {
  const city = useCity();
  let ctx: Ctx;
  let sato: PersonActor;
  let plan: PlanInTest["plan"];
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    sato = await personIn(city(), "佐藤", { roles: ["planning"] });
    ctx = city().as(sato);
    ({ plan } = await smallPlan(ctx));
    await begunFormulation(ctx, plan);
    browser = new Browser(appOf(city(), { actor: sato, clock: ctx.clock }), city());
    base = `/staff/formulation/${plan.slug}`;
  });

  const now = async () => (await formulationPage(ctx, plan.slug)).formulation;
  const seen = async () => ({ planId: plan.id, version: (await now()).version });

  async function refused(path: string, fields: Record<string, string>): Promise<string> {
    const response = await browser.post(path, fields);
    expect(response.status).toBe(422);
    return response.text();
  }

  it("of a part shows both texts, and replaces that part wherever it stands by then, never another", async () => {
    const { parts, version } = await now();
    const [first, second] = parts;
    const path = `${base}/policy/parts/${first?.id}`;
    accepted(await editParts(ctx, await seen(), movedPart(parts, 0, 1))); // another person moved it down
    const mine = { partTitle: "わたしの題名", partText: "わたしの文", shows: "nothing" };
    const html = await refused(path, { ...mine, version: String(version) });
    expect(html).toContain("2つの内容を見くらべる");
    expect(html).toContain("先に保存された内容");
    expect(html).toContain(first?.title);
    expect((await browser.post(path, { ...mine, version: versionIn(html, path) })).status).toBe(303);
    expect((await now()).parts.slice(0, 2).map(({ title }) => title)).toEqual([second?.title, "わたしの題名"]);
  });

  it("of a part that was removed meanwhile keeps the words, and adds them at the end when that is wanted", async () => {
    const { parts, version } = await now();
    const gone = parts[2];
    accepted(
      await editParts(
        ctx,
        await seen(),
        parts.filter(({ id }) => id !== gone?.id),
      ),
    );
    const mine = { partTitle: "残したい項目", partText: "残したい文", shows: "nothing" };
    const html = await refused(`${base}/policy/parts/${gone?.id}`, { ...mine, version: String(version) });
    expect(html).toContain("この項目は、ほかの人が先に削除しました。");
    expect(html).toContain("残したい文");
    const added = `${base}/policy/parts/new`;
    expect((await browser.post(added, { ...mine, version: String((await now()).version) })).status).toBe(303);
    expect((await now()).parts.at(-1)?.title).toBe("残したい項目");
  });

  it("with another fault keeps the version that was sent, so that it is refused again and not taken for seen", async () => {
    const { version } = await now();
    accepted(await editHead(ctx, await seen(), { ...headWords, title: "先に直した題名" }));
    const path = `${base}/policy/head`;
    const mine = { ...headWords, reviewReason: "理由" };
    const faulty = await refused(path, { ...mine, title: "", version: String(version) });
    expect(versionIn(faulty, path)).toBe(String(version));
    const stale = await refused(path, { ...mine, title: "わたしの題名", version: versionIn(faulty, path) });
    expect(stale).toContain("先に直した題名");
    expect(stale).toContain("2つの内容を見くらべる");
    expect((await browser.post(path, { ...mine, title: "わたしの題名", version: versionIn(stale, path) })).status).toBe(
      303,
    );
  });

  it("of a stage shows both", async () => {
    const [stage] = (await formulationPage(ctx, plan.slug)).stages;
    if (!stage) throw new Error("no stage");
    accepted(await editStage(ctx, { ...stage, version: stage.version }, { ...stage, name: "先の名前" }));
    const fields = {
      name: "後の名前",
      plannedFrom: "",
      plannedUntil: "",
      manualItems: "",
      version: String(stage.version),
    };
    const html = await refused(`${base}/stages/${stage.id}/edit`, fields);
    expect(html).toContain("2つの内容を見くらべる");
    expect(html).toContain("先の名前");
  });

  it("of the frame of a section, and of a word of the glossary, shows both", async () => {
    const entry = { planId: plan.id, parentId: null, title: "はじめに", divisionId: null, dueOn: null };
    const { id } = accepted(await addSection(ctx, entry));
    accepted(await editSection(ctx, { ...entry, id, version: 1, title: "先の節の名前" }));
    const manuscript = `/staff/manuscripts/${plan.slug}`;
    const html = await refused(`${manuscript}/sections/${id}/frame`, {
      title: "後の節の名前",
      divisionId: "",
      dueOn: "",
      version: "1",
    });
    expect([html.includes("2つの内容を見くらべる"), html.includes("先の節の名前")]).toEqual([true, true]);
    const words = { term: "協働", reading: "きょうどう", meaning: "ともに行うこと" };
    accepted(await keepTerm(ctx, { planId: plan.id, words }));
    const [term] = await planTerms(ctx, plan.id);
    accepted(
      await keepTerm(ctx, {
        planId: plan.id,
        words: { ...words, meaning: "先の意味" },
        seen: { id: term?.id ?? "", version: 1 },
      }),
    );
    const sent = { ...words, meaning: "後の意味", id: term?.id ?? "", version: "1" };
    const glossary = await refused(`${manuscript}/glossary`, sent);
    expect([glossary.includes("2つの内容を見くらべる"), glossary.includes("先の意味")]).toEqual([true, true]);
  });
});
