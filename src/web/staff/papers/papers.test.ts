import { describe, expect, it } from "vitest";
import { systemActor } from "#domain/audit/index.ts";
import {
  keepPaper,
  listPapers,
  planPayload,
  planSnapshot,
  removePapers,
  requestPaper,
  storedPapers,
} from "#domain/plan/index.ts";
import { publishableStrategy, strategyAnnexes } from "#domain/strategy/index.ts";
import { confirmPurge, publish, publishNow, requestPurge, withdraw } from "#domain/publication/index.ts";
import { makePaperJob } from "#jobs/make-paper.ts";
import { Cancelled, type Progress } from "#platform/jobs/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { appOf, Browser } from "../../../../test/support/browser.ts";
import { useCity } from "../../../../test/support/city.ts";
import { personIn, planOf } from "../../../../test/support/plan.ts";
import { accepted } from "../../../../test/support/results.ts";
import { strategyOn } from "../../../../test/support/strategy.ts";

const sketch = ["1 安全", ["1-1 防災", ["1-1-1 備え"]]] as const;
const words = { label: "策定版", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;

describe("the papers of a plan", () => {
  const city = useCity();

  async function published() {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const { plan } = await planOf(ctx, "みほん市総合計画", sketch);
    const payload = await planSnapshot(ctx, plan.id);
    const done = await publish(ctx, { kind: planPayload, reference: plan.slug, payload, ...words });
    if (!done.ok) throw new Error(done.refusal.message);
    return { ctx, plan, publicationId: done.value.id, hash: done.value.hash };
  }

  async function make(paperId: string, progress: Progress = async () => {}): Promise<void> {
    const { database, municipality } = city();
    const handler = makePaperJob(database, systemClock);
    const job = { id: paperId, payload: { paperId }, municipality, attempt: 1, requestedBy: undefined };
    await handler(job, progress);
  }

  async function asked(form: "pdf" | "word" | "excel") {
    const all = await published();
    const { ctx, plan, publicationId } = all;
    const request = await requestPaper(ctx, { planId: plan.id, publicationId, form });
    if (!request.ok) throw new Error(request.refusal.message);
    return { ...all, paperId: request.value.id };
  }

  it("are asked for in the form, made by the job and received as a file", async () => {
    const { ctx, plan } = await published();
    const browser = new Browser(appOf(city(), { actor: ctx.actor }), city());
    const path = `/staff/plans/${plan.slug}/papers`;
    expect((await browser.post(path, { kind: "main", source: "draft", form: "excel" })).status).toBe(303);
    const [paper] = await listPapers(ctx, plan.id);
    expect(paper).toMatchObject({ publicationId: null, form: "excel", fileId: null });
    expect(await (await browser.get(path)).text()).toContain("順番を待っています");
    await make(paper?.id ?? "");
    const file = await browser.get(`${path}/${paper?.id}/file`);
    expect(file.headers.get("content-disposition")).toContain(encodeURIComponent("案（"));
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(await (await browser.get(path)).text()).toContain("受け取る");
  }, 60_000);

  it("refuse a form that nobody offered and a publication of another plan", async () => {
    const { ctx, plan } = await published();
    const browser = new Browser(appOf(city(), { actor: ctx.actor }), city());
    const path = `/staff/plans/${plan.slug}/papers`;
    expect((await browser.post(path, { kind: "main", source: "draft", form: "zip" })).status).toBe(422);
    expect((await browser.post(path, { kind: "summary", source: "draft", form: "excel" })).status).toBe(422);
    expect((await browser.post(path, { kind: "main", source: plan.id, form: "pdf" })).status).toBe(422);
    expect(await listPapers(ctx, plan.id)).toEqual([]);
  });

  it("of a publication are public with it, and no longer after its withdrawal", async () => {
    const { ctx, plan, publicationId, paperId, hash } = await asked("pdf");
    const visitor = new Browser(appOf(city()), city());
    const address = `/plan/${plan.slug}/paper.pdf`;
    expect(await (await visitor.get(address)).text()).toContain("まだありません");
    await make(paperId);
    const file = await visitor.get(address);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await listPapers(ctx, plan.id))[0]?.sourceHash).toBe(hash);
    expect(await (await visitor.get(`/plan/${plan.slug}`)).text()).toContain("計画書を読む（PDF、");
    await withdraw(ctx, { id: publicationId, reason: "誤り" });
    expect((await visitor.get(address)).headers.get("content-type")).toContain("text/html");
  }, 60_000);

  it("say how far they are while they are written, and stop when a person stops them", async () => {
    const { ctx, plan, paperId } = await asked("word");
    const seen: [percent: number, note: string | undefined][] = [];
    const stopped = make(paperId, async (percent, note) => {
      seen.push([percent, note]);
      if (note === "ファイルにまとめています") throw new Cancelled();
    });
    await expect(stopped).rejects.toThrow(Cancelled);
    expect(seen.map(([percent]) => percent)).toEqual(seen.map(([percent]) => percent).toSorted((a, b) => a - b));
    expect(seen.map(([, note]) => note).filter((note) => !note?.includes("部のうち"))).toEqual([
      "計画の内容を集めています",
      "紙面を組んでいます",
      "ページを組んでいます",
      "ファイルにまとめています",
    ]);
    expect(seen.find(([, note]) => note?.includes("部のうち0を"))?.[0]).toBe(40);
    expect((await listPapers(ctx, plan.id))[0]?.fileId).toBe(null);
  }, 60_000);

  it("leave with a purge, files and all", async () => {
    const { ctx, plan, publicationId, paperId } = await asked("word");
    await make(paperId);
    const files = () => ctx.db.selectFrom("stored_file").select("id").execute();
    const before = (await files()).length;
    await requestPurge(ctx, { id: publicationId, reason: "漏えい" });
    const purged = await confirmPurge(ctx, { id: publicationId, removeCopies: removePapers });
    expect(purged.ok).toBe(true);
    expect(await listPapers(ctx, plan.id)).toEqual([]);
    expect((await files()).length).toBe(before - 1);
  }, 60_000);

  it("hold the strategy that is public beside the plan, hide with its withdrawal and leave with its purge", async () => {
    const ctx = city().as(await personIn(city(), "佐藤", { roles: ["planning"] }));
    const { plan, strategy } = await strategyOn(ctx);
    const payload = await planSnapshot(ctx, plan.id);
    const { id: publicationId } = accepted(
      await publish(ctx, { kind: planPayload, reference: plan.slug, payload, ...words }),
    );
    const undecided = { ...words, openness: "discussion" } as const;
    accepted(await publishNow(ctx, { of: publishableStrategy, reference: strategy.slug, ...undecided }));
    const day = ctx.clock.today();
    const beside = () => strategyAnnexes(ctx, { id: plan.id, slug: plan.slug, publicationId, day });
    expect(await beside()).toEqual([]); // a decided plan carries no strategy that is still under discussion
    const { id: strategyPublication } = accepted(
      await publishNow(ctx, { of: publishableStrategy, reference: strategy.slug, ...words }),
    );
    expect((await beside()).map((annex) => annex.publicationId)).toEqual([strategyPublication]);
    const { id: paperId } = accepted(await requestPaper(ctx, { planId: plan.id, publicationId, form: "pdf" }));
    await make(paperId);
    const pdf = () => storedPapers(ctx).pdfOf(publicationId);
    expect(await pdf()).toBeDefined();
    accepted(await withdraw(ctx, { id: strategyPublication, reason: "誤り" }));
    expect(await pdf()).toBeUndefined();
    expect(await beside()).toEqual([]);
    accepted(await requestPurge(ctx, { id: strategyPublication, reason: "漏えい" }));
    accepted(await confirmPurge(ctx, { id: strategyPublication, removeCopies: removePapers }));
    expect(await listPapers(ctx, plan.id)).toEqual([]);
  }, 60_000);

  it("are kept once, however often the job is run", async () => {
    const { ctx, plan, paperId, hash } = await asked("excel");
    const made = {
      name: "a.xlsx",
      bytes: new Uint8Array([1]),
      sourceHash: hash,
      pages: null,
      missingSigns: "",
      annexes: [],
    };
    const system = city().as(systemActor("plan.paper"));
    await keepPaper(system, paperId, made);
    await keepPaper(system, paperId, made);
    expect((await listPapers(ctx, plan.id)).filter(({ fileId }) => fileId !== null)).toHaveLength(1);
  });
});
