import { describe, expect, it } from "vitest";
import {
  addErratum,
  freezeVersion,
  publishableDocument,
  purgeVersion,
  versionReference,
  addSection,
  bindTree,
} from "#domain/documents/index.ts";
import { listPapers, paperFile } from "#domain/plan/index.ts";
import { confirmPurge, publishNow, requestPurge } from "#domain/publication/index.ts";
import { makePaperJob } from "#jobs/make-paper.ts";
import { systemClock } from "#kernel/clock.ts";
import { documentKind } from "../publications/kinds/document.tsx";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";

const sketch = ["1 安全", ["1-1 防災", ["1-1-1 備え"]]] as const;

describe("the papers of a frozen version", () => {
  const city = useCity();

  async function frozen() {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const { plan } = await planOf(ctx, "みほん市総合計画", sketch);
    const chapter = { planId: plan.id, parentId: null, divisionId: null, dueOn: null };
    accepted(await addSection(ctx, { ...chapter, title: "計画の策定に当たって" }));
    const { id: parentId } = accepted(await addSection(ctx, { ...chapter, title: "基本計画" }));
    accepted(await bindTree(ctx, { planId: plan.id, parentId }));
    const entry = { planId: plan.id, name: "素案", openness: "discussion", reason: "意見を聴くため" } as const;
    const version = accepted(await freezeVersion(ctx, entry));
    return { ctx, plan, version };
  }

  async function makeAll({ ctx, plan }: Awaited<ReturnType<typeof frozen>>): Promise<void> {
    const handler = makePaperJob(city().database, systemClock);
    for (const { id, fileId } of await listPapers(ctx, plan.id))
      if (fileId === null)
        await handler(
          { id, payload: { paperId: id }, municipality: city().municipality, attempt: 1, requestedBy: undefined },
          async () => {},
        );
  }

  it("are made of it in each kind, and the same content gives the same bytes though the draft went on", async () => {
    const all = await frozen();
    const { ctx, plan, version } = all;
    const browser = new Browser(appOf(city(), { actor: ctx.actor }), city());
    const source = `version:${version.id}`;
    const ask = (kind: string) => browser.post(`/staff/plans/${plan.slug}/papers`, { source, kind, form: "pdf" });
    for (const kind of ["main", "summary", "annex"]) expect((await ask(kind)).status).toBe(303);
    await makeAll(all);
    accepted(
      await addSection(ctx, { planId: plan.id, parentId: null, title: "あとの章", divisionId: null, dueOn: null }),
    );
    expect((await ask("main")).status).toBe(303);
    await makeAll(all);
    const papers = await listPapers(ctx, plan.id);
    expect(papers.map(({ kind }) => kind)).toEqual(["main", "annex", "summary", "main"]);
    expect(new Set(papers.map(({ sourceHash }) => sourceHash)).size).toBe(1);
    const [again, , , first] = await Promise.all(papers.map(({ id }) => paperFile(ctx, plan.id, id)));
    expect(first?.name).toContain("素案_第1版");
    expect(Buffer.from(again?.bytes ?? []).equals(Buffer.from(first?.bytes ?? []))).toBe(true);
  }, 60_000);

  it("are of its typing errors only where some were told", async () => {
    const all = await frozen();
    const { ctx, plan, version } = all;
    const browser = new Browser(appOf(city(), { actor: ctx.actor }), city());
    const sent = { source: `version:${version.id}`, kind: "errata", form: "word" };
    const ask = () => browser.post(`/staff/plans/${plan.slug}/papers`, sent);
    const refused = await ask();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("選ばれた内容に、正誤表はありません。");
    const erratum = { versionId: version.id, place: "", wrong: "備え", corrected: "そなえ", reason: "" };
    accepted(await addErratum(ctx, erratum));
    expect((await ask()).status).toBe(303);
    await makeAll(all);
    const [paper] = await listPapers(ctx, plan.id);
    expect((await paperFile(ctx, plan.id, paper?.id ?? "")).name).toContain("正誤表_素案_第1版.docx");
  }, 60_000);

  it("are made when it is published, are public beside it, and leave with its purge", async () => {
    const all = await frozen();
    const { ctx, plan, version } = all;
    const reference = versionReference(plan.slug, version.number);
    const words = {
      label: "素案",
      openness: "discussion",
      divisionName: "企画課",
      divisionContact: "",
      note: "",
    } as const;
    const { id } = accepted(await publishNow(ctx, { of: publishableDocument, reference, ...words }));
    await documentKind.afterwards?.(ctx, { id, reference });
    const visitor = new Browser(appOf(city()), city());
    const address = `/documents/${reference}`;
    expect(await (await visitor.get(`${address}/summary.pdf`)).text()).toContain("まだありません");
    await makeAll(all);
    for (const file of ["paper.pdf", "summary.pdf"])
      expect((await visitor.get(`${address}/${file}`)).headers.get("content-type")).toBe("application/pdf");
    expect(await (await visitor.get(address)).text()).toContain("概要版を読む（PDF、");
    accepted(await requestPurge(ctx, { id, reason: "漏えい" }));
    accepted(await confirmPurge(ctx, { id, removeCopies: purgeVersion }));
    expect(await listPapers(ctx, plan.id)).toEqual([]);
  }, 60_000);
});
